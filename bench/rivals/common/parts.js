// Chips, filter and card as plain DOM, for rivals whose library draws the matrix alone, and for those without one.
import { under } from './contract.js';

export function element(tag, properties, ...children) {
  const { dataset, ...rest } = properties ?? {};
  const made = Object.assign(document.createElement(tag), rest);
  Object.assign(made.dataset, dataset);
  made.append(...children);
  return made;
}

/** The line above the matrix. `filter` is called with the text typed, `hide` with the columns switched off. */
export function bar({ columns }, filter, hide) {
  const hidden = new Set();
  const input = element('input', { type: 'search', placeholder: 'Filter countries', dataset: { filter: '' } });
  input.addEventListener('input', () => filter(input.value));
  const chips = columns.map(({ name }, column) => {
    const chip = element('button', { className: 'chip', textContent: name, dataset: { chip: column } });
    chip.ariaPressed = 'true';
    return chip;
  });
  const line = element('div', { className: 'bar' }, input, ...chips);
  line.addEventListener('click', ({ target }) => {
    const chip = target.closest('[data-chip]');
    if (!chip) return;
    const column = Number(chip.dataset.chip);
    if (!hidden.delete(column)) hidden.add(column);
    chip.ariaPressed = String(!hidden.has(column));
    hide(hidden, column);
  });
  return line;
}

/** What a card says. */
export function told({ rows, columns, stances, statements, word, cell }, row, column) {
  const at = cell(row, column);
  const quotes = (statements[at] ?? []).map(({ text, speaker, role, date, url }) =>
    element(
      'blockquote',
      {},
      text,
      element('cite', {}, `${speaker}, ${role}, ${date} `, element('a', { href: url, textContent: 'source' })),
    ),
  );
  return [
    element('h3', { textContent: `${rows[row].name}: ${columns[column].name}` }),
    element('p', { textContent: word(stances[at]) }),
    ...quotes,
  ];
}

/** A card that follows the pointer and the focus in `scroller`. */
export function card(matrix, scroller) {
  const box = element('div', { className: 'card', hidden: true, dataset: { card: '' } });
  let shown;
  const show = (event) => {
    const there = event.type === 'mouseleave' ? undefined : under(event);
    const key = there && `${there.row}:${there.column}`;
    if (key === shown) return;
    shown = key;
    box.hidden = !there;
    if (!there) return;
    box.replaceChildren(...told(matrix, there.row, there.column));
    box.style.left = `${there.left}px`;
    box.style.top = `${there.top}px`;
  };
  for (const name of ['mouseover', 'focusin', 'mouseleave']) scroller.addEventListener(name, show);
  return box;
}
