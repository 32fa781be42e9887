// The card by thumb, on a telephone held upright: a sheet from below.
import { expect, test } from '@playwright/test';
import { button, card, cell, heard, listen, visitMatrix, visitWithoutTime } from './reader.mjs';

test.use({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 640 } });

const box = (locator) => locator.boundingBox();

test('one tap opens the card, pinned, and it never opens and closes again', async ({ page }) => {
  await listen(page);
  await visitWithoutTime(page);
  await cell(page, 'Kazakhstan', 'Inclusive government').tap();
  await expect(card(page)).toHaveAccessibleName('Kazakhstan, Inclusive government');
  await page.clock.runFor(10_000);
  await expect(card(page)).toBeVisible();
  expect((await heard(page, 'select')).map(({ country, concern, by }) => [country, concern, by]))
    .toEqual([['kazakhstan', 'inclusive-government', 'press']]);
});

test('a second tap on the cell closes the card', async ({ page }) => {
  await visitMatrix(page);
  const pressed = cell(page, 'Kazakhstan', 'Inclusive government');
  await pressed.tap();
  await expect(card(page)).toBeVisible();
  await pressed.tap();
  await expect(card(page)).toHaveCount(0);
});

test('a tap on another cell moves the card, and its button closes it', async ({ page }) => {
  await visitWithoutTime(page);
  await cell(page, 'Kazakhstan', 'Inclusive government').tap();
  await expect(card(page)).toBeVisible();
  await cell(page, 'Kazakhstan', 'Recognising a new government').tap();
  await expect(card(page)).toHaveAccessibleName('Kazakhstan, Recognising a new government');
  await button(card(page), 'Close').tap();
  await page.clock.runFor(10_000);
  await expect(card(page)).toHaveCount(0);
});

for (const country of ['Kazakhstan', 'Turkmenistan']) {
  for (const concern of ['Inclusive government', 'Trade and energy links']) {
    test(`the card is a sheet from below that leaves the pressed cell in sight: ${country}, ${concern}`, async ({ page }) => {
      await visitMatrix(page);
      const pressed = cell(page, country, concern);
      await pressed.tap();
      await expect(card(page)).toBeVisible();
      await expect.poll(async () => {
        const { x, y, width, height } = await box(card(page));
        return { x, width, bottom: Math.round(y + height) };
      }, 'as wide as the screen and down to its end').toEqual({ x: 0, width: 360, bottom: 640 });
      await expect(pressed).toBeInViewport({ ratio: 0.99 });
      await expect.poll(async () => {
        const of = await box(pressed);
        return of.y + of.height <= (await box(card(page))).y;
      }, 'the cell is above the sheet').toBe(true);
    });
  }
}

test('every word of a long card can be scrolled to', async ({ page }) => {
  await visitMatrix(page);
  await cell(page, 'Kyrgyzstan', 'Extremist groups').tap();
  const last = card(page).getByRole('listitem').last();
  await last.scrollIntoViewIfNeeded();
  await expect(last).toBeInViewport({ ratio: 0.99 });
  await expect(button(card(page), 'Close')).toBeInViewport();
});
