// How reading grows with the data, and where it ends.
import { freemem } from 'node:os';
import { LIMIT, memory, ready, visit } from '../browser.mjs';
import { read } from './un-votes.mjs';

// The browser gives no page more than two gigabytes in one piece: that ends it at the latest.
const STATEMENTS = [10_000, 100_000, 1_000_000, 10_000_000, 30_000_000];
// Bytes that one of them needs on the way: in the page's text, and in what is read from it.
const NEEDS = 200;

/** The figures for each number of statements that there is memory for; the first that does not come ends it, with the reason. */
export async function growth(chromium, { origin }) {
  const found = [];
  for (const statements of STATEMENTS) {
    const step = { statements };
    found.push(step);
    if (freemem() < statements * NEEDS) {
      step.end = 'not tried: too little memory on the machine';
      break;
    }
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
