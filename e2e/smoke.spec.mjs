// The release starts at all: the demo page loads everything it asks for, and nothing complains.
import { expect, test } from '@playwright/test';

test('the demo page loads without an error', async ({ page }) => {
  const complaints = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()} ${response.url()}`);
  });
  const module = page.waitForResponse((response) => response.url().endsWith('.wasm'));
  await page.goto('./');
  await module;
  await page.waitForLoadState('networkidle');
  await expect(page.locator('stance-matrix')).toBeAttached();
  expect(complaints).toEqual([]);
});
