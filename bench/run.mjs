// `cargo xtask bench`: builds the pages, visits them in turn in one headless Chromium, and writes what was measured.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { browser } from './browser.mjs';
import { DIST, RIVALS, pages } from './build.mjs';
import { SIZES, generate } from './generate.mjs';
import { machine } from './machine.mjs';
import { growth } from './own/growth.mjs';
import { cases, interaction } from './own/interaction.mjs';
import { start } from './own/start.mjs';
import { unVotes } from './own/un-votes.mjs';
import { report, tables } from './report.mjs';
import { serve } from './serve.mjs';
import { tasks } from './tasks.mjs';
import { inTurn } from './turns.mjs';
import { measured } from './visit.mjs';

const RECORD = join(import.meta.dirname, 'results.json');
const OWN = ['start', 'interaction', 'growth', 'un-votes'];

const text = { type: 'string' };
const { values: options } = parseArgs({ options: { rounds: { ...text, default: '7' }, only: text, sizes: text, 'un-votes': text } });
const rounds = Number(options.rounds);
// What is of ours alone says enough in less.
const ownRounds = Math.min(3, rounds);
const only = options.only?.split(',');
// Where only measurements of our own are asked for, no sizes are visited.
const sizes = options.sizes?.split(',') ?? (only?.every((name) => OWN.includes(name)) ? [] : Object.keys(SIZES));
known('--only', only ?? [], ['ours', 'replay', ...RIVALS, ...OWN]);
known('--sizes', sizes, Object.keys(SIZES));
const isAsked = (name) => !only || only.includes(name);
const names = ['ours', ...RIVALS.filter(isAsked)];
// Ours once more, to tell what of its answers is the browser's part.
const again = isAsked('replay') ? ['replay'] : [];

console.log('▸ pages and data');
const data = Object.fromEntries(Object.entries(SIZES).map(([size, shape]) => [size, generate(shape)]));
const votes = options['un-votes'] && { 'un-votes': options['un-votes'] };
const server = await serve({ ...(await pages()), article: DIST, ...votes }, data);
const chromium = await browser();
const failures = [];
const results = { date: new Date().toISOString().slice(0, 10), machine: await machine(chromium), rounds, sizes: {} };
const { others } = results.machine;
if (others > 0.3) console.log(`! Other programs take ${others.toFixed(1)} of the cores: the figures will be theirs as well.`);
const turns = (...what) => inTurn({ server, failures }, ...what);

for (const size of sizes) {
  const plan = { ...tasks(data[size]), isLarge: size === 'large' };
  const address = (name) => `${server.origin}/${name === 'replay' ? 'ours' : name}/?data=${server.origin}/data/${size}.json`;
  results.sizes[size] = await turns(size, [...names, ...again], rounds, (name) => measured(chromium, address(name), plan, {}, name === 'replay'));
}
if (isAsked('start')) {
  results.start = await turns('start', [...names, 'article'], rounds, (name) => start(chromium, server, name));
}
if (isAsked('interaction')) {
  const all = cases(server, votes);
  results.interaction = await turns('interaction', Object.keys(all), ownRounds, (name) => interaction(chromium, all[name]));
}
if (votes && isAsked('un-votes')) {
  results.unVotes = await turns('un-votes', ['ours'], ownRounds, () => unVotes(chromium, server));
}
if (isAsked('growth')) results.growth = await growth(chromium, server);
await chromium.close();
server.close();

results.failures = failures;
console.log(`\n${tables(results)}`);
// A part is looked at; the whole is the record.
if (!only && !options.sizes) {
  writeFileSync(RECORD, `${JSON.stringify(results, rounded, 1)}\n`);
  report(results);
}
for (const failure of failures) console.error(`✗ ${failure}`);
process.exitCode = failures.length ? 1 : 0;

function known(option, values, all) {
  const unknown = values.find((value) => !all.includes(value));
  if (unknown !== undefined) throw new Error(`${option}: there is no “${unknown}”; there are ${all.join(', ')}`);
}

/** Four digits say more than enough. */
function rounded(_, value) {
  return typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(4)) : value;
}
