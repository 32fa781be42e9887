// What the figures rest on: the same data everywhere, actions that have an outcome, and ratios that claim no more than they show.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { SIZES, generate } from './generate.mjs';
import { quantile, ratio, spread, verdict } from './statistics.mjs';
import { tasks } from './tasks.mjs';

test('the data is the same on every machine', () => {
  const digest = (shape) =>
    createHash('sha256')
      .update(JSON.stringify(generate(shape)))
      .digest('hex')
      .slice(0, 8);
  assert.deepEqual(Object.values(SIZES).map(digest), ['4518687b', '969b5ea4', '8c3e87de']);
});

test('what is typed stands in names of rows alone, and each key hides one of them', () => {
  for (const shape of Object.values(SIZES)) {
    const data = generate(shape);
    const { hovers, keys } = tasks(data);
    const others = JSON.stringify([
      data.concerns,
      data.positions.map(({ statements }) => statements.map(({ text, speaker }) => [text, speaker])),
    ]);
    assert.ok(!others.toLowerCase().includes(keys[0].key));
    assert.ok(hovers.length >= 4);
    let typed = '';
    for (const { key, gone } of keys) {
      const name = data.actors[gone].name.toLowerCase();
      assert.ok(name.includes(typed) && !name.includes(typed + key), `${typed}${key} hides ${name}`);
      typed += key;
    }
  }
});

test('quantiles lie between their neighbours', () => {
  for (const [values, share, expected] of [
    [[3, 1, 2], 0.5, 2],
    [[1, 2], 0.5, 1.5],
    [[1, 2, 3, 4, 5], 0.25, 2],
    [[undefined, 7, NaN], 0.75, 7],
    [[], 0.5, undefined],
  ])
    assert.equal(quantile(values, share), expected);
});

test('ratios are of the same round', () => {
  const ours = [
    { round: 0, time: 10 },
    { round: 1, time: 40 },
    { round: 2, time: 9 },
  ];
  const theirs = [
    { round: 1, time: 20 },
    { round: 0, time: 10 },
  ];
  assert.deepEqual(ratio(ours, theirs, 'time'), { middle: 1.5, low: 1.25, high: 1.75, count: 2 });
  assert.equal(ratio(ours, theirs, 'nothing'), undefined);
});

test('a spread that spans its limit says nothing, nor does one round', () => {
  for (const [values, limit, expected] of [
    [[1, 1.1, 1.2], 1.25, 'yes'],
    [[1.3, 1.4, 1.5], 1.25, 'no'],
    [[1.1, 1.2, 1.5], 1.25, 'not resolved'],
    [[1], 1.25, 'not resolved'],
    [[2], 1.25, 'not resolved'],
    [[], 1.25, 'not measured'],
  ])
    assert.equal(verdict(spread(values), limit), expected, `${values} against ${limit}`);
});
