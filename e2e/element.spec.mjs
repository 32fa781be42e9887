// The element as a developer holds it: attributes, properties, methods, data, and many of them on one page.
import { expect, test } from '@playwright/test';
import { article, button, card, cell, grid, heard, listen, pack, publish, row, shown, visit } from './reader.mjs';

const CSV = 'country,group,concern,theme,stance,kind,quote,source\nOstland,East,Bridges,Roads,supports,quote,We build,P\nWestland,West,Bridges,Roads,opposes,quote,We do not,P\nWestland,West,Rivers,Water,supports,quote,We swim,P';
const BARE = article('<stance-matrix></stance-matrix>');
const element = (page) => page.locator('stance-matrix');

async function open(page, body, files = {}) {
  await listen(page);
  await publish(page, { 'index.html': article(body), ...pack(CSV), ...files });
  await page.goto('made/index.html');
}

test('attributes ask for a part of the matrix, and are reflected', async ({ page }) => {
  await open(page, '<stance-matrix src="datapackage.json" countries="westland" concerns="rivers bridges" query="swim"></stance-matrix>');
  await expect(cell(page, 'Westland', 'Rivers')).toBeVisible();
  await expect(row(page, 'Ostland')).toHaveCount(0);
  expect(await element(page).evaluate(({ countries, query, state }) => ({ countries, query, state })))
    .toEqual({ countries: 'westland', query: 'swim', state: { r: ['westland'], c: ['bridges', 'rivers'], q: 'swim' } });
  await element(page).evaluate((node) => { node.query = ''; node.countries = 'ostland'; });
  await expect(row(page, 'Ostland')).toBeVisible();
  await expect(row(page, 'Westland')).toHaveCount(0);
  await element(page).evaluate((node) => node.removeAttribute('countries'));
  await expect(row(page, 'Westland')).toBeVisible();
  expect(await heard(page, 'filter')).toEqual([]);
});

test('what an attribute names wrongly is told, and the rest is shown', async ({ page }) => {
  await open(page, '<stance-matrix src="datapackage.json" countries="westland nowhere"></stance-matrix>');
  await expect(row(page, 'Westland')).toBeVisible();
  await expect.poll(() => heard(page, 'problem')).toMatchObject([{ severity: 'warning', text: 'There is no “r=nowhere” in the matrix.' }]);
});

test('the state that is got can be set, on another element too', async ({ page }) => {
  await open(page, '<stance-matrix src="datapackage.json"></stance-matrix><stance-matrix src="datapackage.json"></stance-matrix>');
  await expect(grid(page)).toHaveCount(2);
  const first = element(page).first();
  await button(first, /^Opposes/).click();
  await cell(first, 'Westland', 'Bridges').click();
  const state = await first.evaluate((node) => node.state);
  expect(state).toEqual({ s: ['opposes'], stance: 'westland/bridges' });
  await element(page).last().evaluate((node, state) => { node.state = state; }, state);
  await expect(shown(page).last()).toHaveText('1 of 2 concerns, 1 of 2 countries');
  await expect(card(element(page).last())).toHaveAccessibleName('Westland, Bridges');
});

test('a script opens a card and closes it, and the page hears that it was a script', async ({ page }) => {
  await open(page, '<stance-matrix src="datapackage.json" countries="ostland"></stance-matrix>');
  await expect(row(page, 'Ostland')).toBeVisible();
  await element(page).evaluate((node) => node.select('westland', 'rivers'));
  await expect(card(page)).toHaveAccessibleName('Westland, Rivers');
  await element(page).evaluate((node) => node.clear());
  await expect(card(page)).toHaveCount(0);
  await expect(shown(page)).toHaveText('2 concerns, 2 countries');
  expect((await heard(page, 'select')).map(({ country, by }) => [country, by])).toEqual([['westland', 'api'], [null, 'api']]);
  await element(page).evaluate((node) => node.select('atlantis', 'rivers'));
  await expect.poll(() => heard(page, 'problem')).toMatchObject([{ text: expect.stringContaining('atlantis') }]);
});

const given = {
  'the text of a CSV': CSV,
  'an array of statements': [{ country: 'Ostland', concern: 'Bridges', stance: 'supports', quote: 'We build', source: 'P' }],
  'a data package': { title: 'Given', resources: [{ name: 'statements', data: CSV, schema: { fields: [{ name: 'stance' }] } }] },
  'a data package with a file': { title: 'Given', ...JSON.parse(pack(CSV)['datapackage.json']) },
};
for (const [what, data] of Object.entries(given)) {
  test(`${what} given by a script is shown, before the address and the table`, async ({ page }) => {
    await open(page, '<stance-matrix src="nowhere.json"><table><tr><td></td><th>x</th></tr><tr><th>Tableland</th><td>Backs</td></tr></table></stance-matrix>');
    await element(page).evaluate((node, data) => { node.data = data; }, data);
    await expect(cell(page, 'Ostland', 'Bridges')).toBeVisible();
    await expect(row(page, 'Tableland')).toHaveCount(0);
    await element(page).evaluate((node) => { node.data = undefined; node.removeAttribute('src'); });
    await expect(row(page, 'Tableland')).toBeVisible();
  });
}

test('where large data is cut into pieces nothing is lost', async ({ page }) => {
  await open(page, '<stance-matrix></stance-matrix>');
  const [head, tail] = ['country,concern,stance,quote,source\nFirst,x,supports,', ',P\nOst'];
  // The letter of two parts stands where a piece ends.
  const text = `${head}${'a'.repeat(65_535 - head.length - tail.length)}${tail}😀land,x,opposes,b,P\n`;
  await element(page).evaluate((node, data) => { node.data = data; }, text);
  await expect(row(page, 'Ost😀land')).toBeVisible();
  const rows = Array.from({ length: 300 }, (_, index) => ({ country: `Land ${index % 3}, “"${index % 3}"”`, concern: `Concern ${Math.floor(index / 3)}`, stance: 'supports', source: 'P' }));
  await element(page).evaluate((node, data) => { node.data = data; }, [null, ...rows]);
  await expect(row(page, 'Land 2, “"2"”')).toBeVisible();
  await expect(page.getByRole('columnheader', { name: 'Concern 99', exact: true })).toHaveCount(1);
});

test('what is no data is told and changes nothing', async ({ page }) => {
  await open(page, '<stance-matrix src="datapackage.json"></stance-matrix>');
  await expect(row(page, 'Ostland')).toBeVisible();
  await element(page).evaluate((node) => { node.data = 7; node.state = 'all'; });
  await expect.poll(() => heard(page, 'problem')).toMatchObject([{ text: '“7” is no data.' }, { text: '“all” is no state.' }]);
  await element(page).evaluate((node) => { node.data = [1, null, { a: 1 }]; });
  await expect(shown(page)).toContainText('There is nothing to show.');
});

test('what was set before the element was defined counts', async ({ page }) => {
  await listen(page);
  await publish(page, { 'index.html': '<!doctype html><html lang="en"><meta charset="utf-8"><title>x</title><link rel="icon" href="data:,"><stance-matrix></stance-matrix>' });
  await page.goto('made/index.html');
  await element(page).evaluate((node, csv) => { node.data = csv; node.countries = 'ostland'; node.state = { c: ['bridges'] }; }, CSV);
  await page.addScriptTag({ type: 'module', url: '../embed.js' });
  await expect(shown(page)).toHaveText('1 of 2 concerns, 1 of 2 countries');
});

test('many elements ask for an address once, and are filtered apart', async ({ page }) => {
  const asked = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname.split('/').pop()));
  await open(page, '<stance-matrix loading="eager" src="datapackage.json"></stance-matrix>'.repeat(20));
  await expect(grid(page)).toHaveCount(20);
  for (const name of ['datapackage.json', 'statements.csv', 'stance-matrix_bg.wasm', 'embed.js']) {
    expect(asked.filter((path) => path === name), name).toHaveLength(1);
  }
  await button(element(page).first(), /^Opposes/).click();
  await expect(shown(page).first()).toHaveText('1 of 2 concerns, 1 of 2 countries');
  await expect(shown(page).last()).toHaveText('2 concerns, 2 countries');
});

test('the script harms nobody when it comes twice, from two places', async ({ page }) => {
  await page.route('**/copy/**', async (route) => {
    const url = route.request().url().replace('/copy/', '/');
    return route.fulfill({ response: await route.fetch({ url }) });
  });
  const errors = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await open(page, '<stance-matrix src="datapackage.json"></stance-matrix><script type="module" src="../copy/embed.js"></script><script type="module" src="../embed.js?v2"></script>');
  await expect(grid(page)).toHaveCount(1);
  expect(errors).toEqual([]);
});

test('away from the screen an element starts only when it is near', async ({ page }) => {
  const asked = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname.split('/').pop()));
  await open(page, '<p style="height: 5000px">Far above.</p><stance-matrix src="datapackage.json"></stance-matrix>');
  await page.waitForLoadState('networkidle');
  expect(asked).not.toContain('datapackage.json');
  await element(page).evaluate((node) => scrollTo(0, node.getBoundingClientRect().top));
  await expect(grid(page)).toBeVisible();
});

test('removal frees what a thousand elements took', async ({ page }) => {
  test.setTimeout(120_000);
  await publish(page, { 'index.html': BARE });
  await page.goto('made/index.html');
  const client = await page.context().newCDPSession(page);
  await client.send('Performance.enable');
  const cycle = (times) => page.evaluate(async ([times, csv]) => {
    for (let time = 0; time < times; time += 1) {
      const node = document.createElement('stance-matrix');
      node.loading = 'eager';
      node.data = csv;
      const ready = new Promise((resolve) => node.addEventListener('stance-matrix:ready', resolve, { once: true }));
      document.body.append(node);
      await ready;
      node.remove();
      await new Promise((resolve) => setTimeout(resolve));
    }
  }, [times, CSV]);
  const measured = async () => {
    for (let time = 0; time < 3; time += 1) await client.send('HeapProfiler.collectGarbage');
    const { metrics } = await client.send('Performance.getMetrics');
    return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
  };
  await cycle(10);
  const before = await measured();
  await cycle(1000);
  const after = await measured();
  const grown = (name) => after[name] - before[name];
  expect(grown('Nodes'), 'nodes').toBeLessThan(50);
  expect(grown('JSEventListeners'), 'listeners').toBeLessThan(10);
  expect(grown('JSHeapUsedSize'), 'bytes of heap').toBeLessThan(1_000_000);
});

test('a table that is still being parsed, or put in after its element, is read whole', async ({ page }) => {
  const line = (name) => `<tr><th>${name}</th><td>Backs</td></tr>`;
  await listen(page);
  await publish(page, {
    'index.html': article(`<script type="module" async src="../embed.js"></script><stance-matrix loading="eager"><table><tr><td></td><th>Bridges</th></tr>${line('Ostland')}<script src="late.csv"></script>${line('Westland')}</table></stance-matrix>`),
  });
  // The parser waits in the middle of the table until the widget is there.
  let answer;
  await page.route('**/made/late.csv', async (route) => {
    await new Promise((resolve) => { answer = resolve; });
    await route.fulfill({ contentType: 'text/javascript', body: '' });
  });
  await page.goto('made/index.html', { waitUntil: 'commit' });
  await page.waitForFunction(() => customElements.get('stance-matrix'));
  answer();
  await expect(cell(page, 'Westland', 'Bridges')).toBeVisible();
  await page.evaluate(() => {
    const late = document.createElement('stance-matrix');
    late.loading = 'eager';
    document.body.append(late);
    late.append(document.querySelector('table').cloneNode(true));
  });
  await expect(grid(page)).toHaveCount(2);
});

test('what stands below the matrix goes with it: other data, none, removal', async ({ page }) => {
  const errors = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await open(page, '<stance-matrix src="datapackage.json"></stance-matrix>');
  await expect(grid(page)).toHaveAccessibleDescription(/^2 countries, 2 concerns/);
  await element(page).evaluate((node) => { node.data = 'country,concern,stance,source\nA,x,supports,P\n'; });
  await expect(grid(page)).toHaveAccessibleDescription(/^1 country, 1 concern/);
  await element(page).evaluate((node) => { node.data = []; });
  await expect(page.getByText('There is nothing to show.')).toBeVisible();
  await expect(page.getByText('In words')).toBeHidden();
  await page.evaluate(() => { dispatchEvent(new Event('beforeprint')); dispatchEvent(new Event('afterprint')); });
  await element(page).evaluate((node) => { globalThis.kept = node; node.remove(); });
  await expect.poll(() => page.evaluate(() => globalThis.kept.shadowRoot.querySelectorAll('.later').length)).toBe(0);
  await page.evaluate(() => { globalThis.kept.data = undefined; document.body.append(globalThis.kept); });
  await expect(page.getByText('In words')).toHaveCount(1);
  await page.getByText('In words').click();
  expect(errors).toEqual([]);
});
