// Paper: the article's own print and a print of the matrix alone, read from the PDF.
import { parse } from 'csv-parse/sync';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { getDocumentProxy } from 'unpdf';
import { article, button, chips, grid, pack, publish, shown, visit } from './reader.mjs';

const statements = parse(readFileSync(fileURLToPath(new URL('../data/central-asia/statements.csv', import.meta.url))), { columns: true });
/** Text without what breaking lines and joining letters does to it. */
const plain = (text) => text.normalize('NFKC').replace(/[\s\u00ad-]+/g, '');

/** The pages of a PDF: their text, and each piece of it with its place from the top. */
async function pages(bytes) {
  const document = await getDocumentProxy(new Uint8Array(bytes));
  return Promise.all(Array.from({ length: document.numPages }, async (_, index) => {
    const page = await document.getPage(index + 1);
    const { items } = await page.getTextContent();
    return { text: items.map(({ str }) => str).join(' '), items: items.map(({ str, transform }) => ({ text: str, x: transform[4], y: page.view[3] - transform[5] })) };
  }));
}

const whole = (all) => plain(all.map(({ text }) => text).join(' '));

/** Presses a button that prints, and takes what would have been printed as a page of its own. */
async function printedBy(page, name) {
  await page.evaluate(() => {
    globalThis.sheets = new Promise((print) => {
      const { append } = Element.prototype;
      Element.prototype.append = function appended(...nodes) {
        append.apply(this, nodes);
        const contentWindow = nodes[0]?.contentWindow;
        if (contentWindow) contentWindow.print = () => print(contentWindow.document);
      };
    }).then(({ documentElement, adoptedStyleSheets }) => {
      // What the browser would print, as a page of its own, its sheets written out.
      const css = adoptedStyleSheets.flatMap(({ cssRules }) => Array.from(cssRules, ({ cssText }) => cssText)).join('\n');
      return documentElement.outerHTML.replace('</head>', `<style>${css}</style></head>`);
    });
  });
  await page.getByRole('button', { name, exact: true }).click();
  const html = await page.evaluate(() => globalThis.sheets);
  const paper = await page.context().newPage();
  await paper.setContent(html, { waitUntil: 'load' });
  const bytes = await paper.pdf({ format: 'A4' });
  await paper.close();
  return pages(bytes);
}

test('the article’s own print has every stance and every quote, and no controls', async ({ page }) => {
  await visit(page);
  await expect(page.getByRole('button', { name: 'Print', exact: true })).toBeVisible();
  const all = await pages(await page.pdf({ format: 'A4' }));
  const text = whole(all);
  for (const { quote, text: report } of statements) expect(text).toContain(plain(quote || report));
  for (const control of ['More filters', 'Search names', 'Swap', 'Print everything', 'Get all data']) expect(text).not.toContain(plain(control));
  expect(text).toContain(plain('How this was made: All statements come from one article').replace(':', ''));
  expect(text, 'the article is there too').toContain(plain('Turkmenistan has business to protect.'));
  // Afterwards the matrix is as it was.
  await expect(grid(page)).toBeVisible();
  await expect(page.locator('.paper')).toHaveCount(0);
});

test('under a filter it has what is shown and says so', async ({ page }) => {
  await visit(page);
  await chips(page, 'Concerns').getByRole('button', { name: 'Concerns: None' }).click();
  for (const concern of ['Refugee flows', 'Drug smuggling']) await button(chips(page, 'Concerns'), concern).click();
  await expect(shown(page)).toHaveText('2 of 12 concerns, 5 countries');
  const text = whole(await pages(await page.pdf({ format: 'A4' })));
  expect(text).toContain(plain('Shown here: 2 concerns: Drug smuggling and Refugee flows.'));
  expect(text).not.toContain(plain('Tajikistan will not recognize any other government'));
});

test('the matrix can be printed alone: what is shown, or everything', async ({ page }) => {
  await visit(page);
  await page.getByRole('searchbox').fill('sleeper cells of Al-Qaida');
  await expect(shown(page)).toHaveText('1 of 12 concerns, 1 of 5 countries');
  const part = whole(await printedBy(page, 'Print'));
  expect(part).toContain(plain('“sleeper cells of Al-Qaida”'));
  expect(part).not.toContain(plain('Stance Matrix Demonstration'));
  const all = whole(await printedBy(page, 'Print everything'));
  for (const { quote, text } of statements) expect(all).toContain(plain(quote || text));
  expect(all).not.toContain(plain('Shown here'));
});

test('headers stand on every page of a long table, and no row is cut', async ({ page }) => {
  const rows = Array.from({ length: 90 }, (_, index) => `Land ${index + 1} with a name that takes two lines in its narrow column,Trade,supports,P`);
  await publish(page, { 'index.html': article('<stance-matrix src="datapackage.json"></stance-matrix>'), ...pack(['country,concern,stance,source', ...rows].join('\n')) });
  await visit(page, 'made/index.html');
  await expect(page.getByRole('button', { name: 'Print', exact: true })).toBeVisible();
  const all = await pages(await page.pdf({ format: 'A4' }));
  const withRows = all.filter(({ text }) => /Land \d+ with/.test(text));
  expect(withRows.length).toBeGreaterThan(2);
  for (const { text } of withRows) expect(text).toContain('Trade');
  // A name stands whole on the page on which it begins.
  for (const { text } of withRows) expect((text.match(/Land \d+ with/g) ?? []).length).toBe((plain(text).match(/narrowcolumn/g) ?? []).length);
});

test('stances can be told apart without colour: each has its word and its mark', async ({ page }) => {
  await visit(page);
  await expect(page.getByRole('button', { name: 'Print', exact: true })).toBeVisible();
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  const cells = await page.locator('.paper td').evaluateAll((cells) => cells.filter((cell) => cell.textContent).map((cell) => [cell.textContent, cell.querySelector('path')?.getAttribute('d')]));
  expect(cells).toHaveLength(60);
  const marks = new Map(cells);
  expect(marks.size).toBe(6);
  expect(new Set(marks.values()).size).toBe(6);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
});

test('above 5,000 statements there is no “everything”, and paper has as much as is shown', async ({ page }) => {
  const rows = Array.from({ length: 5100 }, (_, index) => `Land ${index % 10},Trade ${Math.floor(index / 10)},supports,P`);
  await publish(page, { 'index.html': article('<stance-matrix src="datapackage.json"></stance-matrix>'), ...pack(['country,concern,stance,source', ...rows].join('\n')) });
  await visit(page, 'made/index.html');
  await page.getByRole('searchbox').fill('Trade 17');
  await expect(shown(page)).toHaveText(/of 510 concerns/);
  await expect(button(page, 'Get all data')).toBeVisible();
  await expect(button(page, 'Print everything')).toHaveCount(0);
  const text = whole(await printedBy(page, 'Print'));
  expect(text).toContain(plain('Trade 170'));
  expect(text).not.toContain(plain('Trade 200'));
  await button(page, 'Show all').click();
  await expect(shown(page)).toHaveText('510 concerns, 10 countries');
  expect(whole(await printedBy(page, 'Print'))).toContain(plain('More than 5,000 statements'));
});
