// The card by mouse: it opens where the pointer rests, can be moved into, pinned, and put away.
import { expect, test } from '@playwright/test';
import { button, card, cell, heard, listen, middle, visit, visitWithoutTime } from './reader.mjs';

const LONG = 10_000;

test('a card opens once the pointer has rested on a cell, and not before', async ({ page }) => {
  await visitWithoutTime(page);
  await cell(page, 'Kazakhstan', 'Inclusive government').hover();
  await page.clock.runFor(70);
  await expect(card(page)).toHaveCount(0);
  await page.clock.runFor(20);
  await expect(card(page)).toHaveAccessibleName('Kazakhstan, Inclusive government');
});

test('a pointer that only passes over cells opens nothing', async ({ page }) => {
  await listen(page);
  await visitWithoutTime(page);
  await page.mouse.move(...await middle(cell(page, 'Uzbekistan', 'Inclusive government')));
  await page.mouse.move(...await middle(cell(page, 'Uzbekistan', 'Trade and energy links')), { steps: 30 });
  await page.mouse.move(5, 5);
  await page.clock.runFor(LONG);
  await expect(card(page)).toHaveCount(0);
  expect(await heard(page, 'select')).toEqual([]);
});

test('the pointer can move from the cell into the card, which stays until the pointer leaves it', async ({ page }) => {
  await visitWithoutTime(page);
  await cell(page, 'Kazakhstan', 'Inclusive government').hover();
  await page.clock.runFor(100);
  await page.mouse.move(...await middle(card(page)), { steps: 12 });
  await page.clock.runFor(LONG);
  await expect(card(page)).toHaveAccessibleName('Kazakhstan, Inclusive government');
  await page.mouse.move(2, 2);
  await page.clock.runFor(LONG);
  await expect(card(page)).toHaveCount(0);
});

test('a card that hover opened closes when the pointer leaves the cell', async ({ page }) => {
  await visitWithoutTime(page);
  await cell(page, 'Kazakhstan', 'Inclusive government').hover();
  await page.clock.runFor(100);
  await expect(card(page)).toBeVisible();
  await page.mouse.move(2, 2);
  await page.clock.runFor(LONG);
  await expect(card(page)).toHaveCount(0);
});

test('Escape dismisses a hover card while the pointer rests where it is', async ({ page }) => {
  await visitWithoutTime(page);
  await cell(page, 'Kazakhstan', 'Inclusive government').hover();
  await page.clock.runFor(100);
  await expect(card(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await page.clock.runFor(LONG);
  await expect(card(page)).toHaveCount(0);
});

test('a pinned card stays while the pointer wanders over other cells', async ({ page }) => {
  await visitWithoutTime(page);
  await cell(page, 'Turkmenistan', 'Inclusive government').click();
  for (const country of ['Kazakhstan', 'Kyrgyzstan']) {
    await cell(page, country, 'Trade and energy links').hover();
    await page.clock.runFor(LONG);
  }
  await page.mouse.move(2, 2);
  await page.clock.runFor(LONG);
  await expect(card(page)).toHaveAccessibleName('Turkmenistan, Inclusive government');
});

test('a click pins the card, and a second click on its cell closes it', async ({ page }) => {
  await visit(page);
  const pressed = cell(page, 'Kazakhstan', 'Inclusive government');
  await pressed.click();
  await expect(card(page)).toBeVisible();
  await expect(pressed).toHaveAttribute('aria-expanded', 'true');
  await pressed.click();
  await expect(card(page)).toHaveCount(0);
  await expect(pressed).toHaveAttribute('aria-expanded', 'false');
});

test('a click on a card that hover opened pins it instead of closing it', async ({ page }) => {
  await visit(page);
  const pressed = cell(page, 'Kazakhstan', 'Inclusive government');
  await pressed.hover();
  await expect(card(page)).toBeVisible();
  await pressed.click();
  await cell(page, 'Turkmenistan', 'Trade and energy links').hover();
  await expect(card(page)).toHaveAccessibleName('Kazakhstan, Inclusive government');
});

test('a press on another cell moves the card there', async ({ page }) => {
  await visit(page);
  await cell(page, 'Turkmenistan', 'Inclusive government').click();
  await cell(page, 'Kazakhstan', 'Trade and energy links').click();
  await expect(card(page)).toHaveCount(1);
  await expect(card(page)).toHaveAccessibleName('Kazakhstan, Trade and energy links');
});

test('a press outside closes the card', async ({ page }) => {
  await visit(page);
  await cell(page, 'Kazakhstan', 'Inclusive government').click();
  await expect(card(page)).toBeVisible();
  await page.getByRole('heading', { name: 'Where Central Asia stands' }).click();
  await expect(card(page)).toHaveCount(0);
});

test('the close button closes the card and gives the focus back to its cell', async ({ page }) => {
  await visitWithoutTime(page);
  await cell(page, 'Kazakhstan', 'Inclusive government').click();
  await button(card(page), 'Close').click();
  await page.mouse.move(2, 2);
  await page.clock.runFor(LONG);
  await expect(card(page)).toHaveCount(0);
  await expect(cell(page, 'Kazakhstan', 'Inclusive government')).toBeFocused();
});

test('a press on a header shows what the country or the concern is', async ({ page }) => {
  await visit(page);
  await button(page.getByRole('grid'), 'Extremist groups').click();
  await expect(card(page)).toContainText('Groups such as Al-Qaida and ISIS gaining ground in Afghanistan');
  await button(page.getByRole('grid'), 'Kazakhstan').click();
  await expect(card(page)).toContainText('one of the largest markets for its grain');
});
