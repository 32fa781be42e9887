// What the browser itself says of how long the reader waits: Event Timing, from an event to the paint after it.
// A hover is no interaction to it, so from the pointer to the frame with the card stands in its place.
import { HOOKS } from '../build.mjs';
import { LIMIT, ready, visit } from '../browser.mjs';
import { box, timed } from '../visit.mjs';

// What takes less the browser does not tell; it counts in steps of eight.
const LEAST = 16;
// Cells of the second row that are hovered.
const HOVERS = 4;

/** The pages that are tried, each at the processor's own speed and four times slower. */
export function cases({ origin }, votes) {
  const ours = (size) => ({ address: `${origin}/ours/?data=${origin}/data/${size}.json` });
  const pages = {
    article: { address: `${origin}/article/`, scripts: [HOOKS] },
    medium: ours('medium'),
    large: ours('large'),
    ...(votes && { 'un-votes': { address: `${origin}/reader/?package=${origin}/un-votes/datapackage.json` } }),
  };
  const slower = (processor) => Object.entries(pages).map(([name, page]) => [`${name}, ${processor} ×`, { ...page, processor }]);
  return Object.fromEntries([...slower(1), ...slower(4)]);
}

/** The milliseconds of each press, hover and key on one of them. */
export const interaction = (chromium, { address, ...conditions }) =>
  visit(chromium, address, conditions, async (here) => {
    await ready(here, 2 * LIMIT);
    // What loads once the matrix is painted is no part of an answer.
    await here.page.waitForTimeout(1000);
    await here.page.evaluate(() => document.querySelector('stance-matrix').style.setProperty('--stance-hover-delay', '0ms'));
    await here.page.evaluate(() => document.querySelector('stance-matrix').scrollIntoView());
    return { press: await presses(here), hover: await hovers(here), key: await keys(here, 'sta') };
  });

async function presses(here) {
  const times = [];
  for (const column of [1, 1, 2, 2]) times.push(await told(here, async () => click(here, await box(here, 'chip', column))));
  return times;
}

async function hovers(here) {
  const times = [];
  for (let column = 1; column <= HOVERS; column += 1) {
    const [x, y] = middle(await box(here, 'cell', 1, column));
    times.push(await timed(here, ['pointerover', 'pointermove'], 'opened', [], () => here.page.mouse.move(x, y)));
    await here.page.mouse.move(...middle(await box(here, 'search')));
    await here.page.evaluate(() => window.benchProbe.until('closed', [], 5000));
  }
  return times;
}

async function keys(here, text) {
  await click(here, await box(here, 'search'));
  const times = [];
  for (const key of [...text, 'Backspace']) times.push(await told(here, () => here.page.keyboard.press(key)));
  return times;
}

/**
 * What the browser tells of an action: the longest of its events. Not the release of a key: nothing hears it, and what
 * is told of it is the time until anything at all is painted, be it the caret.
 */
async function told({ page }, act) {
  const count = await page.evaluate(() => window.benchProbe.events.length);
  await act();
  // It tells of an event once that is painted, and some time later.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 200))));
  const durations = await page.evaluate((count) => {
    const own = window.benchProbe.events.slice(count).filter(({ name, interactionId }) => interactionId && name !== 'keyup');
    return own.map(({ duration }) => duration);
  }, count);
  return Math.max(LEAST, ...durations);
}

const middle = ({ x, y, width, height }) => [x + width / 2, y + height / 2];
const click = ({ page }, part) => page.mouse.click(...middle(part));
