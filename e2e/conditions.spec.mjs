// How readers see: large text, zoom, spaced text, few colours, no motion. Nothing is cut off and nothing overlaps.
import { expect, test } from '@playwright/test';
import { apart, button, card, cell, column, deck, grid, row, shown, visit, visitMatrix } from './reader.mjs';

/** Texts of the widget that do not fit their boxes: cut off at a side. */
const cutOff = (page) => page.locator('stance-matrix').evaluate((element) => {
  const cut = [];
  for (const node of element.shadowRoot.querySelectorAll('button, .word, p, li, dd, dt, h2, legend')) {
    const style = getComputedStyle(node);
    // A long name in a large matrix ends in an ellipsis; its card has all of it.
    if (node.matches('[data-large] .header') && style.webkitLineClamp !== 'none') continue;
    const isClipped = style.overflowX !== 'visible' || style.overflowY !== 'visible';
    if (isClipped && !node.closest('.hidden, .skip') && (node.scrollWidth > node.clientWidth + 1 || node.scrollHeight > node.clientHeight + 1)) cut.push(node.textContent.slice(0, 40));
  }
  for (const cell of element.shadowRoot.querySelectorAll('.grid .cell')) {
    const [word, fill] = [cell.querySelector('.word'), cell.querySelector('.fill')].map((node) => node.getBoundingClientRect());
    if (word.left < fill.left - 1 || word.right > fill.right + 1 || word.bottom > fill.bottom + 1) cut.push(cell.getAttribute('aria-label'));
  }
  return cut;
});
const sideways = (page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

test('with text twice as large everything is there', async ({ page }) => {
  await page.addInitScript(() => addEventListener('DOMContentLoaded', () => { document.documentElement.style.fontSize = '200%'; }));
  await page.setViewportSize({ width: 1280, height: 900 });
  await visitMatrix(page);
  expect(await cutOff(page)).toEqual([]);
  expect(await sideways(page)).toBeLessThanOrEqual(0);
  await cell(page, 'Kazakhstan', 'Inclusive government').click();
  await expect(card(page)).toBeInViewport({ ratio: 0.99 });
});

test('at 400 % nothing scrolls to two sides: the deck is shown, its card too', async ({ page }) => {
  // A window of 1280 by 1024 pixels at 400 %.
  await page.setViewportSize({ width: 320, height: 256 });
  await visit(page);
  await expect(deck(page)).toBeVisible();
  expect(await sideways(page)).toBeLessThanOrEqual(0);
  expect(await cutOff(page)).toEqual([]);
  await button(deck(page), 'Kazakhstan').click();
  await expect(card(page)).toBeVisible();
  expect(await card(page).evaluate((node) => node.scrollWidth - node.clientWidth)).toBeLessThanOrEqual(0);
});

for (const width of [1280, 360]) {
  test(`with the spacing of WCAG 1.4.12 nothing is cut off, at ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await visit(page);
    await page.locator('stance-matrix').evaluate((element) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }');
      element.shadowRoot.adoptedStyleSheets = [...element.shadowRoot.adoptedStyleSheets, sheet];
    });
    expect(await cutOff(page)).toEqual([]);
    expect(await sideways(page)).toBeLessThanOrEqual(0);
    await expect(shown(page)).toBeVisible();
  });
}

test('with forced colours stances keep theirs, cells their outlines, focus its ring', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await visit(page);
  const look = (country, concern) => cell(page, country, concern).evaluate((node) => { const { backgroundColor, borderTopStyle, borderTopWidth } = getComputedStyle(node.firstElementChild); return { backgroundColor, borderTopStyle, borderTopWidth }; });
  const [backs, against] = [await look('Kazakhstan', 'Inclusive government'), await look('Kazakhstan', 'Extremist groups')];
  expect(backs.backgroundColor).not.toBe(against.backgroundColor);
  expect([backs.borderTopStyle, backs.borderTopWidth]).toEqual(['solid', '1px']);
  await cell(page, 'Kazakhstan', 'Inclusive government').focus();
  await page.keyboard.press('ArrowRight');
  const ring = await cell(page, 'Kazakhstan', 'Recognising a new government').evaluate((node) => getComputedStyle(node.firstElementChild).outlineStyle);
  expect(ring).toBe('solid');
});

test('who wants no motion gets none, and who does gets 150 milliseconds at most', async ({ page }) => {
  const running = () => page.locator('stance-matrix').evaluate((element) => element.shadowRoot.getAnimations().map((one) => one.effect.getComputedTiming().endTime));
  for (const reducedMotion of ['reduce', 'no-preference']) {
    await page.emulateMedia({ reducedMotion });
    await visit(page);
    await cell(page, 'Kazakhstan', 'Inclusive government').click();
    await expect(card(page)).toBeVisible();
    const ends = await running();
    if (reducedMotion === 'reduce') expect(ends).toEqual([]);
    for (const end of ends) expect(end).toBeLessThanOrEqual(150);
  }
});

test('nothing that is read stands on what shines through, so that reduced transparency changes nothing', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await visit(page);
  await cell(page, 'Kazakhstan', 'Inclusive government').click();
  const through = await page.locator('stance-matrix').evaluate((element) => [...element.shadowRoot.querySelectorAll('.card, .grid thead, .grid .row, .corner, .search input')].filter((node) => !/^(rgb\(|oklch\([^/]*\)$)/.test(getComputedStyle(node).backgroundColor) || getComputedStyle(node).opacity !== '1').map((node) => node.className));
  expect(through).toEqual([]);
});

const SIZES = [[5, 3], [5, 60], [500, 3], [60, 60]];
for (const [rows, columns] of SIZES) {
  test(`a matrix of ${rows} rows and ${columns} columns: headers stay in sight and hide no cell that has the focus`, async ({ page }) => {
    test.slow();
    await page.setViewportSize({ width: 1280, height: 720 });
    const names = (count, name) => Array.from({ length: count }, (_, index) => `${name} ${index + 1}${index % 7 ? '' : ' of a Longunbreakablecompoundname'}`);
    const data = names(rows, 'Land').flatMap((country) => names(columns, 'Concern').map((concern, index) => ({ country, concern, stance: index % 2 ? 'supports' : 'opposes', source: 'P' })));
    await page.goto('./');
    await page.evaluate((data) => {
      document.body.innerHTML = '<stance-matrix loading="eager"></stance-matrix>';
      document.querySelector('stance-matrix').data = data;
    }, data);
    await expect(grid(page)).toBeVisible({ timeout: 30_000 });
    expect(await cutOff(page)).toEqual([]);
    expect(await sideways(page)).toBeLessThanOrEqual(0);
    await grid(page).getByRole('gridcell').filter({ hasText: /\S/ }).first().focus();
    for (const key of ['Control+End', 'PageUp', 'Home', 'ArrowRight']) {
      await page.keyboard.press(key);
      const focused = page.locator('stance-matrix :focus');
      await expect(focused).toBeInViewport({ ratio: 0.9 });
      const [box, top, side] = await Promise.all([focused.boundingBox(), page.locator('.grid thead').boundingBox(), page.locator('.grid .corner').last().boundingBox()]);
      const isCell = (await focused.getAttribute('role')) === null && (await focused.evaluate((node) => node.tagName)) === 'TD';
      if (!isCell) continue;
      expect(box.y, `${key}: below the headers`).toBeGreaterThanOrEqual(top.y + top.height - 2);
      expect(box.x, `${key}: beside the headers`).toBeGreaterThanOrEqual(side.x + side.width - 2);
    }
  });
}

test('500 countries in a deck: one long list, without an overview that would be taller than the screen', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('./');
  await page.evaluate(() => {
    document.body.innerHTML = '<stance-matrix loading="eager"></stance-matrix>';
    document.querySelector('stance-matrix').data = Array.from({ length: 1000 }, (_, index) => ({ country: `Land ${index >> 1} with a long name`, concern: index % 2 ? 'Trade' : 'Water', stance: index % 3 ? 'supports' : 'opposes', source: 'P' }));
  });
  await expect(deck(page)).toBeVisible();
  await expect(button(deck(page), /^Land \d+/)).toHaveCount(500);
  await expect(deck(page).getByRole('group', { name: 'Overview' })).toHaveCount(0);
  expect(await sideways(page)).toBeLessThanOrEqual(0);
  expect(await cutOff(page)).toEqual([]);
  await button(deck(page), 'Next').click();
  await expect(deck(page).getByText('2 of 2')).toBeVisible();
});
