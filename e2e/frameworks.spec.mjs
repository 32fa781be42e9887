// The widget in pages that other libraries draw.
import { expect, test } from '@playwright/test';
import { button, card, cell, column, grid, row } from './reader.mjs';

for (const library of ['react', 'vue', 'svelte']) {
  test(`in a page of ${library} it takes data and attributes, is heard, goes and comes again`, async ({ page }) => {
    const errors = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(`examples/${library}/`);
    await expect(row(page, 'Ostland')).toBeVisible();
    await cell(page, 'Westland', 'Bridges').click();
    await expect(card(page)).toHaveAccessibleName('Westland, Bridges');
    await expect(page.getByText('Chosen: westland')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByText('Chosen: nothing')).toBeVisible();
    await button(page, 'Rivers').first().click();
    await expect(column(page, 'Bridges')).toHaveCount(0);
    await button(page, 'Toggle').click();
    await expect(grid(page)).toHaveCount(0);
    await button(page, 'Toggle').click();
    await expect(cell(page, 'Westland', 'Rivers')).toBeVisible();
    expect(errors).toEqual([]);
  });
}

test.describe('on a page of another Yew application', () => {
  test.beforeEach(async ({ page }) => {
    page.errors = [];
    page.on('pageerror', (error) => page.errors.push(error.message));
    await page.goto('examples/yew/');
    await expect(grid(page)).toHaveCount(2);
  });
  test.afterEach(({ page }) => expect(page.errors).toEqual([]));

  const inside = (page) => page.getByRole('region', { name: 'Within' });
  const beside = (page) => page.getByRole('region', { name: 'Beside' });

  test('each press inside the widget reaches the handler around it once, and none of another’s', async ({ page }) => {
    await cell(inside(page), 'Ostland', 'Bridges').click();
    await expect(card(page)).toHaveAccessibleName('Ostland, Bridges');
    await expect(page.getByText('Pressed 0, within 1')).toBeVisible();
    await page.keyboard.press('Escape');
    await button(inside(page), 'Rivers').first().click();
    await expect(column(inside(page), 'Rivers')).toHaveCount(0);
    await expect(page.getByText('Pressed 0, within 2')).toBeVisible();
    await cell(beside(page), 'Westland', 'Bridges').click();
    await expect(card(page)).toHaveAccessibleName('Westland, Bridges');
    await button(page, 'Press').click();
    await expect(page.getByText('Pressed 1, within 2')).toBeVisible();
  });

  test('the application takes the widget away and brings it back', async ({ page }) => {
    await button(page, 'Toggle').click();
    await expect(grid(page)).toHaveCount(1);
    await button(page, 'Toggle').click();
    await cell(inside(page), 'Ostland', 'Rivers').click();
    await expect(card(page)).toHaveAccessibleName('Ostland, Rivers');
    await expect(page.getByText('Pressed 0, within 1')).toBeVisible();
  });

  test('when the application ends, the widget beside it goes on', async ({ page }) => {
    await button(page, 'End').click();
    await expect(grid(page)).toHaveCount(1);
    await cell(beside(page), 'Westland', 'Bridges').click();
    await expect(card(page)).toHaveAccessibleName('Westland, Bridges');
  });
});
