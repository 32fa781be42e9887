// Observable Plot: cells, marks and a tip; whatever changes is plotted anew, as Plot has it.
import { drawn, mark, matrix } from '../common/contract.js';
import { bar, element } from '../common/parts.js';
import { cell, plot, pointer, text, tip } from '@observablehq/plot';

const COLOURS = ['#1a6e3c', '#8fd19e', '#f4e7a1', '#f2a27e', '#b3261e', '#e9e9e9'];
const data = await matrix();
const scroller = element('div', { className: 'scroller', dataset: { scroller: '' } });
let rows = data.named('');
let columns = data.without(new Set());
let figure;

function draw() {
  const cells = rows.flatMap((row) => columns.map((column) => ({ row, column, stance: data.stances[data.cell(row, column)] })));
  figure = plot({
    width: 120 + columns.length * 44,
    height: 100 + rows.length * 26,
    marginLeft: 120,
    marginTop: 90,
    marginRight: 0,
    marginBottom: 10,
    style: { maxWidth: 'none' },
    x: { type: 'band', domain: columns, axis: 'top', tickFormat: (column) => data.columns[column].name, tickRotate: -45, label: null },
    y: { type: 'band', domain: rows, tickFormat: (row) => data.rows[row].name, label: null },
    color: { type: 'categorical', domain: [0, 1, 2, 3, 4, -1], range: COLOURS },
    marks: [
      cell(cells, { x: 'column', y: 'row', fill: 'stance', inset: 0.5 }),
      text(cells, { x: 'column', y: 'row', text: ({ stance }) => mark(stance) }),
      tip(cells, pointer({ x: 'column', y: 'row', title: told, lineWidth: 30 })),
    ],
  });
  scroller.replaceChildren(figure);
}

function told({ row, column, stance }) {
  const quotes = (data.statements[data.cell(row, column)] ?? []).map(
    ({ text, speaker, role, date }) => `${text}\n${speaker}, ${role}, ${date}`,
  );
  return [`${data.rows[row].name}: ${data.columns[column].name}`, data.word(stance), ...quotes].join('\n');
}

function cellRect(row, column) {
  if (!rows.includes(row) || !columns.includes(column)) return null;
  const [x, y, { left, top }] = [figure.scale('x'), figure.scale('y'), figure.getBoundingClientRect()];
  return { x: left + x.apply(column), y: top + y.apply(row), width: x.bandwidth, height: y.bandwidth };
}

const line = bar(
  data,
  (text) => {
    rows = data.named(text);
    draw();
  },
  (hidden) => {
    columns = data.without(hidden);
    draw();
  },
);
document.querySelector('#page').append(line, scroller);
draw();
drawn({ cellRect, cardText: () => figure.querySelector('[aria-label=tip]')?.textContent ?? '' });
