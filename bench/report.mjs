// The figures of a run as tables, and `docs/performance.md` with them between its marks.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { INTERACTION, RATIOS, UN_VOTES as LIMITS } from './budgets.mjs';
import { ANSWERS, FIGURES, GROWTH, PAGES, READY, SCROLL, SIZES, START, UN_VOTES } from './names.mjs';
import { ratio, spread, verdict } from './statistics.mjs';

const PAGE = join(import.meta.dirname, '../docs/performance.md');
const [BEGIN, END] = ['<!-- figures: written by cargo xtask bench -->', '<!-- end of figures -->'];

/** Writes the tables into the page. */
export function report(results) {
  const [before, rest] = readFileSync(PAGE, 'utf8').split(BEGIN);
  writeFileSync(PAGE, `${before}${BEGIN}\n\n${tables(results)}\n${END}${rest.split(END)[1]}`);
}

/** All that was measured, as Markdown. */
export function tables({ date, machine, rounds, sizes, start, interaction, unVotes, growth, failures }) {
  const { processor, cores, gigabytes, system, chromium, others } = machine;
  const parts = [
    `Measured on ${date}, ${rounds} rounds: ${processor}, ${cores} cores, ${gigabytes} GB, ${system}, Chromium ${chromium}. ` +
      `Other programs took ${others.toFixed(1)} of the cores just before.`,
  ];
  const part = (title, ...tables) => parts.push(`### ${title}`, ...tables);
  const ratios = RATIOS.map((budget) => held({ ...sizes, start }, budget)).filter(Boolean);
  if (ratios.length) part('Against the limits', table(['', 'figure', 'against', 'ratio', 'limit', 'kept', 'without a library'], ratios));
  for (const [size, pages] of Object.entries(sizes)) {
    part(SIZES[size], ...[READY, ANSWERS, ...(size === 'large' ? [SCROLL] : [])].map((figures) => byPage(pages, figures)));
  }
  if (start) part('Start: slow 4G, a processor four times slower', byPage(start, START));
  if (interaction) part('Answers, as the browser tells them', answers(interaction));
  if (unVotes) part('UN votes', ofVotes(unVotes.ours));
  if (growth) part('Growth', grown(growth));
  if (failures.length) part('What did not come', failures.map((failure) => `- ${failure}`).join('\n'));
  return `${parts.join('\n\n')}\n`;
}

/** A line for each page, a column for each figure that any of them has. */
function byPage(pages, figures) {
  const named = Object.entries(pages).filter(([, visits]) => visits.length);
  const used = figures.filter((figure) => named.some(([, visits]) => of(visits, figure)));
  const measured = named.filter(([, visits]) => used.some((figure) => of(visits, figure)));
  const lines = measured.map(([name, visits]) => [PAGES[name] ?? name, ...used.map((figure) => told(of(visits, figure)))]);
  return table(['', ...used.map((figure) => FIGURES[figure])], lines);
}

/** The median of what readers do, and the worst there was. */
function answers(interaction) {
  const kinds = ['press', 'hover', 'key'];
  const lines = Object.entries(interaction).map(([name, visits]) => {
    const times = kinds.map((kind) => visits.flatMap((visit) => visit[kind]));
    const worst = spread(visits.map((visit) => Math.max(...kinds.flatMap((kind) => visit[kind]))));
    const isLimited = name === INTERACTION.name;
    const limit = isLimited ? [INTERACTION.limit, verdict(worst, INTERACTION.limit)] : ['', ''];
    return [name, ...times.map((times) => `${digits(spread(times)?.middle)}, worst ${digits(Math.max(...times))}`), ...limit];
  });
  return table(['', 'chip pressed, ms', FIGURES.hover, FIGURES.search, 'limit', 'kept'], lines);
}

function ofVotes(visits) {
  const lines = UN_VOTES.map((figure) => {
    const [found, limit] = [of(visits, figure), LIMITS[figure]];
    return [FIGURES[figure], told(found), ...(limit ? [limit.toLocaleString('en'), verdict(found, limit)] : ['', ''])];
  });
  return table(['', 'ours', 'limit', 'kept'], lines);
}

function grown(steps) {
  const lines = steps.map(({ statements, bytes, end, ...step }) => {
    const figures = end ? [end, ...GROWTH.map(() => '')] : [bytes / 2 ** 20, ...GROWTH.map((figure) => step[figure])].map(digits);
    return [statements.toLocaleString('en'), ...figures];
  });
  return table(['statements', 'CSV, MB', ...GROWTH.map((figure) => FIGURES[figure])], lines);
}

/** How ours keeps a limit against a rival, and the floor; nothing where one of them was not measured. */
function held(sizes, { size, rival, limit, figure, floor }) {
  const { ours, [rival]: theirs, [floor]: least } = sizes[size] ?? {};
  const found = ours && theirs && ratio(ours, theirs, figure);
  const lowest = theirs && least && ratio(least, theirs, figure);
  return found && [size, FIGURES[figure].split(',')[0], PAGES[rival], told(found), limit, verdict(found, limit), lowest ? told(lowest) : ''];
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

function table(head, lines) {
  const rule = head.map((_, column) => (column ? '---:' : '---'));
  return [head, rule, ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
