// What the reader does changes what it must in the document, and nothing else.
import { expect, test } from '@playwright/test';
import { button, card, cell, chips, column, row, visitMatrix } from './reader.mjs';

/** Writes down which cells and headers change from here on, and what of them. */
const watch = (page) => page.locator('stance-matrix').evaluate((element) => {
  globalThis.changes = new Set();
  const root = element.shadowRoot;
  const nameOf = (node) => node.closest?.('.cell, .header')?.dataset.key;
  new MutationObserver((records) => {
    for (const { type, target, attributeName, addedNodes, removedNodes } of records) {
      const elementOf = target.nodeType === 1 ? target : target.parentElement;
      if (nameOf(elementOf)) globalThis.changes.add(`${nameOf(elementOf)} ${attributeName ?? type}`);
      for (const node of [...addedNodes, ...removedNodes]) {
        for (const inside of node.querySelectorAll?.('.cell, .header') ?? []) globalThis.changes.add(`${inside.dataset.key} moved`);
        if (node.matches?.('.cell')) globalThis.changes.add(`${node.dataset.key} moved`);
      }
    }
  }).observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
});
const changes = (page) => page.evaluate(() => [...globalThis.changes].toSorted());
/** The keys of a place across in all lines, and of its header. */
const across = (place, what) => ['', 0, 1, 2, 3, 4].map((line) => `${line}:${place} ${what}`).toSorted();

test.beforeEach(async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await visitMatrix(page);
  await watch(page);
});

test('a card that opens and closes marks its own cell alone', async ({ page }) => {
  await cell(page, 'Kyrgyzstan', 'Recognising a new government').hover();
  await expect(card(page)).toBeVisible();
  expect(await changes(page)).toEqual(['1:1 aria-expanded']);
  await page.mouse.move(5, 5);
  await expect(card(page)).toBeHidden();
  expect(await changes(page)).toEqual(['1:1 aria-expanded']);
});

test('a chip takes its own column out and brings it back', async ({ page }) => {
  const chip = chips(page, 'Concerns').getByRole('button', { name: /^Recognising/ });
  await chip.click();
  await expect(column(page, 'Recognising a new government')).toBeHidden();
  expect(await changes(page)).toEqual(across(1, 'moved'));
  await chip.click();
  await expect(column(page, 'Recognising a new government')).toBeVisible();
  expect((await changes(page)).filter((change) => !/^\d?:1 /.test(change))).toEqual([]);
});

test('a search for a country takes the others out and marks its name', async ({ page }) => {
  await page.getByRole('searchbox').fill('tajik');
  await expect(row(page, 'Kazakhstan')).toBeHidden();
  await expect(row(page, 'Tajikistan')).toBeVisible();
  const redrawn = (await changes(page)).filter((change) => /^3?:/.test(change));
  // Besides the name that is found: where the words of a quote are, and the one tab stop.
  expect(redrawn.filter((change) => !/ (class|tabindex)$/.test(change))).toEqual(['3: characterData', '3: childList']);
});

test('a stance in the legend dims the others, and no cell is drawn anew', async ({ page }) => {
  await button(page.getByRole('list', { name: 'Stances' }), 'Not reported').click();
  await expect(button(page, 'Show all')).toBeVisible();
  const kept = (await changes(page)).filter((change) => !change.endsWith(' moved'));
  expect(kept.length).toBeGreaterThan(0);
  expect(kept.filter((change) => !change.endsWith(' class'))).toEqual([]);
});
