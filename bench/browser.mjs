// One headless Chromium, and pages in it: each in a context of its own, without a cache, under the conditions asked for.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const PROBE = join(import.meta.dirname, 'probe.js');
const ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--no-first-run'];
const MEGABYTE = 2 ** 20;
// Chromium's own "Slow 4G".
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 };

/** Milliseconds after which what has not come is given up. */
export const LIMIT = 60_000;

/** Starts the browser. */
export const browser = () => chromium.launch({ executablePath: process.env.CHROMIUM, headless: true, args: ARGUMENTS });

/**
 * Opens a page at `address` and hands it to `work`; its end is the page's end. `processor` is how many times slower it
 * shall be, `isSlow` whether the network is slow, `scripts` what runs in the page before its own.
 */
export async function visit(chromium, address, { processor = 1, isSlow = false, scripts = [] }, work) {
  const context = await chromium.newContext({ viewport: { width: 1280, height: 800 } });
  try {
    const page = await context.newPage();
    const trouble = new Promise((_, reject) => {
      page.on('pageerror', ({ message }) => reject(new Error(`the page complains: ${message}`)));
      page.on('crash', () => reject(new Error('the page crashed')));
    });
    trouble.catch(() => {});
    for (const path of [PROBE, ...scripts]) await page.addInitScript({ path });
    const devtools = await context.newCDPSession(page);
    await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
    if (processor > 1) await devtools.send('Emulation.setCPUThrottlingRate', { rate: processor });
    if (isSlow) {
      await devtools.send('Network.enable');
      await devtools.send('Network.emulateNetworkConditions', SLOW_4G);
    }
    await page.goto(address, { waitUntil: 'commit', timeout: LIMIT });
    return await inTime(Promise.race([work({ page, devtools, chromium }), trouble]), 4 * LIMIT);
  } finally {
    await inTime(context.close(), LIMIT);
  }
}

/** A promise's value, or an error where it takes too long. */
export async function inTime(promise, limit) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not within ${limit / 1000} s`)), limit);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/** When the page was ready, in milliseconds from its navigation. */
export const ready = ({ page }, limit = LIMIT) =>
  inTime(
    page.evaluate(() => window.benchProbe.ready),
    limit,
  );

/** Milliseconds of processor that the page's main thread has used. */
export async function used({ devtools }) {
  const { metrics } = await devtools.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
}

/** Memory in megabytes after a collection: JavaScript's heap, the module's, and what is private to the page's process. */
export async function memory({ page, devtools, chromium }) {
  await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devtools.send('Runtime.getHeapUsage');
  const wasm = await page.evaluate(() => window.benchProbe.memory());
  return {
    heap: usedSize / MEGABYTE,
    wasm: wasm / MEGABYTE,
    heapAndWasm: (usedSize + wasm) / MEGABYTE,
    process: await privateTo(chromium),
  };
}

/** Of the largest renderer; only Linux tells it. */
async function privateTo(chromium) {
  const session = await chromium.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const sizes = processInfo
    .filter(({ type }) => type === 'renderer')
    .map(({ id }) => {
      try {
        const lines = readFileSync(`/proc/${id}/smaps_rollup`, 'utf8').matchAll(/^Private_(?:Clean|Dirty): +(\d+) kB/gm);
        return [...lines].reduce((sum, [, kilobytes]) => sum + Number(kilobytes), 0) / 1024;
      } catch {
        return 0;
      }
    });
  return Math.max(...sizes) || undefined;
}
