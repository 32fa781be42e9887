// What pages, sizes and figures are called where readers see them.

export const PAGES = {
  ours: 'ours',
  replay: 'ours, its changes made by hand',
  article: 'ours, as the snippet of the article',
  dom: 'hand-written DOM',
  windowed: 'hand-written DOM, windowed',
  'tanstack-preact': 'TanStack Virtual with Preact',
  react: 'React, the full table',
  plot: 'Observable Plot',
  'ag-grid': 'AG Grid',
};

export const SIZES = { small: 'Small: 5 × 8', medium: 'Medium: 50 × 40', large: 'Large: 200 × 1,000' };

export const FIGURES = {
  sent: 'bytes sent',
  requests: 'requests',
  firstPaint: 'first paint, ms',
  firstCell: 'first cell, ms',
  firstCellWork: 'processor to it, ms',
  mount: 'mount, ms',
  elements: 'elements',
  cells: 'cells drawn',
  heapAndWasm: 'heap and module, MB',
  process: 'process, MB',
  hover: 'hover, ms',
  chipOff: 'chip off, ms',
  chipOn: 'chip on, ms',
  key: 'key, ms',
  clear: 'clear, ms',
  search: 'key in our search, ms',
  searchClear: 'clear it, ms',
  scroll: 'frame, ms',
  scroll95: '95 % of frames, ms',
  scrollWorst: 'worst frame, ms',
  scrollLong: 'frames over 50 ms',
  scrollBlank: 'blank, %',
  read: 'bytes to first frame, ms',
  block: 'longest block, ms',
  heap: 'heap, MB',
  wasm: 'module, MB',
  filter: 'filter, ms',
};

// The tables, and the figures in each.
export const READY = ['sent', 'requests', 'firstCell', 'firstCellWork', 'mount', 'elements', 'cells', 'heapAndWasm', 'process'];
export const ANSWERS = ['hover', 'chipOff', 'chipOn', 'key', 'clear', 'search', 'searchClear'];
export const SCROLL = ['scroll', 'scroll95', 'scrollWorst', 'scrollLong', 'scrollBlank'];
export const START = ['sent', 'requests', 'firstPaint', 'firstCell', 'firstCellWork'];
export const UN_VOTES = ['read', 'block', 'heap', 'wasm', 'process', 'scroll', 'scroll95', 'scrollWorst', 'scrollLong', 'filter', 'search'];
export const GROWTH = ['read', 'block', 'heapAndWasm', 'process'];
