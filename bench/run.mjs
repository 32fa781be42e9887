// `cargo xtask bench`: builds the pages, visits them in turn in one headless Chromium, and writes what was measured.
import { writeFileSync } from 'node:fs';
import os from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { browser } from './browser.mjs';
import { DIST, HOOKS, RIVALS, pages } from './build.mjs';
import { SIZES, generate } from './generate.mjs';
import { growth } from './own/growth.mjs';
import { interaction } from './own/interaction.mjs';
import { unVotes } from './own/un-votes.mjs';
import { report, tables } from './report.mjs';
import { serve } from './serve.mjs';
import { tasks } from './tasks.mjs';
import { measured } from './visit.mjs';

const RECORD = join(import.meta.dirname, 'results.json');
// A page whose first cell takes longer is visited in fewer rounds: it would take most of the run.
const SLOW = 4000;
const OWN = ['start', 'interaction', 'growth', 'un-votes'];

const { values: options } = parseArgs({ options: {
  rounds: { type: 'string', default: '7' }, only: { type: 'string' }, sizes: { type: 'string' }, 'un-votes': { type: 'string' },
} });
const rounds = Number(options.rounds);
const only = options.only?.split(',');
for (const name of only ?? []) if (![...RIVALS, ...OWN, 'ours'].includes(name)) throw new Error(`--only: there is no “${name}”; there are ${[...RIVALS, 'ours', ...OWN].join(', ')}`);
const isAsked = (name) => !only || only.includes(name);
const names = ['ours', ...RIVALS.filter(isAsked)];
// Where only measurements of our own are asked for, no sizes are visited.
const sizes = only?.every((name) => OWN.includes(name)) ? [] : (options.sizes ?? Object.keys(SIZES).join()).split(',');
const [ownRounds, slowRounds, failures] = [Math.min(3, rounds), Math.ceil(rounds / 3), []];

console.log('▸ pages and data');
const data = Object.fromEntries([...new Set([...sizes, 'small', ...(isAsked('interaction') ? ['medium', 'large'] : [])])].map((size) => [size, generate(SIZES[size])]));
const folders = { ...(await pages()), article: DIST, ...(options['un-votes'] && { 'un-votes': options['un-votes'] }) };
const server = await serve(folders, Object.fromEntries(Object.entries(data).map(([size, data]) => [size, JSON.stringify(data)])));
const chromium = await browser();
const results = { date: new Date().toISOString().slice(0, 10), machine: machine(), rounds, sizes: {}, failures };

for (const size of sizes) {
  const plan = { ...tasks(data[size]), isLarge: size === 'large' };
  results.sizes[size] = await inTurn(size, names, rounds, (name) => measured(chromium, at(name, size), plan));
}
if (isAsked('start')) {
  const conditions = { processor: 4, isSlow: true };
  results.start = await inTurn('start', [...names, 'article'], rounds, (name) => (name === 'article'
    ? measured(chromium, `${server.origin}/article/`, undefined, { ...conditions, scripts: [HOOKS] })
    : measured(chromium, at(name, 'small'), undefined, conditions)));
}
if (isAsked('interaction')) {
  const reader = options['un-votes'] && { 'un-votes': `${server.origin}/reader/?package=${server.origin}/un-votes/datapackage.json` };
  const addresses = { article: `${server.origin}/article/`, medium: at('ours', 'medium'), large: at('ours', 'large'), ...reader };
  const cases = Object.fromEntries(Object.entries(addresses).flatMap(([name, address]) => [1, 4].map((times) => [`${name}, ${times} ×`, [address, times, name === 'article' ? [HOOKS] : []]])));
  results.interaction = await inTurn('interaction', Object.keys(cases), ownRounds, (name) => interaction(chromium, ...cases[name]));
}
if (options['un-votes'] && isAsked('un-votes')) results.unVotes = await inTurn('un-votes', ['ours'], ownRounds, () => unVotes(chromium, server));
if (isAsked('growth')) results.growth = await growth(chromium, server);
await chromium.close();
server.close();

console.log(tables(results));
// A part of the run is looked at; the whole is the record.
if (!only && !options.sizes) {
  writeFileSync(RECORD, `${JSON.stringify(results, rounded, 1)}\n`);
  report(results);
}
for (const failure of failures) console.error(`✗ ${failure}`);
process.exitCode = failures.length ? 1 : 0;

/** Measures each of `names` once a round, the first one another in each round. What fails once is not tried again. */
async function inTurn(what, names, rounds, once) {
  const found = Object.fromEntries(names.map((name) => [name, []]));
  const rests = (name, round) => found[name].some(({ firstCell }) => firstCell > SLOW) && round >= slowRounds;
  const failed = new Set();
  for (let round = 0; round < rounds; round += 1) {
    const begin = performance.now();
    for (const place of names.keys()) {
      const name = names[(place + round) % names.length];
      if (failed.has(name) || rests(name, round)) continue;
      server.sent();
      try {
        const figures = await once(name);
        const { bytes, requests } = server.sent();
        found[name].push({ round, sent: bytes, requests, ...figures });
      } catch (error) {
        failed.add(name);
        failures.push(`${what}, ${name}: ${error.message.split('\n')[0]}`);
        console.error(`✗ ${failures.at(-1)}`);
      }
    }
    console.log(`▸ ${what}: round ${round + 1} of ${rounds}, ${Math.round((performance.now() - begin) / 1000)} s`);
  }
  return found;
}

function at(name, size) {
  return `${server.origin}/${name}/?data=${server.origin}/data/${size}.json`;
}

function machine() {
  const [{ model }] = os.cpus();
  return { processor: model, cores: os.cpus().length, gigabytes: Math.round(os.totalmem() / 2 ** 30), system: `${os.type()} ${os.release()}`, chromium: chromium.version(), node: process.version, load: os.loadavg()[0] };
}

/** Four digits say more than enough. */
function rounded(_, value) {
  return typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(4)) : value;
}
