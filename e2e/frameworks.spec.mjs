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
