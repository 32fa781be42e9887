// The main journey and what can go wrong, in Firefox and in WebKit.
import { expect } from '@playwright/test';
import { test } from './page.mjs';

const CELL = ['gridcell', 'Kazakhstan, Inclusive government:'];

for (const how of ['whole', 'strict']) test(`on a ${how} page: load, hover, press, read, filter, Escape, remove`, async ({ page }) => {
  await page.open(how);
  await expect.poll(() => page.heard('ready')).toEqual([{ rows: 5, columns: 12, statements: 54, source: 'table' }]);
  await page.hover(...CELL);
  await expect.poll(() => page.count('dialog', 'Kazakhstan, Inclusive government')).toBe(1);
  await page.click(...CELL);
  await expect.poll(() => page.texts('dialog')).toEqual([expect.stringContaining('19 August 2021')]);
  await page.key('Escape');
  await expect.poll(() => page.count('dialog')).toBe(0);
  expect(await page.focused()).toContain('Kazakhstan, Inclusive government');
  await page.key('ArrowDown');
  await page.key('Enter');
  await expect.poll(() => page.count('dialog', 'Kyrgyzstan, Inclusive government')).toBe(1);
  await page.key('Escape');
  await page.click('button', 'Drug smuggling');
  await expect.poll(() => page.texts('status')).toEqual(['11 of 12 concerns, 5 countries']);
  expect(await page.count('columnheader', 'Drug smuggling')).toBe(0);
  await page.engine.run(`document.querySelector('stance-matrix').remove()`);
  await expect.poll(() => page.count('grid')).toBe(0);
  expect(await page.heard('error')).toEqual([]);
  expect(await page.heard('violation')).toEqual([]);
});

test('the cells of a row are as high as the highest of them', async ({ page }) => {
  await page.open('whole');
  const csv = 'country,concern,stance\nOstland,Bridges,yes\nOstland,Rivers,only if it is given what it wants and then by all of the others and for as long as it wants it and by nobody else';
  await page.engine.run(`void (document.querySelector('stance-matrix').data = ${JSON.stringify(csv)})`);
  await expect.poll(() => page.count('gridcell', 'Ostland')).toBe(2);
  const [short, long] = await page.heights('gridcell', 'Ostland');
  expect(long).toBeGreaterThan(60);
  expect(short).toBe(long);
});

const set = (page, name, value) => page.engine.run(`void (document.querySelector('stance-matrix').${name} = '${value}')`);

test('one concern at a time: it turns by button and key, shows cards, and rows and columns swap', async ({ page }) => {
  await page.open('whole');
  await set(page, 'view', 'deck');
  await expect.poll(() => page.count('group', 'One at a time')).toBe(1);
  await page.click('button', 'Next');
  await expect.poll(() => page.count('button', 'Next: Dealings with the Taliban')).toBe(1);
  await page.key('ArrowRight');
  await expect.poll(() => page.count('button', 'Next: Solutions by force')).toBe(1);
  await page.click('button', 'Kazakhstan, Dealings with the Taliban');
  await expect.poll(() => page.texts('dialog')).toEqual([expect.stringContaining('Sets terms for')]);
  await page.key('Escape');
  await expect.poll(() => page.count('dialog')).toBe(0);
  expect(await page.focused()).toContain('Kazakhstan, Dealings with the Taliban');
  await page.click('button', 'Swap rows and columns');
  await expect.poll(() => page.count('button', 'Next: Kyrgyzstan')).toBe(1);
  await page.click('button', 'Whole matrix');
  await expect.poll(() => page.texts('columnheader')).toEqual(['Kazakhstan', 'Kyrgyzstan', 'Uzbekistan', 'Tajikistan', 'Turkmenistan']);
  expect(await page.heard('error')).toEqual([]);
});

test('in the reader’s language, from right to left, with the matrix in words', async ({ page }) => {
  await page.open('whole');
  await expect.poll(() => page.count(...CELL)).toBe(1);
  await set(page, 'lang', 'ru');
  await expect.poll(() => page.texts('status')).toEqual(['12 вопросов, 5 стран']);
  await set(page, 'lang', 'ar');
  await expect.poll(() => page.texts('status')).toEqual([expect.stringMatching(/^(12|١٢) قضية، (5|٥) دول$/)]);
  const direction = `getComputedStyle(document.querySelector('stance-matrix').shadowRoot.querySelector('section')).direction`;
  await expect.poll(() => page.engine.run(direction)).toBe('rtl');
  await page.click('gridcell', 'Kazakhstan، Inclusive government');
  await page.key('Escape');
  await page.key('ArrowLeft');
  expect(await page.focused()).toContain('Recognising a new government');
  await set(page, 'lang', 'de');
  const sentence = `document.querySelector('stance-matrix').shadowRoot.querySelector('#in-words').textContent`;
  await expect.poll(() => page.engine.run(sentence)).toMatch(/^5 Länder, 12 Anliegen/);
  expect(await page.heard('error')).toEqual([]);
});

for (const [how, reason] of Object.entries({ 404: 'network', gone: 'network', mime: 'mime', cut: 'truncated', forbidden: 'csp' })) {
  test(`with its module ${how} the table is the reader’s, and the page hears “${reason}”`, async ({ page }) => {
    await page.open(how);
    await isTheTable(page, reason);
  });
}

test.describe('without WebAssembly', () => {
  test.use({ wasm: false });
  test('the table is the reader’s', async ({ page }) => {
    await page.open('whole');
    await isTheTable(page, 'wasm-missing');
  });
});

test('a crash in a view gives the table back', async ({ page }) => {
  await page.open('whole');
  await expect.poll(() => page.count(...CELL)).toBe(1);
  await page.engine.run('void (Node.prototype.insertBefore = () => { throw new Error("no more nodes"); })');
  await page.click(...CELL);
  await isTheTable(page, 'crash');
});

test('an error in the page is none of the widget', async ({ page }) => {
  await page.open('whole');
  await expect.poll(() => page.count(...CELL)).toBe(1);
  await page.engine.run(`void addEventListener('stance-matrix:select', () => { throw new Error('of the page'); })`);
  await page.click(...CELL);
  await expect.poll(() => page.count('dialog')).toBe(1);
  expect(await page.heard('error')).toEqual([]);
});

test('without scripts the table is filtered by concern', async ({ page }) => {
  await page.open('scriptless');
  await page.click('columnheader', 'Drug smuggling');
  await expect.poll(() => page.texts('columnheader')).toEqual(['Drug smuggling']);
  expect(await page.texts('rowheader')).toHaveLength(5);
  await page.click('cell', 'All concerns');
  await expect.poll(() => page.texts('columnheader')).toHaveLength(12);
});

/** The event that says why; and the words of the table can be seen, and opened. */
async function isTheTable(page, reason) {
  await expect.poll(() => page.heard('error')).toEqual([{ reason, message: expect.any(String) }]);
  expect(await page.count('grid')).toBe(0);
  expect(await page.count('columnheader')).toBe(12);
  expect(await page.texts('rowheader')).toEqual(['Kazakhstan', 'Kyrgyzstan', 'Uzbekistan', 'Tajikistan', 'Turkmenistan']);
}
