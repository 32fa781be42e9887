// A rival's side of the contract (docs/performance.md): its data, indexed alike for all of them, and the moments that
// are measured. The first import of each rival's page.
const marks = { start: performance.now() };
let resolve;
window.__bench = {
  marks,
  ready: new Promise((done) => {
    resolve = done;
  }),
};

const MARKS = ['++', '+', '=', '−', '−−'];

/** Fetches the data that the address names, and parses and indexes it. */
export async function matrix() {
  const response = await fetch(new URLSearchParams(location.search).get('data'));
  const data = await response.json();
  marks.parsed = performance.now();
  return indexed(data);
}

function indexed({ scale, actors: rows, concerns: columns, positions }) {
  const places = (entries) => new Map(entries.map(({ id }, place) => [id, place]));
  const [ofScale, ofRows, ofColumns] = [scale, rows, columns].map(places);
  const width = columns.length;
  // Of each cell the place of its stance in the scale, -1 for none, and its statements.
  const stances = new Int8Array(rows.length * width).fill(-1);
  const statements = new Array(rows.length * width);
  for (const position of positions) {
    const cell = ofRows.get(position.actor) * width + ofColumns.get(position.concern);
    stances[cell] = ofScale.get(position.stance) ?? -1;
    statements[cell] = position.statements;
  }
  const names = rows.map(({ name }) => name.toLowerCase());
  return {
    rows,
    columns,
    stances,
    statements,
    width,
    cell: (row, column) => row * width + column,
    word: (stance) => scale[stance]?.label ?? 'No stance',
    named: (text) => [...rows.keys()].filter((row) => names[row].includes(text.trim().toLowerCase())),
    without: (hidden) => [...columns.keys()].filter((column) => !hidden.has(column)),
  };
}

/** The first cells are in the page. `hooks` answer for a page whose parts the selectors do not find. */
export function drawn(hooks) {
  marks.mounted = performance.now();
  Object.assign(window.__bench, hooks);
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      marks.painted = performance.now();
      resolve();
    }),
  );
}

export const mark = (stance) => MARKS[stance] ?? '·';
export const look = (stance) => `cell look${stance}`;

/** The cell that an event is on, and where its card goes; nothing where it is on none. */
export function under({ target }) {
  const cell = target.closest?.('[data-cell]');
  if (!cell) return undefined;
  const [row, column] = cell.dataset.cell.split(':').map(Number);
  const { right, bottom } = cell.getBoundingClientRect();
  return { row, column, left: Math.min(right + 6, innerWidth - 360), top: Math.min(bottom + 4, innerHeight - 250) };
}
