// The snippet: what the browser reads in it is what the command line does; it is whole without script,
// and the widget shows it.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { chromium, expect, test } from '@playwright/test';
import { button, card, cell, column, deck, grid, heard, listen, visit } from './reader.mjs';

const CORPUS = new URL('../target/snippets/', import.meta.url);
const TABLE = new URL('../embed/table.js', import.meta.url);

test('the browser reads what the command line reads, from whole snippets and from stripped ones', async ({ page }) => {
  expect(existsSync(CORPUS), '`cargo test --package stance` writes target/snippets').toBe(true);
  await page.route('**/table.js', (route) => route.fulfill({ contentType: 'text/javascript', body: readFileSync(TABLE) }));
  await page.goto('./icon.svg');
  const pairs = readdirSync(CORPUS).map((name) => JSON.parse(readFileSync(new URL(name, CORPUS))));
  const read = await page.evaluate(async (snippets) => {
    const { read } = await import('/table.js');
    return snippets.map((html) => read(new DOMParser().parseFromString(html, 'text/html').body));
  }, pairs.map(({ html }) => html));
  expect(pairs.length).toBeGreaterThan(50);
  pairs.forEach(({ html, package: expected }, index) => expect(read[index], html).toEqual(expected));
});

const table = (page) => page.locator('stance-matrix > table');
const shown = (page, country) => table(page).getByRole('row', { name: country });

/** The demo's table can be read: its words, and what proves one of them. */
async function expectTable(page) {
  await expect(grid(page)).toHaveCount(0);
  const word = table(page).locator('[id="stance=kazakhstan/inclusive-government"]');
  await expect(word.getByText('Backs', { exact: true })).toBeVisible();
  await word.getByText('2 statements').click();
  await expect(word.getByText('We support the statement of the UN Security Council')).toBeVisible();
}

test('without script the table is whole, and its headers show one concern alone', async ({ browser, baseURL }) => {
  const page = await browser.newPage({ javaScriptEnabled: false, baseURL });
  await page.goto('./');
  await expectTable(page);
  await table(page).getByText('Border violations').click();
  await expect(shown(page, 'Uzbekistan').getByRole('cell')).toHaveText(/^Stands against/);
  await expect(table(page).getByRole('columnheader')).toHaveText(['Border violations']);
  await table(page).getByText('All concerns').click();
  await expect(table(page).getByRole('columnheader')).toHaveCount(12);
  await page.close();
});

test('without script the headers are reached and pressed by key', async ({ browser, baseURL }) => {
  const page = await browser.newPage({ javaScriptEnabled: false, baseURL });
  await page.goto('./');
  await table(page).getByRole('radio', { name: 'All concerns' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(table(page).getByRole('columnheader')).toHaveText(['Inclusive government']);
  await page.close();
});

for (const width of [360, 1280]) {
  test(`the widget takes the place of the table and nothing moves, at ${width} pixels on a slow network`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.addInitScript(() => {
      globalThis.moved = 0;
      new PerformanceObserver((list) => {
        for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) globalThis.moved += value;
      }).observe({ type: 'layout-shift', buffered: true });
    });
    let go;
    await page.route('**/*.wasm', async (route) => { await new Promise((resolve) => { go = resolve; }); await route.continue(); });
    await page.goto('./');
    await table(page).evaluate((node) => scrollTo(0, node.getBoundingClientRect().top - 60));
    const height = () => page.locator('stance-matrix').evaluate((element) => element.getBoundingClientRect().height);
    const before = await height();
    await expect.poll(() => go).toBeTruthy();
    go();
    await expect(grid(page).or(deck(page))).toBeVisible();
    expect(Math.abs((await height()) - before)).toBeLessThan(1);
    // Two frames, in which a shift would have been seen.
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    expect(await page.evaluate(() => globalThis.moved)).toBeLessThanOrEqual(0.02);
    await button(deck(page), 'Kazakhstan').or(cell(page, 'Kazakhstan', 'Inclusive government')).click();
    await expect(card(page)).toBeVisible();
    expect(await page.locator('stance-matrix section').evaluate((section) => section.parentElement.style.blockSize)).toBe('');
  });
}

const failures = [
  ['the module is not there', 'network', (route) => route.fulfill({ status: 404, body: 'Not found' })],
  ['the network is gone', 'network', (route) => route.abort('internetdisconnected')],
  ['a page comes in the module\'s place', 'mime', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html>' })],
  ['the module is cut off', 'truncated', async (route) => {
    const body = await (await route.fetch()).body();
    return route.fulfill({ contentType: 'application/wasm', body: body.subarray(0, body.length / 2) });
  }],
];
for (const [what, reason, answer] of failures) {
  test(`the table stays the reader's when ${what}, and the page hears why`, async ({ page }) => {
    await listen(page);
    await page.route('**/*.wasm', answer);
    await page.goto('./');
    await expect.poll(() => heard(page, 'error')).toMatchObject([{ reason, message: expect.stringMatching(/./) }]);
    await expectTable(page);
  });
}

test('the table stays the reader\'s under a policy that forbids WebAssembly', async ({ page }) => {
  await listen(page);
  await page.route('./', async (route) => {
    const response = await route.fetch();
    return route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': "default-src 'self'" } });
  });
  await page.goto('./');
  await expect.poll(() => heard(page, 'error')).toMatchObject([{ reason: 'csp' }]);
  await expectTable(page);
});

test('the table stays the reader\'s in a browser without WebAssembly, as in Lockdown Mode', async ({ baseURL }) => {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ['--no-sandbox', '--js-flags=--jitless'] });
  const page = await browser.newPage({ baseURL });
  await listen(page);
  await page.goto('./');
  await expect.poll(() => heard(page, 'error')).toMatchObject([{ reason: 'wasm-missing' }]);
  await expectTable(page);
  await browser.close();
});

test('the table stays the reader\'s in a browser that is too old for the styles', async ({ page }) => {
  await listen(page);
  await page.addInitScript(() => { CSS.supports = (condition) => !condition.includes('light-dark'); });
  await page.goto('./');
  await expect.poll(() => heard(page, 'error')).toMatchObject([{ reason: 'wasm-missing', message: expect.stringContaining('too old') }]);
  await expectTable(page);
});

test('the table is the reader\'s again after a crash in a view', async ({ page }) => {
  await listen(page);
  await visit(page);
  await page.evaluate(() => {
    const { insertBefore } = Node.prototype;
    Node.prototype.insertBefore = function () { Node.prototype.insertBefore = insertBefore; throw new Error('no more nodes'); };
  });
  await cell(page, 'Kazakhstan', 'Inclusive government').dispatchEvent('click');
  await expect.poll(() => heard(page, 'error')).toMatchObject([{ reason: 'crash' }]);
  await expectTable(page);
});

test('the widget reads the table, and says where its data is from', async ({ page }) => {
  await listen(page);
  await visit(page);
  expect(await heard(page, 'ready')).toEqual([{ rows: 5, columns: 12, statements: 54, source: 'table' }]);
  expect(await heard(page, 'problem')).toEqual([]);
  await expect(column(page, 'Border violations')).toBeVisible();
  await expect(button(page, 'Close')).toHaveCount(0);
});
