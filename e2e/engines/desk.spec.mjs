// The author's desk in Firefox and in WebKit.
import { pathToFileURL } from 'node:url';
import { expect } from '@playwright/test';
import { Desk, exported } from '../desk.mjs';
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

test('what is saved shows beside the matrix', async ({ page }, info) => {
  const desk = new Desk(info.outputPath('central-asia'));
  await desk.start();
  await page.engine.goto(desk.address);
  await expect.poll(() => page.count('gridcell', 'Kazakhstan, Inclusive government:')).toBe(1);
  await page.click('button', 'Drug smuggling');
  desk.save('statements.csv', (csv) => `${csv}kazakhstan,border-voilations,backs\n`);
  await expect.poll(() => page.texts('complementary', 'Problems')).toEqual([expect.stringContaining('border-voilations')]);
  await expect.poll(() => page.count('columnheader', 'Drug smuggling')).toBe(0);
  expect(await page.count('gridcell', 'Kyrgyzstan, Extremist groups:')).toBe(1);
  await desk.end();
});
