// Hand-written DOM: the whole matrix as a table, one listener for each kind of event.
import { drawn, look, mark, matrix } from '../common/contract.js';
import { bar, card, element } from '../common/parts.js';

const data = await matrix();
const head = element(
  'tr',
  {},
  element('th', { className: 'corner' }),
  ...data.columns.map(({ name }) => element('th', { textContent: name, title: name, scope: 'col' })),
);
const body = element('tbody', {}, ...data.rows.map(line));
const scroller = element(
  'div',
  { className: 'scroller', dataset: { scroller: '' } },
  element('table', {}, element('thead', {}, head), body),
);

function line({ name }, row) {
  const cells = data.columns.map((_, column) => {
    const stance = data.stances[data.cell(row, column)];
    const cell = document.createElement('td');
    cell.className = look(stance);
    cell.tabIndex = 0;
    cell.dataset.cell = `${row}:${column}`;
    cell.textContent = mark(stance);
    return cell;
  });
  return element('tr', {}, element('th', { textContent: name, scope: 'row' }), ...cells);
}

function filter(text) {
  const named = new Set(data.named(text));
  for (const [row, line] of [...body.rows].entries()) line.hidden = !named.has(row);
}

function hide(hidden, column) {
  for (const line of [head, ...body.rows]) line.cells[column + 1].hidden = hidden.has(column);
}

document.querySelector('#page').append(bar(data, filter, hide), scroller, card(data, scroller));
drawn();
