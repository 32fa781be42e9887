// Pages in turn: A B C, B C A, C A B, so that what drifts on the machine falls on all of them alike.
import { PAGES } from './names.mjs';
import { SLOW } from './visit.mjs';

/**
 * Visits each of `names` by `once` in each of so many `rounds`, a slow page in a third of them. The figures of all visits
 * by name; what failed is told, noted in `failures` and not tried again.
 */
export async function inTurn({ server, failures }, what, names, rounds, once) {
  const found = Object.fromEntries(names.map((name) => [name, []]));
  const failed = new Set();
  for (let round = 0; round < rounds; round += 1) {
    const begin = performance.now();
    for (const place of names.keys()) {
      const name = names[(place + round) % names.length];
      const isSlow = found[name].some(({ firstCell }) => firstCell > SLOW);
      if (failed.has(name) || (isSlow && round >= rounds / 3)) continue;
      server.sent();
      try {
        const figures = await once(name);
        const { bytes, requests } = server.sent();
        found[name].push({ round, sent: bytes, requests, ...figures });
      } catch (error) {
        failed.add(name);
        failures.push(`${what}, ${PAGES[name] ?? name}: ${error.message.split('\n')[0]}`);
        console.error(`✗ ${failures.at(-1)}`);
      }
    }
    console.log(`▸ ${what}: round ${round + 1} of ${rounds}, ${Math.round((performance.now() - begin) / 1000)} s`);
  }
  return found;
}
