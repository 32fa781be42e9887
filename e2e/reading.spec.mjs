// A large file: while it is read the page goes on, the reader sees how far it is, and can leave.
import { expect, test } from '@playwright/test';
import { article, grid, heard, listen, publish } from './reader.mjs';

// About eight megabytes: no machine reads them before the next frame.
const LINE = `,opposes,"${'We do not want it. '.repeat(10)}",A paper\n`;
const CSV = `country,concern,stance,quote,source\n${Array.from({ length: 40_000 }, (_, index) => `Land ${index % 200},Concern ${Math.floor(index / 200)}${LINE}`).join('')}`;
const FILES = { 'large.csv': CSV, 'index.html': article('<stance-matrix src="large.csv" loading="eager"></stance-matrix>') };

/** Opens the page, which writes down every state of the progress bar, and in which frame it was seen. */
async function visitReading(page, atFirst = '') {
  await listen(page);
  await publish(page, FILES);
  await page.addInitScript((act) => {
    globalThis.seen = [];
    let frame = 0;
    const look = () => {
      frame += 1;
      const element = document.querySelector('stance-matrix');
      const bar = element?.shadowRoot?.querySelector('progress');
      if (bar) {
        globalThis.seen.push({ value: bar.value, name: bar.getAttribute('aria-label'), frame });
        if (act === 'leave' && globalThis.seen.length === 1) element.remove();
      }
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }, atFirst);
  // A telephone: several frames pass while the file is read.
  const client = await page.context().newCDPSession(page);
  await client.send('Emulation.setCPUThrottlingRate', { rate: 6 });
  await page.goto('made/index.html');
}

test('frames are drawn while it is read, and a bar says how far it is', async ({ page }) => {
  await visitReading(page);
  await expect(grid(page)).toBeVisible({ timeout: 30_000 });
  const seen = await page.evaluate(() => globalThis.seen);
  const values = seen.map(({ value }) => value);
  expect(new Set(values).size, values.join()).toBeGreaterThan(2);
  expect(values).toEqual(values.toSorted((a, b) => a - b));
  expect(seen[0].name).toBe('Loading the matrix…');
  expect(await heard(page, 'problem')).toEqual([]);
});

test('an element that is taken away reads no further', async ({ page }) => {
  await visitReading(page, 'leave');
  await expect.poll(() => page.evaluate(() => globalThis.seen.length)).toBe(1);
  // As much time as it would have taken passes for the page: another element reads the same to its end.
  await page.evaluate(() => {
    const element = document.createElement('stance-matrix');
    Object.assign(element, { src: 'large.csv', loading: 'eager', id: 'second' });
    document.body.append(element);
  });
  await expect(grid(page)).toBeVisible({ timeout: 30_000 });
  expect(await heard(page, 'ready')).toHaveLength(1);
  expect(await heard(page, 'error')).toEqual([]);
});
