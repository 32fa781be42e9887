// The author's desk: the widget on a package that is being written, and the file that needs no server.
import { request } from 'node:http';
import { pathToFileURL } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { test as base, expect } from '@playwright/test';
import { Desk, exported } from './desk.mjs';
import { button, card, cell, chips, column, deck, grid, visit } from './reader.mjs';

const test = base.extend({
  desk: async ({}, use, info) => {
    const desk = new Desk(info.outputPath('central-asia'));
    await desk.start();
    await use(desk);
    await desk.end();
  },
});

const sum = (page) => page.getByRole('banner').getByRole('status');
const problems = (page) => page.getByRole('complementary', { name: 'Problems' });
// A stance that the scale does not have, and a row about a concern that there is none of.
const spoilt = (csv) => `${csv.replace('\nkazakhstan,inclusive-government,backs,', '\nkazakhstan,inclusive-government,bakcs,')}kazakhstan,border-voilations,backs\n`;
const mended = (csv) => csv.replace(',bakcs,', ',backs,').replace(/kazakhstan,border-voilations,.*\n/, '');

test('a mistake shows beside the matrix, which keeps what is good and what was chosen, until it is mended', async ({ page, desk }) => {
  await visit(page, desk.address);
  await expect(sum(page)).toHaveText('54 statements, no problems.');
  await expect(problems(page)).toBeHidden();
  await button(chips(page, 'Concerns'), 'Drug smuggling').click();
  await cell(page, 'Uzbekistan', 'Border violations').click();
  await expect(card(page)).toContainText('Stands against');
  desk.save('statements.csv', spoilt);
  await expect(problems(page).getByRole('heading', { level: 3 })).toHaveText([/^2 errors/]);
  await expect(problems(page).getByRole('listitem')).toHaveText([/statements\.csv, row 2, column stance.*“bakcs”/, /row 93, column concern.*“border-voilations”/]);
  await expect(sum(page)).toHaveText('54 statements, 2 errors.');
  await expect(page).toHaveTitle(/^\(2\) Where Central Asia stands/);
  await expect(cell(page, 'Kyrgyzstan', 'Extremist groups')).toBeVisible();
  await expect(column(page, 'Drug smuggling')).toHaveCount(0);
  await expect(card(page)).toContainText('Stands against');
  desk.save('statements.csv', mended);
  await expect(sum(page)).toHaveText('54 statements, no problems.');
  await expect(problems(page)).toBeHidden();
  await expect(column(page, 'Drug smuggling')).toHaveCount(0);
  await expect(card(page)).toContainText('Stands against');
});

test('while the package cannot be read the matrix before it stays, and a page that is opened then says so', async ({ page, desk }) => {
  await visit(page, desk.address);
  let whole;
  desk.save('datapackage.json', (text) => { whole = text; return text.slice(0, 300); });
  await expect(problems(page).getByRole('listitem')).toHaveText([/is not JSON/]);
  await expect(page.getByText('This is the matrix as it was.')).toBeVisible();
  await expect(cell(page, 'Kyrgyzstan', 'Extremist groups')).toBeVisible();
  await page.reload();
  await expect(page.getByText('Nothing in it can be shown yet.')).toBeVisible();
  desk.save('datapackage.json', () => whole);
  await expect(cell(page, 'Kyrgyzstan', 'Extremist groups')).toBeVisible();
  await expect(page.getByText('Nothing in it can be shown')).toBeHidden();
});

test('a page goes on when the command has ended and runs again', async ({ page, desk }) => {
  await visit(page, desk.address);
  await button(chips(page, 'Concerns'), 'Drug smuggling').click();
  await desk.end();
  await expect(sum(page)).toContainText('The command has ended.');
  desk.save('statements.csv', spoilt);
  await desk.start();
  await expect(sum(page)).toHaveText('54 statements, 2 errors.');
  await expect(column(page, 'Drug smuggling')).toHaveCount(0);
});

test('a file of the package is shown as text, and no other file is', async ({ page, desk }) => {
  await visit(page, desk.address);
  desk.save('statements.csv', spoilt);
  await problems(page).getByRole('link', { name: 'statements.csv' }).first().click();
  await expect(page.getByText('kazakhstan,border-voilations')).toBeVisible();
  // As written: a browser would tidy these up.
  const status = (path) => new Promise((done) => { request({ port: desk.port, path }, (answer) => { answer.resume(); done(answer.statusCode); }).end(); });
  expect(await status('/package/statements.csv')).toBe(200);
  for (const path of ['/package/proof.json', '/package/../statements.csv', '/package/%2e%2e/statements.csv', '/package/..%2f..%2fetc/passwd', '//etc/passwd', '/package/statements.csv%00']) {
    expect(await status(path), path).toBe(404);
  }
});

for (const [width, colorScheme] of [[360, 'light'], [1280, 'dark']]) {
  test(`at ${width} pixels nothing is cut off, and axe finds nothing (${colorScheme})`, async ({ page, desk }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    desk.save('statements.csv', spoilt);
    await visit(page, desk.address);
    await expect(problems(page)).toBeVisible();
    if (width === 360) await button(page, 'See the problems').click();
    await expect(problems(page).getByRole('listitem').first()).toBeInViewport();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    expect(violations).toEqual([]);
  });
}

/** The demo as one file, as its address on disk. */
function file(info, ...options) {
  const path = info.outputPath('matrix.html');
  exported(path, ...options);
  return pathToFileURL(path).href;
}

test('the file that needs no server shows the widget from disk, and fetches nothing', async ({ page }, info) => {
  const address = file(info);
  const asked = [];
  const errors = [];
  page.on('request', (request) => request.url().startsWith('data:') || asked.push(request.url()));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('pageerror', (error) => errors.push(error.message));
  await visit(page, address);
  await cell(page, 'Kazakhstan', 'Inclusive government').click();
  await expect(card(page)).toContainText('We support the statement of the UN Security Council');
  await page.keyboard.press('Escape');
  await page.getByText('In words', { exact: true }).click();
  await expect(page.getByText('5 countries, 12 concerns').first()).toBeVisible();
  expect(asked).toEqual([address]);
  expect(errors).toEqual([]);
});

test('the file that needs no server speaks the language it was asked for', async ({ page }, info) => {
  await visit(page, file(info, '--lang', 'ru'));
  await expect(page.getByText('12 вопросов, 5 стран')).toBeVisible();
  await expect(grid(page).getByRole('rowheader').first()).toHaveText('Казахстан');
});

test('without script the file that needs no server is the table', async ({ browser }, info) => {
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto(file(info));
  const word = page.locator('[id="stance=kazakhstan/inclusive-government"]');
  await expect(word.getByText('Backs', { exact: true })).toBeVisible();
  await word.getByText('2 statements').click();
  await expect(word.getByText('We support the statement of the UN Security Council')).toBeVisible();
  await page.close();
});

test('on a phone the file that needs no server shows one concern at a time', async ({ page }, info) => {
  await page.setViewportSize({ width: 360, height: 700 });
  await visit(page, file(info));
  await button(deck(page), 'Kazakhstan').click();
  await expect(card(page)).toContainText('We support the statement');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
});
