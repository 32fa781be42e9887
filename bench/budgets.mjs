// The limits that a release is held to: of ours against a rival in the same run, and of ours alone.

const against = (size, rival, limit, figures, floor) => figures.map((figure) => ({ size, rival, limit, figure, floor }));
const ANSWERS = ['chipOff', 'chipOn', 'key', 'clear'];
const LARGE = ['firstCell', ...ANSWERS, 'scroll'];

/**
 * `ours` at most `limit` times as much as `rival`. The `floor` is a page without a library whose ratio is told beside ours:
 * what it does not keep no page of its kind can.
 */
export const RATIOS = [
  ...against('start', 'dom', 1.75, ['firstCell']),
  ...['small', 'medium'].flatMap((size) => against(size, 'dom', 1.25, ['mount', ...ANSWERS, 'hover'], 'replay')),
  ...against('large', 'windowed', 1.1, LARGE),
  ...against('large', 'tanstack-preact', 1, LARGE, 'windowed'),
  ...against('large', 'ag-grid', 0.5, LARGE, 'windowed'),
  ...against('large', 'ag-grid', 1, ['heapAndWasm'], 'windowed'),
  ...['small', 'medium', 'large'].flatMap((size) => against(size, 'replay', 1.25, [...ANSWERS, 'hover'])),
];

/** Of the un-votes, at most so much. */
export const UN_VOTES = { read: 1500, scrollWorst: 50, filter: 100, search: 100, process: 250 };

/** Milliseconds at most from what a reader does on the article to the paint after it, on a processor four times slower. */
export const INTERACTION = { name: 'article, 4 ×', limit: 50 };
