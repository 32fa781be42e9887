// The card's place: beside its cell, and never cut off.
import { expect, test } from '@playwright/test';
import { apart, card, cell, visitMatrix } from './reader.mjs';

const SCREENS = [[360, 640], [768, 900], [1280, 720], [1280, 400]];
const CORNERS = ['Kazakhstan', 'Turkmenistan'].flatMap((country) => ['Inclusive government', 'Trade and energy links'].map((concern) => [country, concern]));

/** How far the card hangs over the edges of the screen, in pixels. */
async function cutOff(page) {
  const { x, y, width, height } = await card(page).boundingBox();
  const screen = page.viewportSize();
  return Math.max(0, -x, -y, x + width - screen.width, y + height - screen.height);
}

for (const [width, height] of SCREENS) {
  test(`no card of a corner cell is cut off at ${width} × ${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await visitMatrix(page);
    for (const [country, concern] of CORNERS) {
      await cell(page, country, concern).click();
      await expect(card(page)).toHaveAccessibleName(`${country}, ${concern}`);
      await expect.poll(() => cutOff(page), `${country}, ${concern}`).toBe(0);
      await page.keyboard.press('Escape');
      await expect(card(page)).toHaveCount(0);
    }
  });
}

test('a card beside its cell does not cover the cell', async ({ page }) => {
  await visitMatrix(page);
  for (const [country, concern] of CORNERS) {
    const pressed = cell(page, country, concern);
    await pressed.click();
    expect(apart(await pressed.boundingBox(), await card(page).boundingBox()), `${country}, ${concern}`).toBe(true);
    await page.keyboard.press('Escape');
  }
});

test('the card goes with its cell when the page scrolls', async ({ page }) => {
  await visitMatrix(page);
  const pressed = cell(page, 'Kyrgyzstan', 'Drug smuggling');
  await pressed.click();
  const distance = async () => Math.round((await card(page).boundingBox()).y - (await pressed.boundingBox()).y);
  const before = await distance();
  await page.mouse.move(20, 300);
  await page.mouse.wheel(0, 40);
  await expect.poll(distance).toBe(before);
});

test('a card stays whole on screen when the screen turns', async ({ page }) => {
  await page.setViewportSize({ width: 740, height: 360 });
  await visitMatrix(page);
  await cell(page, 'Kyrgyzstan', 'Border violations').click();
  await expect(card(page)).toBeVisible();
  await page.setViewportSize({ width: 360, height: 740 });
  await expect.poll(() => cutOff(page)).toBe(0);
  await page.setViewportSize({ width: 740, height: 360 });
  await expect.poll(() => cutOff(page)).toBe(0);
});
