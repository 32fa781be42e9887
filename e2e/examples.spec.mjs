// The pages of examples/ that docs/embedding.md is about: each does what it is there to show.
import { chromium, expect, test as base } from '@playwright/test';
import { button, card, cell, column, grid, row } from './reader.mjs';

/** Pages that end without an error and without anything that their policy forbids. */
const test = base.extend({
  page: async ({ page }, use) => {
    const complaints = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => { if (message.type() === 'error') complaints.push(message.text()); });
    await use(page);
    expect(complaints).toEqual([]);
  },
});
const table = (page) => page.getByRole('table');

/** A card opens, and a concern goes. */
async function isTheMatrix(page, within = page) {
  await cell(within, 'Kazakhstan', 'Inclusive government').scrollIntoViewIfNeeded();
  await expect(grid(within)).toBeVisible();
  await cell(within, 'Kazakhstan', 'Inclusive government').click();
  await expect(card(within)).toContainText('Kazakhstan Foreign Ministry');
  await page.keyboard.press('Escape');
  await button(within, /^Drug smuggling \d/).click();
  await expect(column(within, 'Drug smuggling')).toHaveCount(0);
}

/** The words of the table can be read, and what proves them. */
async function isTheTable(page) {
  await expect(grid(page)).toHaveCount(0);
  await expect(table(page).getByRole('rowheader')).toHaveText(['Kazakhstan', 'Kyrgyzstan', 'Uzbekistan', 'Tajikistan', 'Turkmenistan']);
  await table(page).getByText('2 statements').first().click();
  await expect(table(page).getByText('Kazakhstan Foreign Ministry').first()).toBeVisible();
  await expect(table(page).getByText('2021-08-19').first()).toBeVisible();
}

test('plain HTML: the matrix, and a link of the article opens a card', async ({ page }) => {
  await page.goto('examples/html/');
  await page.getByRole('link', { name: 'sets terms' }).click();
  await expect(card(page)).toHaveAccessibleName('Tajikistan, Recognising a new government');
  await page.keyboard.press('Escape');
  await isTheMatrix(page);
});

test('a frame: the matrix at its full height, and a link of the article opens a card in it', async ({ page }) => {
  await page.goto('examples/frame/');
  const frame = page.frameLocator('iframe');
  await isTheMatrix(page, frame);
  await expect.poll(() => frame.locator('html').evaluate((root) => root.scrollHeight - root.clientHeight)).toBe(0);
  await page.getByRole('link', { name: 'sets terms' }).click();
  await expect(card(frame)).toHaveAccessibleName('Tajikistan, Recognising a new government');
});

test('a strict content policy: the matrix', async ({ page }) => {
  await page.goto('strict/examples/strict/');
  await isTheMatrix(page);
});

test('WordPress with functions.php: the matrix, in a theme’s own styles', async ({ page }) => {
  await page.goto('examples/wordpress/');
  await isTheMatrix(page);
});

test('WordPress as an author’s post comes out of its filters: the table', async ({ page }) => {
  await page.goto('examples/wordpress/filtered.html');
  await isTheTable(page);
});

test('no WebAssembly: the table, and the page hears why', async ({ baseURL }) => {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ['--no-sandbox', '--js-flags=--jitless'] });
  const page = await browser.newPage({ baseURL });
  await page.goto('examples/no-wasm/');
  await table(page).scrollIntoViewIfNeeded();
  await expect(page.getByText('The table stays: wasm-missing.')).toBeVisible();
  await isTheTable(page);
  await browser.close();
});

test('no scripts at all: the table', async ({ browser, baseURL }) => {
  const page = await browser.newPage({ baseURL, javaScriptEnabled: false });
  await page.goto('examples/no-wasm/');
  await isTheTable(page);
  await expect(row(page, 'Kazakhstan')).toBeVisible();
  await page.close();
});
