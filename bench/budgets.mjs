// The limits that a release is held to: of ours against a rival in the same run, and of ours alone.

const against = (size, rival, limit, figures) => figures.map((figure) => ({ size, rival, limit, figure }));
const ANSWERS = ['chipOff', 'chipOn', 'key', 'clear'];
const LARGE = ['firstCell', ...ANSWERS, 'scroll'];

/** `ours` at most `limit` times as much as `rival`. */
export const RATIOS = [
  ...against('start', 'dom', 1.75, ['firstCell']),
  ...['small', 'medium'].flatMap((size) => against(size, 'dom', 1.25, ['mount', ...ANSWERS, 'hover'])),
  ...against('large', 'windowed', 1.1, LARGE),
  ...against('large', 'tanstack-preact', 1, LARGE),
  ...against('large', 'ag-grid', 0.5, LARGE),
  ...against('large', 'ag-grid', 1, ['heapAndWasm']),
];

/** Of the un-votes, at most so much. */
export const UN_VOTES = { read: 1500, scrollWorst: 50, filter: 100, search: 100, process: 250 };

/** Milliseconds at most from what a reader does on the article to the paint after it, on a processor four times slower. */
export const INTERACTION = { name: 'article, 4 ×', limit: 50 };
