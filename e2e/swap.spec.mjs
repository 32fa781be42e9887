// Rows and columns can be swapped: countries across, concerns down.
import { expect, test } from '@playwright/test';
import { button, card, cell, column, deck, grid, row, shown, tabIntoMatrix, visit } from './reader.mjs';

const swap = (page) => button(page, 'Swap rows and columns');

test('a press makes rows of columns, and another makes them columns again', async ({ page }) => {
  await visit(page);
  await expect(column(page, 'Inclusive government')).toBeVisible();
  await swap(page).click();
  await expect(swap(page)).toHaveAttribute('aria-pressed', 'true');
  await expect(swap(page)).toBeFocused();
  await expect(column(page, 'Kazakhstan')).toBeVisible();
  await expect(row(page, 'Inclusive government')).toBeVisible();
  await expect(grid(page).getByRole('row')).toHaveCount(13);
  await expect(grid(page).getByRole('row').nth(1).getByRole('gridcell')).toHaveCount(5);
  await expect(cell(page, 'Kyrgyzstan', 'Border violations')).toContainText('Stands against');
  await swap(page).click();
  await expect(column(page, 'Inclusive government')).toBeVisible();
  await expect(grid(page).getByRole('row')).toHaveCount(7);
});

test('keys, cards and filters work in it as ever', async ({ page }) => {
  await visit(page);
  await swap(page).click();
  await tabIntoMatrix(page);
  const steps = [
    ['ArrowRight', cell(page, 'Kyrgyzstan', 'Inclusive government')],
    ['ArrowDown', cell(page, 'Kyrgyzstan', 'Recognising a new government')],
    ['End', cell(page, 'Turkmenistan', 'Recognising a new government')],
    ['Home', button(row(page, 'Recognising a new government'), 'Recognising')],
    ['Control+End', cell(page, 'Turkmenistan', 'Trade and energy links')],
    ['Control+Home', cell(page, 'Kazakhstan', 'Inclusive government')],
    ['ArrowUp', button(column(page, 'Kazakhstan'), 'Kazakhstan')],
  ];
  for (const [key, there] of steps) {
    await page.keyboard.press(key);
    await expect(there, key).toBeFocused();
  }
  await page.keyboard.press('Enter');
  await expect(card(page)).toContainText('one of the largest markets for its grain');
  await page.keyboard.press('Escape');
  await page.getByRole('searchbox').fill('sleeper');
  await expect(shown(page)).toHaveText('1 of 12 concerns, 1 of 5 countries');
  await expect(grid(page).getByRole('gridcell').filter({ hasText: /\S/ })).toHaveCount(1);
});

test('the tab stop stays at its cell', async ({ page }) => {
  await visit(page);
  await cell(page, 'Uzbekistan', 'Friendly relations').click();
  await page.keyboard.press('Escape');
  await swap(page).click();
  await tabIntoMatrix(page);
  await expect(cell(page, 'Uzbekistan', 'Friendly relations')).toBeFocused();
});

test('the deck turns to countries then, with their concerns under each stance', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await visit(page);
  await swap(page).click();
  await expect(deck(page).getByText('1 of 5')).toBeVisible();
  await expect(deck(page).getByRole('button', { name: 'Kazakhstan', exact: true }).first()).toBeVisible();
  const piles = deck(page).locator(':scope > ul > li > p');
  await expect(piles.first()).toContainText('Pursues');
  await button(deck(page), 'Next').click();
  await expect(deck(page).getByText('2 of 5')).toBeVisible();
  const concern = button(deck(page), 'Kyrgyzstan, Extremist groups: Stands against');
  await concern.focus();
  await page.keyboard.press('ArrowRight');
  await expect(button(deck(page), 'Uzbekistan, Extremist groups')).toBeFocused();
  await button(deck(page), 'Whole matrix').click();
  await expect(column(page, 'Uzbekistan')).toBeVisible();
});
