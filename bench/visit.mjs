// One visit of a page that keeps the contract: how soon it is ready, what it needs, how fast it answers.
import { join } from 'node:path';
import { LIMIT, inTime, memory, ready, used, visit } from './browser.mjs';
import { median } from './statistics.mjs';

const REPLAY = join(import.meta.dirname, 'replay.js');
const POINTER = ['pointerover', 'pointermove'];
/** A page whose first cell takes more milliseconds is asked to do less, and less often: its answers take seconds. */
export const SLOW = 4000;
// Pixels a second, as a hand on a wheel does it.
const [ACROSS, DOWN] = [3000, 700];

/**
 * The figures of one visit; throws where a cell is missing, a card has not its quote, or an answer never comes. With
 * `replays` the answers alone, each done again by hand once the page has given it (`replay.js`).
 */
export const measured = (chromium, address, plan, conditions = {}, replays = false) =>
  visit(chromium, address, { ...conditions, scripts: [...(conditions.scripts ?? []), ...(replays ? [REPLAY] : [])] }, async (page) => {
    const here = { ...page, replays };
    const firstCell = await ready(here);
    const start = { firstCell, firstCellWork: await used(here), ...(await marked(here)) };
    if (!plan) return start;
    // What is sent is the page's own, too.
    const figures = replays ? { sent: undefined, requests: undefined } : { ...start, ...(await memory(here)) };
    const few = firstCell > SLOW ? 1 : Infinity;
    Object.assign(figures, await hovered(here, plan.hovers.slice(0, Math.min(4, few))));
    Object.assign(figures, await switched(here, plan.columns.slice(0, Math.min(plan.isLarge ? 2 : 3, few))));
    Object.assign(figures, await typed(here, 'filter', plan.keys));
    if (!replays && (await box(here, 'search'))) {
      const { key, clear } = await typed(here, 'search', plan.keys);
      Object.assign(figures, { search: key, searchClear: clear });
    }
    if (!replays && plan.isLarge) Object.assign(figures, await scrolled(here, 3000));
    return figures;
  });

async function marked({ page }) {
  return page.evaluate(async () => {
    const { parsed, mounted, painted } = window.__bench.marks ?? {};
    return {
      firstPaint: await window.benchProbe.firstPaint(),
      mount: painted - parsed || undefined,
      // Without the wait for frames, which is the same for all.
      mountWork: mounted - parsed || undefined,
      cells: window.__bench.cellRect
        ? undefined
        : (window.__bench.root ?? document).querySelectorAll(window.__bench.cellSelector ?? '[data-cell]').length,
      elements: document.querySelectorAll('*').length + (window.__bench.root?.querySelectorAll?.('*').length ?? 0),
    };
  });
}

/** From a pointer on a cell to the frame with its quote. */
export async function hovered(here, hovers) {
  const times = [];
  for (const { row, column, quote } of hovers) {
    await aside(here);
    const cell = await box(here, 'cell', row, column);
    if (!cell) throw new Error(`cell ${row}:${column} is not to be seen`);
    times.push(await timed(here, POINTER, 'says', [quote], () => here.page.mouse.move(...middle(cell))));
  }
  await aside(here);
  return { hover: median(times) };
}

/** From a press of a chip to the frame without its column, and with it again. */
export async function switched(here, columns) {
  const [off, on] = [[], []];
  for (const column of columns) {
    for (const [times, check] of [
      [off, 'gone'],
      [on, 'there'],
    ]) {
      const chip = await box(here, 'chip', column);
      if (!chip) throw new Error(`chip ${column} is not to be seen`);
      await here.page.mouse.move(...middle(chip));
      times.push(await timed(here, ['click'], check, [0, column], () => here.page.mouse.click(...middle(chip))));
    }
  }
  return { chipOff: median(off), chipOn: median(on) };
}

/** From a key in a field to the frame without the row that it hides, and from its clearing to the frame with it again. */
export async function typed(here, field, keys) {
  await here.page.mouse.click(...middle(await box(here, field)));
  const times = [];
  for (const { key, gone } of keys) times.push(await timed(here, ['keydown'], 'gone', [gone, 0], () => here.page.keyboard.press(key)));
  await here.page.keyboard.press('Control+a');
  await rest(here);
  const clear = await timed(here, ['keydown'], 'there', [keys[0].gone, 0], () => here.page.keyboard.press('Delete'));
  return { key: median(times), clear };
}

/** The times of frames while the matrix scrolls in both directions; with `isBack` there and back again. */
export async function scrolled(here, time, isBack = false) {
  await aside(here);
  const { frames, blank } = await inTime(
    here.page.evaluate((values) => window.benchProbe.scroll(...values), [time, ACROSS, DOWN, isBack]),
    LIMIT,
  );
  const sorted = frames.toSorted((one, other) => one - other);
  return {
    scroll: frames.reduce((sum, frame) => sum + frame, 0) / frames.length,
    scroll95: sorted[Math.floor(sorted.length * 0.95)],
    scrollWorst: sorted.at(-1),
    scrollLong: frames.filter((frame) => frame > 50).length,
    scrollBlank: blank === null ? undefined : blank * 100,
  };
}

/** Milliseconds from an action's event to the end of the frame in which the check holds. */
export async function timed(here, types, check, values, act) {
  if (here.replays) return replayed(here, types, check, values, act);
  return clocked(here, types, check, values, act);
}

/** The same of what the page has changed at the action, done again by hand. */
async function replayed(here, types, check, values, act) {
  const replay = (step, ...values) => here.page.evaluate(([step, values]) => window.benchReplay[step](...values), [step, values]);
  await replay('record');
  await clocked(here, types, check, values, act);
  await rest(here);
  await replay('undo');
  if (types === POINTER) await here.page.mouse.move(...middle(await box(here, 'filter')));
  await replay('arm', types);
  const time = await clocked(here, types, check, values, act);
  await replay('end');
  return time;
}

async function clocked(here, types, check, values, act) {
  await rest(here);
  await here.page.evaluate(
    (wish) => {
      window.benchProbe.after(...wish);
    },
    [types, check, values, LIMIT],
  );
  await act();
  const time = await inTime(
    here.page.evaluate(() => window.benchProbe.outcome),
    LIMIT + 5000,
  );
  if (time === null) throw new Error(`not within ${LIMIT / 1000} s: ${check} ${values.join(' ')}`);
  return time;
}

const middle = ({ x, y, width, height }) => [x + width / 2, y + height / 2];
export const box = ({ page }, part, ...places) =>
  page.evaluate(([part, places]) => window.benchProbe.page[part](...places), [part, places]);

/** The pointer goes where no cell is, and the card closes. */
async function aside(here) {
  await here.page.mouse.move(...middle(await box(here, 'filter')));
  if (!(await here.page.evaluate(() => window.benchProbe.until('closed', [], 5000)))) throw new Error('the card does not close');
}

/** What is still at work has its time. */
const rest = ({ page }) => page.waitForTimeout(60);
