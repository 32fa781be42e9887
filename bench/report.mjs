// The figures of a run as tables, and `docs/performance.md` with them between its marks.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { INTERACTION, RATIOS, UN_VOTES } from './budgets.mjs';
import { ratio, spread, verdict } from './statistics.mjs';

const PAGE = join(import.meta.dirname, '../docs/performance.md');
const [BEGIN, END] = ['<!-- figures: written by cargo xtask bench -->', '<!-- end of figures -->'];

const NAMES = {
  ours: 'ours', article: 'ours, as the snippet of the article', dom: 'hand-written DOM', windowed: 'hand-written DOM, windowed',
  'tanstack-preact': 'TanStack Virtual with Preact', react: 'React, the full table', plot: 'Observable Plot', 'ag-grid': 'AG Grid',
};
const FIGURES = {
  sent: 'bytes sent', requests: 'requests', firstPaint: 'first paint, ms', firstCell: 'first cell, ms', firstCellWork: 'processor to it, ms', mount: 'mount, ms', elements: 'elements', cells: 'cells drawn',
  heapAndWasm: 'heap and module, MB', process: 'process, MB', hover: 'hover, ms', chipOff: 'chip off, ms', chipOn: 'chip on, ms', key: 'key, ms', clear: 'clear, ms', search: 'key in our search, ms', searchClear: 'clear it, ms',
  scroll: 'frame, ms', scroll95: '95 % of frames, ms', scrollWorst: 'worst frame, ms', scrollLong: 'frames over 50 ms', scrollBlank: 'blank, %',
  block: 'longest block, ms', filter: 'filter, ms', press: 'filter pressed, ms',
};
const READY = ['sent', 'requests', 'firstCell', 'firstCellWork', 'mount', 'elements', 'cells', 'heapAndWasm', 'process'];
const ANSWERS = ['hover', 'chipOff', 'chipOn', 'key', 'clear', 'search', 'searchClear'];
const SCROLL = ['scroll', 'scroll95', 'scrollWorst', 'scrollLong', 'scrollBlank'];

/** Writes the tables into the page. */
export function report(results) {
  const [before, rest] = readFileSync(PAGE, 'utf8').split(BEGIN);
  writeFileSync(PAGE, `${before}${BEGIN}\n\n${tables(results)}\n${END}${rest.split(END)[1]}`);
}

/** All that was measured, as Markdown. */
export function tables({ date, machine, rounds, sizes, start, interaction, unVotes, growth, failures }) {
  const parts = [`Measured on ${date}, ${rounds} rounds: ${machine.processor}, ${machine.cores} cores, ${machine.gigabytes} GB, ${machine.system}, Chromium ${machine.chromium}; load before the run ${machine.load.toFixed(1)}.`];
  const part = (title, ...tables) => parts.push(`### ${title}`, ...tables);
  for (const [size, pages] of Object.entries(sizes)) part(SIZE[size], byPage(pages, READY), byPage(pages, ANSWERS), ...(size === 'large' ? [byPage(pages, SCROLL)] : []));
  if (start) part('Start: slow 4G, a processor four times slower', byPage(start, ['sent', 'requests', 'firstPaint', 'firstCell', 'firstCellWork']));
  if (interaction) part('Answers, as the browser tells them', answers(interaction));
  if (unVotes) part('UN votes', table(['', 'ours', 'limit', 'kept'], Object.keys({ mount: 0, block: 0, heap: 0, wasm: 0, ...UN_VOTES, scroll: 0, scroll95: 0, scrollLong: 0 }).map((figure) => ofVotes(unVotes.ours, figure))));
  if (growth) part('Growth', table(['statements', 'MB of CSV', 'bytes to first frame, ms', 'longest block, ms', 'heap and module, MB', 'process, MB'], growth.map(grown)));
  const ratios = RATIOS.map((budget) => held({ ...sizes, start }, budget)).filter(Boolean);
  if (ratios.length) part('Against the limits', table(['', 'figure', 'against', 'ratio', 'limit', 'kept'], ratios));
  if (failures.length) part('What did not come', failures.map((failure) => `- ${failure}`).join('\n'));
  return `${parts.join('\n\n')}\n`;
}

const SIZE = { small: 'Small: 5 × 8', medium: 'Medium: 50 × 40', large: 'Large: 200 × 1,000' };

/** A line for each page, a column for each figure that any of them has. */
function byPage(pages, figures) {
  const named = Object.entries(pages).filter(([, visits]) => visits.length);
  const used = figures.filter((figure) => named.some(([, visits]) => of(visits, figure)));
  return table(['', ...used.map((figure) => FIGURES[figure])], named.map(([name, visits]) => [NAMES[name], ...used.map((figure) => told(of(visits, figure)))]));
}

/** The median of what readers do, and the worst there was. */
function answers(interaction) {
  const lines = Object.entries(interaction).filter(([, visits]) => visits.length).map(([name, visits]) => {
    const kinds = ['press', 'hover', 'key'].map((kind) => visits.flatMap((visit) => visit[kind]));
    const worst = spread(visits.map((visit) => Math.max(...visit.press, ...visit.hover, ...visit.key)));
    const isLimited = name === INTERACTION.name;
    return [name, ...kinds.map((times) => `${digits(spread(times).middle)}, worst ${digits(Math.max(...times))}`), ...(isLimited ? [INTERACTION.limit, verdict(worst, INTERACTION.limit)] : ['', ''])];
  });
  return table(['', FIGURES.press, FIGURES.hover, FIGURES.search, 'limit', 'kept'], lines);
}

function ofVotes(visits, figure) {
  const found = of(visits, figure);
  const limit = UN_VOTES[figure];
  const name = figure === 'mount' ? 'bytes to first frame, ms' : FIGURES[figure] ?? `${figure}, MB`;
  return [name, told(found), limit ?? '', limit ? verdict(found, limit) : ''];
}

const grown = ({ statements, bytes, mount, block, heapAndWasm, process, end }) => [
  statements.toLocaleString('en'), ...(end ? [end, '', '', '', ''] : [bytes / 2 ** 20, mount, block, heapAndWasm, process].map(digits)),
];

/** How ours keeps a limit against a rival; nothing where one of them was not measured. */
function held(sizes, { size, rival, limit, figure }) {
  const { ours, [rival]: theirs } = sizes[size] ?? {};
  const found = ours && theirs && ratio(ours, theirs, figure);
  return found && [size, FIGURES[figure].replace(/, ms$/, ''), NAMES[rival], told(found), limit, verdict(found, limit)];
}

const of = (visits, figure) => spread(visits.map((visit) => visit[figure]));

/** `12.3 (11.9–13.4)`: the median, and the middle half. */
function told(found) {
  if (!found) return '–';
  const [middle, low, high] = [found.middle, found.low, found.high].map(digits);
  return low === high ? middle : `${middle} (${low}–${high})`;
}

function digits(value) {
  if (!Number.isFinite(value)) return '–';
  if (Number.isInteger(value) || value >= 100) return Math.round(value).toLocaleString('en');
  return value.toFixed(value >= 10 ? 1 : 2);
}

const table = (head, lines) => [head, head.map((_, column) => (column ? '---:' : '---')), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
