// The file that needs no server, opened from disk in Firefox and in WebKit.
import { pathToFileURL } from 'node:url';
import { expect } from '@playwright/test';
import { exported } from '../desk.mjs';
import { test } from './page.mjs';

test('the file that needs no server shows the widget from disk', async ({ page }, info) => {
  const path = info.outputPath('matrix.html');
  exported(path);
  await page.engine.goto(pathToFileURL(path).href);
  await page.click('gridcell', 'Kazakhstan, Inclusive government:');
  await expect.poll(() => page.texts('dialog')).toEqual([expect.stringContaining('We support the statement of the UN Security Council')]);
  await page.key('Escape');
  await page.click('button', 'Drug smuggling');
  await expect.poll(() => page.texts('status')).toEqual(['11 of 12 concerns, 5 countries']);
});
