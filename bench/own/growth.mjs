// How reading grows with the data, and where it ends.
import { LIMIT, memory, ready, visit } from '../browser.mjs';
import { read } from './un-votes.mjs';

const STATEMENTS = [10_000, 100_000, 1_000_000, 10_000_000];

/** A figure for each number of statements; the first that does not come ends it, with the reason. */
export async function growth(chromium, { origin }) {
  const found = [];
  for (const statements of STATEMENTS) {
    const step = { statements };
    found.push(step);
    try {
      Object.assign(
        step,
        await visit(chromium, `${origin}/reader/?statements=${statements}`, {}, async (here) => {
          await ready(here, 2 * LIMIT);
          return { ...(await read(here)), ...(await memory(here)) };
        }),
      );
    } catch (error) {
      step.end = error.message.split('\n')[0];
      break;
    }
  }
  return found;
}
