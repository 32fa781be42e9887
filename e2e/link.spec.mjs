// Permalinks and links of the article.
import { expect, test } from '@playwright/test';
import { article, button, card, cell, grid, heard, listen, pack, publish, row, shown } from './reader.mjs';

const CSV = 'country,concern,stance,kind,quote,source\nOstland,Bridges,supports,quote,We build,P\nWestland,Bridges,opposes,quote,We do not,P\nWestland,Rivers,supports,quote,We swim,P';
const OTHER = 'country,concern,stance,kind,quote,source\nNordland,Snow,supports,quote,We ski,P';
const ONE = '<p><a href="#stance=westland/rivers">What Westland says of rivers</a> <a href="#nothing">Elsewhere</a></p><stance-matrix src="datapackage.json"></stance-matrix>';

async function open(page, body, hash = '') {
  await listen(page);
  await publish(page, { 'index.html': article(body), ...pack(CSV), 'other.csv': OTHER });
  await page.goto(`made/index.html${hash}`);
  await expect(grid(page).first()).toBeVisible();
}
const hash = (page) => page.evaluate(() => location.hash);

test('a link in the article opens its cell and takes the focus there; back and forward follow', async ({ page }) => {
  await open(page, ONE);
  await page.getByRole('link', { name: 'What Westland says of rivers' }).click();
  await expect(card(page)).toHaveAccessibleName('Westland, Rivers');
  await expect(cell(page, 'Westland', 'Rivers')).toBeFocused();
  expect((await heard(page, 'select')).at(-1)).toMatchObject({ country: 'westland', concern: 'rivers', by: 'link' });
  await page.evaluate(() => { location.hash = 'stance=ostland/bridges'; });
  await expect(card(page)).toHaveAccessibleName('Ostland, Bridges');
  await page.goBack();
  await expect(card(page)).toHaveAccessibleName('Westland, Rivers');
  await page.goForward();
  await expect(card(page)).toHaveAccessibleName('Ostland, Bridges');
});

test('a page that is opened with a permalink shows what it says', async ({ page }) => {
  await open(page, ONE, '#stance=westland/bridges&c=bridges&q=not&theirs=1');
  await expect(card(page)).toHaveAccessibleName('Westland, Bridges');
  await expect(shown(page)).toHaveText('1 of 2 concerns, 1 of 2 countries');
});

test('a link to a cell that is filtered out shows everything again', async ({ page }) => {
  await open(page, ONE);
  await button(page, /^Opposes/).click();
  await expect(row(page, 'Ostland')).toHaveCount(0);
  await page.evaluate(() => { location.hash = 'stance=ostland/bridges'; });
  await expect(card(page)).toHaveAccessibleName('Ostland, Bridges');
});

test('what the reader chooses stands in the address, and keys of others are kept', async ({ page }) => {
  await open(page, ONE, '#theirs=a%20b');
  await button(page, /^Opposes/).click();
  await expect.poll(() => hash(page)).toBe('#s=opposes&theirs=a%20b');
  await cell(page, 'Westland', 'Bridges').click();
  await expect.poll(() => hash(page)).toBe('#stance=westland/bridges&s=opposes&theirs=a%20b');
  await page.reload();
  await expect(card(page)).toHaveAccessibleName('Westland, Bridges');
  await page.keyboard.press('Escape');
  await button(page, 'Show all').click();
  await expect.poll(() => hash(page)).toBe('#theirs=a%20b');
});

test('an address that the page uses for itself is left alone', async ({ page }) => {
  await open(page, ONE, '#/route/of/the/page');
  await button(page, /^Opposes/).click();
  await expect(row(page, 'Ostland')).toHaveCount(0);
  expect(await hash(page)).toBe('#/route/of/the/page');
});

test('a page can switch permalinks off', async ({ page }) => {
  await open(page, ONE.replace('<stance-matrix', '<stance-matrix permalink="off"'), '#stance=westland/bridges');
  await button(page, /^Opposes/).click();
  await expect(row(page, 'Ostland')).toHaveCount(0);
  await expect(card(page)).toHaveCount(0);
  expect(await hash(page)).toBe('#stance=westland/bridges');
});

test('with two matrices a link goes to the one that it names, else to the first that knows the cell', async ({ page }) => {
  await open(page, '<stance-matrix id="a" src="datapackage.json"></stance-matrix><stance-matrix id="b" src="other.csv"></stance-matrix><stance-matrix id="c" src="other.csv"></stance-matrix>');
  await expect(grid(page)).toHaveCount(3);
  const at = (id) => card(page.locator(`stance-matrix#${id}`));
  await page.evaluate(() => { location.hash = 'stance=nordland/snow'; });
  await expect(at('b')).toHaveAccessibleName('Nordland, Snow');
  await page.evaluate(() => { location.hash = 'stance=nordland/snow&in=c'; });
  await expect(at('c')).toHaveAccessibleName('Nordland, Snow');
  await page.evaluate(() => { location.hash = 'stance=westland/rivers'; });
  await expect(at('a')).toHaveAccessibleName('Westland, Rivers');
  await button(page.locator('stance-matrix#a'), /^Opposes/).click();
  await expect.poll(() => hash(page)).toBe('#s=opposes&in=a');
});
