// The votes of the United Nations, or any other package: from bytes in memory to the first frame, then what a reader does.
import { LIMIT, memory, ready, visit } from '../browser.mjs';
import { median } from '../statistics.mjs';
import { box, scrolled, timed } from '../visit.mjs';

/** The figures of one visit of the package at `address`. */
export const unVotes = (chromium, { origin }) =>
  visit(chromium, `${origin}/reader/?package=${origin}/un-votes/datapackage.json`, {}, async (here) => {
    await ready(here, 2 * LIMIT);
    const figures = { ...(await read(here)), ...(await memory(here)) };
    Object.assign(figures, await scrolled(here, 10_000, true));
    await here.page.evaluate(() => {
      window.benchProbe.page.scroller().scrollTo(0, 0);
    });
    return { ...figures, filter: await pressed(here), search: await searched(here) };
  });

/** From bytes to the second frame with the matrix, and the longest that the page could not answer meanwhile. */
export async function read({ page }) {
  return page.evaluate(() => {
    const { marks } = window.__bench;
    const blocks = window.benchProbe.blocks.filter(({ startTime }) => startTime + 50 > marks.parsed);
    return { bytes: marks.bytes, read: marks.painted - marks.parsed, block: Math.max(0, ...blocks.map(({ duration }) => duration)) };
  });
}

async function pressed(here) {
  const times = [];
  for (const check of ['gone', 'there']) {
    const { x, y, width, height } = await box(here, 'chip', 1);
    times.push(await timed(here, ['click'], check, [0, 1], () => here.page.mouse.click(x + width / 2, y + height / 2)));
  }
  return median(times);
}

/** The beginning of the first column's name, of which each key is found there, in sight. */
async function searched(here) {
  const text = await here.page.evaluate(() => window.__bench.root.querySelector('[data-key=":0"]').textContent.slice(0, 3).toLowerCase());
  const { x, y, width, height } = await box(here, 'search');
  await here.page.mouse.click(x + width / 2, y + height / 2);
  const times = [];
  for (let length = 1; length <= text.length; length += 1) {
    times.push(await timed(here, ['keydown'], 'found', [text.slice(0, length)], () => here.page.keyboard.press(text[length - 1])));
  }
  return Math.max(...times);
}
