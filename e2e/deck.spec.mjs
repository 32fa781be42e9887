// The deck: one concern at a time, where the widget has no room for the matrix.
import { expect, test } from '@playwright/test';
import { button, card, cell, deck, grid, heard, listen, shown, visit } from './reader.mjs';

const NARROW = { width: 360, height: 740 };
test.use({ hasTouch: true, viewport: NARROW });

const concern = (page, name) => deck(page).getByRole('button', { name, exact: true }).filter({ hasText: name });
const counter = (page) => deck(page).getByText(/^\d+ of \d+$/);
const piles = (page) => deck(page).locator(':scope > ul > li > p').evaluateAll((all) => all.map((one) => one.innerText.replace(/\s+/g, ' ').trim()));

test('it shows a concern and the countries under each stance, in the order of the scale, silence last', async ({ page }) => {
  await visit(page);
  await expect(grid(page)).toHaveCount(0);
  await expect(counter(page)).toHaveText('1 of 12');
  await expect(concern(page, 'Inclusive government')).toBeVisible();
  expect(await piles(page)).toEqual(['Backs 3', 'Not reported 2']);
  for (const country of ['Kazakhstan, Inclusive government: Backs, 2 statements', 'Kyrgyzstan, Inclusive government: Not reported']) {
    await expect(button(deck(page), country)).toBeVisible();
  }
  await button(deck(page), 'Extremist groups').click();
  expect(await piles(page)).toEqual(['Worries about 1', 'Stands against 2', 'Not reported 2']);
});

test('buttons and arrow keys turn it, and it ends at both ends', async ({ page }) => {
  await visit(page);
  const [back, on] = [button(deck(page), 'Previous'), button(deck(page), 'Next')];
  await expect(back).toBeDisabled();
  await on.click();
  await expect(counter(page)).toHaveText('2 of 12');
  await expect(on).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(concern(page, 'Dealings with the Taliban')).toBeVisible();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(counter(page)).toHaveText('1 of 12');
  await page.keyboard.press('ArrowLeft');
  await expect(counter(page)).toHaveText('1 of 12');
  await button(deck(page).getByRole('group', { name: 'Overview' }), 'Trade and energy links').click();
  await expect(counter(page)).toHaveText('12 of 12');
  await expect(on).toBeDisabled();
});

/** A finger on the deck that goes `dx` to one side and `dy` down. */
async function swipe(page, dx, dy) {
  const client = await page.context().newCDPSession(page);
  await button(deck(page), 'Tajikistan').scrollIntoViewIfNeeded();
  const { x, y } = await deck(page).boundingBox();
  const at = (part) => [{ x: x + 160 + dx * part, y: Math.max(y, 0) + 120 + dy * part }];
  await client.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(0) });
  for (const part of [0.25, 0.5, 0.75, 1]) await client.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(part) });
  await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}

test('a finger that goes to one side turns it, and one that scrolls does not', async ({ page }) => {
  await visit(page);
  await swipe(page, -120, 10);
  await expect(counter(page)).toHaveText('2 of 12');
  await swipe(page, 120, 10);
  await expect(counter(page)).toHaveText('1 of 12');
  await swipe(page, -60, 60);
  await swipe(page, -120, 0);
  await expect(counter(page)).toHaveText('2 of 12');
  await expect(card(page)).toHaveCount(0);
});

test('a tap on a country opens its card as a sheet, and closing gives the focus back', async ({ page }) => {
  await listen(page);
  await visit(page);
  const country = button(deck(page), 'Tajikistan');
  await country.tap();
  await expect(card(page)).toHaveAccessibleName('Tajikistan, Inclusive government');
  await expect.poll(async () => {
    const { x, y, width, height } = await card(page).boundingBox();
    return [x, width, Math.round(y + height)];
  }).toEqual([0, NARROW.width, NARROW.height]);
  await page.keyboard.press('Escape');
  await expect(card(page)).toHaveCount(0);
  await expect(country).toBeFocused();
  await button(deck(page), 'Next').click();
  expect((await heard(page, 'select')).filter(({ by }) => by === 'press').map(({ country }) => country)).toEqual(['tajikistan', null]);
});

test('a country keeps the focus when the deck turns under it, in whichever pile it stands', async ({ page }) => {
  await visit(page);
  await button(deck(page), 'Kazakhstan').focus();
  await page.keyboard.press('ArrowRight');
  await expect(button(deck(page), 'Kazakhstan, Recognising a new government: Not reported')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(button(deck(page), 'Kazakhstan, Dealings with the Taliban: Sets terms for')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(card(page)).toHaveAccessibleName('Kazakhstan, Dealings with the Taliban');
});

for (const key of ['F6', 'Tab']) {
  test(`${key} moves into a pinned card, and Escape gives the focus back to the country`, async ({ page }) => {
    await visit(page);
    const country = button(deck(page), 'Uzbekistan');
    await country.press('Enter');
    await expect(card(page)).toHaveAccessibleName('Uzbekistan, Inclusive government');
    await page.keyboard.press(key);
    await expect(card(page)).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(card(page)).toHaveCount(0);
    await expect(country).toBeFocused();
  });
}

test('Tab goes from country to country with a preview, and out of the deck, where it closes', async ({ page }) => {
  await visit(page);
  await button(deck(page), 'Kyrgyzstan').focus();
  await expect(card(page)).toHaveAccessibleName('Kyrgyzstan, Inclusive government');
  await page.keyboard.press('Tab');
  await expect(button(deck(page), 'Turkmenistan')).toBeFocused();
  await expect(card(page)).toHaveAccessibleName('Turkmenistan, Inclusive government');
  await page.getByRole('searchbox').focus();
  await expect(card(page)).toHaveCount(0);
});

test('the sheet goes down with the finger that holds it at its top: far enough, and it closes', async ({ page }) => {
  await visit(page);
  await button(deck(page), 'Tajikistan').tap();
  await expect.poll(async () => { const { y, height } = await card(page).boundingBox(); return Math.round(y + height); }).toBe(NARROW.height);
  const { y } = await card(page).boundingBox();
  const client = await page.context().newCDPSession(page);
  const touch = (type, down) => client.send('Input.dispatchTouchEvent', { type, touchPoints: down === undefined ? [] : [{ x: 180, y: y + 10 + down }] });
  await touch('touchStart', 0);
  await touch('touchMove', 15);
  await touch('touchMove', 30);
  await expect.poll(async () => (await card(page).boundingBox()).y).toBe(y + 30);
  await touch('touchEnd');
  await expect.poll(async () => (await card(page).boundingBox()).y).toBe(y);
  await touch('touchStart', 0);
  await touch('touchMove', 60);
  await touch('touchMove', 120);
  await touch('touchEnd');
  await expect(card(page)).toHaveCount(0);
});

test('the reader can have the whole matrix, and the deck again, at the same concern', async ({ page }) => {
  await visit(page);
  await button(deck(page), 'Extremist groups').click();
  await button(page, 'Whole matrix').click();
  await expect(grid(page)).toBeVisible();
  await expect(deck(page)).toHaveCount(0);
  await button(page, 'One at a time').click();
  await expect(concern(page, 'Extremist groups')).toBeVisible();
});

test('turning or resizing the screen keeps the place, and the focus', async ({ page }) => {
  await visit(page);
  await button(deck(page), 'Extremist groups').click();
  await button(deck(page), 'Kyrgyzstan').focus();
  await page.setViewportSize({ width: 900, height: 400 });
  await expect(cell(page, 'Kyrgyzstan', 'Extremist groups')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.setViewportSize(NARROW);
  await expect(concern(page, 'Drug smuggling')).toBeVisible();
  await expect(button(deck(page), 'Kyrgyzstan')).toBeFocused();
});

test('filters count in it, and a link into the article opens its concern', async ({ page }) => {
  await visit(page);
  await page.getByRole('searchbox').fill('sleeper');
  await expect(counter(page)).toHaveText('1 of 1');
  await expect(concern(page, 'Extremist groups')).toBeVisible();
  await expect(shown(page)).toHaveText('1 of 12 concerns, 1 of 5 countries');
  await page.evaluate(() => { location.hash = 'stance=tajikistan/refugees'; });
  await expect(card(page)).toHaveAccessibleName('Tajikistan, Refugee flows');
  await expect(concern(page, 'Refugee flows')).toBeVisible();
});

test('its targets are large enough for a thumb, and nothing scrolls sideways', async ({ page }) => {
  await visit(page);
  const sizes = await deck(page).getByRole('button').evaluateAll((all) => all.map((one) => {
    const { width, height } = one.getBoundingClientRect();
    return { name: one.getAttribute('aria-label') ?? one.innerText, width, height };
  }));
  expect(sizes.filter(({ width, height }) => Math.min(width, height) < 24)).toEqual([]);
  const main = sizes.filter(({ name }) => /Previous|Next|:/.test(name));
  expect(main).toHaveLength(7);
  expect(main.filter(({ width, height }) => Math.min(width, height) < 44)).toEqual([]);
  const wide = await page.locator('stance-matrix').evaluate((element) =>
    [...element.shadowRoot.querySelectorAll('.body, .body *')].filter(({ scrollWidth, clientWidth }) => clientWidth && scrollWidth > clientWidth + 1).map(({ className }) => className));
  expect(wide).toEqual([]);
});

test('an attribute or a permalink chooses the layout, whatever the room, and the address says what the reader chose', async ({ page }) => {
  await listen(page);
  await page.setViewportSize({ width: 900, height: 700 });
  await visit(page, './#view=deck');
  await expect(counter(page)).toHaveText('1 of 12');
  await button(page, 'Whole matrix').click();
  await expect(grid(page)).toBeVisible();
  await expect(button(page, 'One at a time')).toBeVisible();
  expect((await heard(page, 'filter')).at(-1)).toEqual({ state: { view: 'matrix' } });
  await expect.poll(() => page.evaluate(() => location.hash)).toBe('#view=matrix');
  const element = page.locator('stance-matrix');
  await element.evaluate((node) => { node.view = 'deck'; });
  await expect(deck(page)).toBeVisible();
  expect(await element.evaluate((node) => node.state)).toEqual({ view: 'deck' });
  await element.evaluate((node) => node.clear());
  await expect(grid(page)).toBeVisible();
  await element.evaluate((node) => { node.view = 'blind'; });
  await expect.poll(() => heard(page, 'problem')).toMatchObject([{ text: 'There is no “view=blind” in the matrix.' }]);
});

test('where text goes from right to left, arrows and fingers turn it the other way', async ({ page }) => {
  await visit(page);
  await page.evaluate(() => { document.dir = 'rtl'; });
  await button(deck(page), 'Next').focus();
  await page.keyboard.press('ArrowLeft');
  await expect(counter(page)).toHaveText('2 of 12');
  await swipe(page, 120, 10);
  await expect(counter(page)).toHaveText('3 of 12');
  await page.keyboard.press('ArrowRight');
  await swipe(page, -120, 10);
  await expect(counter(page)).toHaveText('1 of 12');
  const [on, back] = [await button(deck(page), 'Next').boundingBox(), await button(deck(page), 'Previous').boundingBox()];
  expect(on.x).toBeLessThan(back.x);
});
