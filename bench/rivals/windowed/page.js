// Hand-written DOM, windowed: the floor. Only what is in sight is drawn, in cells that are used again: the cell of a
// line and a place stands at their remainders by the size of the window, so that a scroll touches only what is new.
import { drawn, look, mark, matrix } from '../common/contract.js';
import { bar, card, element } from '../common/parts.js';

const [HEIGHT, WIDTH, NAMES, BEYOND] = [26, 44, 120, 2];
const data = await matrix();
let rows = data.named('');
let columns = data.without(new Set());

const head = element('div', { className: 'head' });
const plane = element('div', { className: 'plane' }, head);
const scroller = element('div', { className: 'scroller', dataset: { scroller: '' } }, plane);
const heads = [];
const lines = [];

/** The places `[from, to)` of `length` that are in sight. */
function sight(start, room, size, length) {
  return [Math.max(0, Math.floor(start / size) - BEYOND), Math.min(length, Math.ceil((start + room) / size) + BEYOND)];
}

/** Makes as many lines and cells as the window needs; they only ever become more. */
function provide(height, width) {
  while (heads.length < width) heads.push(slot(head, 'across'));
  while (lines.length < height) {
    const name = slot(undefined, 'name');
    const node = element('div', { className: 'line' }, name.node);
    plane.append(node);
    lines.push({ node, name, cells: [] });
  }
  for (const { node, cells } of lines) while (cells.length < heads.length) cells.push(slot(node, 'cell', 0));
}

function slot(parent, className, tabIndex = -1) {
  const text = document.createTextNode('');
  const node = element('div', { className, tabIndex }, text);
  parent?.append(node);
  return { node, text };
}

/** Puts a slot at a place, and calls `fill` only where what it shows is another. */
function put(slot, place, shows, fill) {
  if (slot.place !== place) {
    if (place === undefined) slot.node.hidden = true;
    else {
      if (slot.place === undefined) slot.node.hidden = false;
      slot.node.style.transform = `translateX(${NAMES + place * WIDTH}px)`;
    }
    slot.place = place;
  }
  if (place === undefined || slot.shows === shows) return;
  slot.shows = shows;
  fill(slot, shows);
}

const inHead = ({ node, text }, column) => {
  text.data = data.columns[column].name;
  node.title = text.data;
};

const inCell = ({ node, text }, cell) => {
  node.className = look(data.stances[cell]);
  node.dataset.cell = `${Math.floor(cell / data.width)}:${cell % data.width}`;
  text.data = mark(data.stances[cell]);
};

/** The place within the window of which the remainder by `size` is `index`; nothing where that is beyond it. */
function placed([from, to], size, index) {
  const place = from + ((((index - from) % size) + size) % size);
  return place < to ? place : undefined;
}

let before = '';
function draw(again) {
  const { scrollLeft, scrollTop, clientWidth, clientHeight } = scroller;
  const down = sight(scrollTop, clientHeight, HEIGHT, rows.length);
  const across = sight(scrollLeft, clientWidth, WIDTH, columns.length);
  const now = `${down} ${across}`;
  if (!again && now === before) return;
  before = now;
  provide(down[1] - down[0], across[1] - across[0]);
  const places = heads.map((_, index) => placed(across, heads.length, index));
  heads.forEach((slot, index) => put(slot, places[index], columns[places[index]], inHead));
  lines.forEach((line, index) => fillLine(line, placed(down, lines.length, index), places));
}

function fillLine(line, place, places) {
  const row = rows[place];
  if (line.place !== place) {
    line.node.hidden = place === undefined;
    line.node.style.transform = `translateY(${place * HEIGHT}px)`;
    line.place = place;
  }
  if (place === undefined) return;
  if (line.row !== row) line.name.text.data = data.rows[row].name;
  line.row = row;
  line.cells.forEach((slot, index) => put(slot, places[index], row * data.width + columns[places[index]], inCell));
}

function lay() {
  plane.style.width = `${NAMES + columns.length * WIDTH}px`;
  plane.style.height = `${HEIGHT + rows.length * HEIGHT}px`;
  draw(true);
}

const filter = (text) => {
  rows = data.named(text);
  lay();
};
const hide = (hidden) => {
  columns = data.without(hidden);
  lay();
};
scroller.addEventListener('scroll', () => draw(false), { passive: true });
addEventListener('resize', () => draw(false));
document.querySelector('#page').append(bar(data, filter, hide), scroller, card(data, scroller));
lay();
drawn();
