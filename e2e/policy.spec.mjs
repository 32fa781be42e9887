// The main journeys under a newsroom's strict content policy: nothing is blocked and nothing complains.
import { expect, test as base } from '@playwright/test';
import { apart, button, card, cell, column, grid, row, shown, tabIntoMatrix, visit, visitMatrix, withoutTable } from './reader.mjs';

/** The demo under the policy; it must end without a violation and without an error in the console. */
const test = base.extend({
  page: async ({ page }, use) => {
    const complaints = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => { if (message.type() === 'error') complaints.push(message.text()); });
    await page.addInitScript(() => {
      globalThis.violations = [];
      addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => globalThis.violations.push(`${effectiveDirective} ${blockedURI}`));
    });
    await use(page);
    expect(await page.evaluate(() => globalThis.violations)).toEqual([]);
    expect(complaints).toEqual([]);
  },
});

base('the policy is in force: a style by script and markup by script are blocked', async ({ page }) => {
  await page.goto('strict/');
  const happened = await page.evaluate(() => {
    const style = document.createElement('style');
    style.textContent = 'body { rotate: 90deg }';
    document.head.append(style);
    try {
      document.createElement('p').innerHTML = '<b></b>';
      return 'markup allowed';
    } catch (error) {
      return [getComputedStyle(document.body).rotate, error.name];
    }
  });
  expect(happened).toEqual(['none', 'TypeError']);
});

test('hover, click and Escape open, pin and close the card in its place', async ({ page }) => {
  await visit(page, 'strict/');
  const pressed = cell(page, 'Kazakhstan', 'Inclusive government');
  await pressed.hover();
  await expect(card(page)).toBeVisible();
  await pressed.click();
  expect(apart(await pressed.boundingBox(), await card(page).boundingBox()), 'beside its cell').toBe(true);
  await page.keyboard.press('Escape');
  await expect(card(page)).toHaveCount(0);
});

test('keys move, pin, enter and close', async ({ page }) => {
  await visit(page, 'strict/');
  await tabIntoMatrix(page);
  for (const key of ['ArrowDown', 'ArrowRight', 'Enter', 'F6', 'Escape']) await page.keyboard.press(key);
  await expect(cell(page, 'Kyrgyzstan', 'Recognising a new government')).toBeFocused();
});

test('filters, search and marks work, and one press clears them', async ({ page }) => {
  await visit(page, 'strict/');
  await button(page.getByRole('group', { name: 'Concerns' }), 'Drug smuggling').click();
  await page.getByRole('searchbox').fill('sleeper');
  await expect(shown(page)).toHaveText('1 of 12 concerns, 1 of 5 countries');
  await cell(page, 'Kyrgyzstan', 'Extremist groups').click();
  await expect(card(page).locator('mark').first()).toHaveText(/sleeper/i);
  await button(page, 'Show all').click();
  await expect(column(page, 'Drug smuggling')).toBeVisible();
});

test('the matrix has its styles: sticky headers, colours and a card in the top layer', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  await visitMatrix(page, 'strict/');
  await cell(page, 'Kazakhstan', 'Inclusive government').click();
  await expect(card(page)).toBeInViewport();
  const style = (locator, property) => locator.evaluate((node, name) => getComputedStyle(node)[name], property);
  expect(await style(row(page, 'Kazakhstan'), 'position')).toBe('sticky');
  expect(await card(page).evaluate((node) => node.matches(':popover-open'))).toBe(true);
  expect(await style(cell(page, 'Kazakhstan', 'Inclusive government').locator('div'), 'backgroundColor'))
    .not.toBe(await style(cell(page, 'Turkmenistan', 'Dealings with the Taliban').locator('div'), 'backgroundColor'));
});

base('a failed load under the policy is said and can be tried again', async ({ page }) => {
  let fail = true;
  await withoutTable(page);
  await page.route('**/statements.csv', (route) => (fail ? route.fulfill({ status: 503 }) : route.fallback()));
  await page.goto('strict/');
  await expect(page.getByRole('alert')).toContainText('error 503');
  fail = false;
  await button(page, 'Try again').click();
  await expect(grid(page)).toBeVisible();
});
