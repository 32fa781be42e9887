// The cells of the matrix. Yew draws the table around them, and one cell of each stance; a cell is a copy of that, and of
// one that is there only what has changed is set. There are hundreds, and they are what changes when the matrix is
// filtered, searched or scrolled.
import { say } from './say.js';

// What is told of a cell (`Grid::cells` in src/view/grid.rs): its row and column, its sample, how many statements it has,
// its looks in bits, and where it stands in its line, counted from 1, or 0 where all are drawn.
const NUMBERS = 6;
const [ROW, COLUMN, SAMPLE, STATEMENTS, LOOKS, INDEX] = [0, 1, 2, 3, 4, 5];
const CLASSES = [[1, ' dim'], [2, ' find'], [4, ' unsourced']];
const [UNSOURCED, STOP, OPEN] = [4, 8, 16];

// What each cell was drawn from.
const known = new WeakMap();

/**
 * Brings the cells of the matrix below `root` up to date: `numbers` has them line by line, `across` in each. Those of
 * another `version`, of other data or in another language, are drawn anew.
 */
export function cells(root, texts, version, swapped, across, numbers) {
  const samples = root.querySelector('.scroller template')?.children;
  const heads = Array.from(root.querySelectorAll('.grid .column'), ({ textContent }) => textContent);
  let at = 0;
  for (const line of root.querySelector('.grid tbody')?.children ?? []) {
    let next = line.children[1];
    for (let place = 0; place < across; place += 1) {
      const now = [...numbers.subarray(at, (at += NUMBERS)), version];
      const isThere = (cell) => [ROW, COLUMN, SAMPLE, NUMBERS].every((part) => known.get(cell)[part] === now[part]);
      let cell = next;
      while (cell && !isThere(cell)) cell = cell.nextElementSibling;
      if (cell) {
        // What stands before it is gone.
        while (next !== cell) next = gone(next);
        next = cell.nextElementSibling;
      } else {
        const names = [line.firstChild.textContent, heads[place]];
        cell = made(samples[now[SAMPLE]], texts, now, swapped ? names.reverse() : names);
        line.insertBefore(cell, next ?? null);
      }
      change(cell, known.get(cell), now);
      known.set(cell, now);
    }
    while (next) next = gone(next);
  }
}

/** Takes a cell away, and gives the one after it. */
function gone(cell) {
  const next = cell.nextElementSibling;
  cell.remove();
  return next;
}

function made(sample, texts, now, names) {
  const cell = sample.cloneNode(true);
  cell.dataset.key = `${now[ROW]}:${now[COLUMN]}`;
  const name = say(texts, 'cell', now[STATEMENTS], ...names, sample.querySelector('.word').textContent);
  cell.setAttribute('aria-label', now[LOOKS] & UNSOURCED ? say(texts, 'unsourced', 0, name) : name);
  return cell;
}

/** Sets what is not as `before`; of a new cell, what is not as in the sample. */
function change(cell, before = [], now) {
  const changed = before[LOOKS] ^ now[LOOKS];
  if (changed & (STOP - 1)) cell.className = CLASSES.reduce((name, [bit, more]) => name + (now[LOOKS] & bit ? more : ''), 'cell');
  if (changed & STOP) cell.tabIndex = now[LOOKS] & STOP ? 0 : -1;
  if (changed & OPEN) cell.setAttribute('aria-expanded', Boolean(now[LOOKS] & OPEN));
  if ((before[INDEX] ?? 0) !== now[INDEX]) cell.setAttribute('aria-colindex', now[INDEX]);
}
