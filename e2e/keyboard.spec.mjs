// Everything by keyboard alone: one tab stop in the matrix, arrows within it, keys for the card.
import { expect, test } from '@playwright/test';
import { button, card, cell, column, grid, row, shown, tabIntoMatrix, visit, visitWithoutTime } from './reader.mjs';

const press = async (page, ...keys) => { for (const key of keys) await page.keyboard.press(key); };

test('the matrix is one tab stop', async ({ page }) => {
  await visit(page);
  await tabIntoMatrix(page);
  await expect(cell(page, 'Kazakhstan', 'Inclusive government')).toBeFocused();
  await press(page, 'Escape', 'Shift+Tab');
  await expect(button(page.getByRole('list', { name: 'Stances' }), 'Not reported')).toBeFocused();
  await press(page, 'Tab', 'ArrowDown', 'ArrowRight', 'Escape', 'Shift+Tab', 'Tab');
  await expect(cell(page, 'Kyrgyzstan', 'Recognising a new government'), 'the stop is where the reader stood').toBeFocused();
});

test('arrows, Home and End move through cells and headers', async ({ page }) => {
  await visit(page);
  await tabIntoMatrix(page);
  const steps = [
    ['ArrowRight', cell(page, 'Kazakhstan', 'Recognising a new government')],
    ['ArrowDown', cell(page, 'Kyrgyzstan', 'Recognising a new government')],
    ['End', cell(page, 'Kyrgyzstan', 'Trade and energy links')],
    ['ArrowRight', cell(page, 'Kyrgyzstan', 'Trade and energy links')],
    ['Home', button(row(page, 'Kyrgyzstan'), 'Kyrgyzstan')],
    ['Control+End', cell(page, 'Turkmenistan', 'Trade and energy links')],
    ['ArrowLeft', cell(page, 'Turkmenistan', 'Friendly relations')],
    ['Control+Home', cell(page, 'Kazakhstan', 'Inclusive government')],
    ['ArrowUp', button(column(page, 'Inclusive government'), 'Inclusive government')],
    ['ArrowLeft', button(column(page, 'Inclusive government'), 'Inclusive government')],
    ['PageDown', cell(page, 'Turkmenistan', 'Inclusive government')],
    ['PageUp', button(column(page, 'Inclusive government'), 'Inclusive government')],
  ];
  for (const [key, there] of steps) {
    await page.keyboard.press(key);
    await expect(there, key).toBeFocused();
  }
});

test('Enter on a header shows what it is, and Escape gives the focus back', async ({ page }) => {
  await visit(page);
  await tabIntoMatrix(page);
  await press(page, 'ArrowUp', 'Enter');
  await expect(card(page)).toContainText('A government in Afghanistan that takes in all political forces');
  await press(page, 'Escape', 'ArrowDown', 'ArrowLeft', 'Enter');
  await expect(card(page)).toContainText('one of the largest markets for its grain');
  await press(page, 'Escape');
  await expect(button(row(page, 'Kazakhstan'), 'Kazakhstan')).toBeFocused();
});

test('the focus previews a card, which follows it', async ({ page }) => {
  await visit(page);
  await tabIntoMatrix(page);
  await expect(card(page)).toHaveAccessibleName('Kazakhstan, Inclusive government');
  await page.keyboard.press('ArrowRight');
  await expect(card(page)).toHaveAccessibleName('Kazakhstan, Recognising a new government');
});

for (const [key, name] of [['Enter', 'Enter'], [' ', 'Space']]) {
  test(`${name} pins the card, so that it stays while the focus moves on, and closes it again`, async ({ page }) => {
    await visitWithoutTime(page);
    await tabIntoMatrix(page);
    await press(page, key, 'ArrowRight');
    await page.clock.runFor(10_000);
    await expect(card(page)).toHaveAccessibleName('Kazakhstan, Inclusive government');
    await press(page, 'ArrowLeft', key);
    await expect(card(page)).toHaveCount(0);
  });
}

for (const key of ['F6', 'Tab']) {
  test(`${key} moves into the card, and Escape closes it and gives the focus back to the cell`, async ({ page }) => {
    await visitWithoutTime(page);
    await tabIntoMatrix(page);
    await press(page, 'ArrowRight', 'Enter', key);
    await expect(card(page).locator(':focus').or(card(page).and(page.locator(':focus')))).toBeVisible();
    await page.keyboard.press('Escape');
    await page.clock.runFor(10_000);
    await expect(card(page)).toHaveCount(0);
    await expect(cell(page, 'Kazakhstan', 'Recognising a new government')).toBeFocused();
  });
}

test('a preview that the focus moved into stays, and closes when the focus leaves it', async ({ page }) => {
  await visitWithoutTime(page);
  await tabIntoMatrix(page);
  await page.clock.runFor(100);
  await page.keyboard.press('Tab');
  await expect(button(card(page), 'Close')).toBeFocused();
  await page.clock.runFor(10_000);
  await expect(card(page)).toBeVisible();
  await page.getByRole('link', { name: 'Creative Commons' }).focus();
  await page.clock.runFor(10_000);
  await expect(card(page)).toHaveCount(0);
});

test('the close button works by key and gives the focus back to the cell', async ({ page }) => {
  await visitWithoutTime(page);
  await tabIntoMatrix(page);
  await press(page, 'Enter', 'Tab');
  await expect(button(card(page), 'Close')).toBeFocused();
  await page.keyboard.press('Enter');
  await page.clock.runFor(10_000);
  await expect(card(page)).toHaveCount(0);
  await expect(cell(page, 'Kazakhstan', 'Inclusive government')).toBeFocused();
});

test('Show all by key leaves the focus in the widget', async ({ page }) => {
  await visit(page);
  await page.getByRole('searchbox').fill('sleeper');
  await button(page, 'Show all').press('Enter');
  await expect(shown(page)).toHaveText('12 concerns, 5 countries');
  await expect(page.locator('stance-matrix:focus-within')).toHaveCount(1);
});

test('from the top of the page to a quote and back by keyboard alone', async ({ page }) => {
  await visit(page);
  await press(page, 'Tab', 'Tab');
  await expect(page.getByRole('searchbox', { name: 'Search names and quotes' })).toBeFocused();
  await page.keyboard.type('tough response');
  await expect(shown(page)).toHaveText(/ of 12 concerns, 1 of 5 countries/);
  await press(page, 'Control+a', 'Delete');
  await expect(shown(page)).toHaveText('12 concerns, 5 countries');
  await press(page, 'Tab', 'Tab', 'Tab', 'Enter');
  await expect(column(page, 'Inclusive government')).toHaveCount(0);
  await expect(shown(page)).toHaveText('11 of 12 concerns, 5 countries');
  await tabIntoMatrix(page);
  await press(page, 'ArrowRight', 'ArrowDown', 'ArrowDown', 'Enter');
  await expect(card(page)).toContainText('Uzbekistan is in close contact with members of the Taliban movement');
  await press(page, 'Escape');
  await expect(cell(page, 'Uzbekistan', 'Dealings with the Taliban')).toBeFocused();
  await expect(grid(page)).toBeVisible();
});

test('where text goes from right to left, arrows go the other way', async ({ page }) => {
  await visit(page);
  await page.evaluate(() => { document.dir = 'rtl'; });
  await tabIntoMatrix(page);
  await page.keyboard.press('ArrowLeft');
  await expect(cell(page, 'Kazakhstan', 'Recognising a new government')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(cell(page, 'Kazakhstan', 'Inclusive government')).toBeFocused();
});
