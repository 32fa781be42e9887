// The matrix in a frame: its height in the words of hosts, its origins, its links.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from '@playwright/test';
import { button, card, cell, grid, publish, row } from './reader.mjs';

const PYM = readFileSync(createRequire(import.meta.url).resolve('pym.js/dist/pym.v1.min.js'), 'utf8');
const SRC = '../embed.html?src=data/central-asia/datapackage.json';
const FRAME = `<iframe title="Matrix" src="${SRC}" style="width: 100%; border: 0"></iframe>`;
const page = (body) => `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>A host</title><link rel="icon" href="data:,"><body>${body}`;
const inside = (page) => page.frameLocator('iframe');

/** Host pages, one a dialect: what sets the frame's height from the messages that it hears. */
const hosts = {
  Datawrapper: `${FRAME}<script>
    addEventListener('message', (event) => {
      const heights = event.data['datawrapper-height'];
      if (heights === undefined) return;
      for (const frame of document.querySelectorAll('iframe')) for (const id in heights) if (frame.contentWindow === event.source) frame.style.height = heights[id] + 'px';
    });</script>`,
  pym: `<div id="here"></div><script>${PYM}</script><script>new pym.Parent('here', '${SRC}', {});</script>`,
  AMP: `${FRAME}<script>
    addEventListener('message', ({ data, source }) => {
      if (data.sentinel === 'amp' && data.type === 'embed-size' && source === frames[0]) document.querySelector('iframe').style.height = data.height + 'px';
    });</script>`,
  Medium: `${FRAME}<script>
    addEventListener('message', ({ data, source }) => {
      let message; try { message = JSON.parse(data); } catch { return; }
      if (message.context === 'iframe.resize' && source === frames[0]) document.querySelector('iframe').style.height = message.height + 'px';
    });</script>`,
  'the JSON string': `${FRAME}<script type="module" src="../embed-host.js"></script>`,
};

for (const [dialect, body] of Object.entries(hosts)) {
  test(`a host that listens for ${dialect} gives the frame its height, growing and shrinking`, async ({ page: tab }) => {
    await publish(tab, { 'index.html': page(body) });
    await tab.goto('made/index.html');
    await expect(grid(inside(tab))).toBeVisible();
    const gap = () => tab.locator('iframe').evaluate((frame) => frame.getBoundingClientRect().height - frame.contentDocument.body.getBoundingClientRect().height);
    const scrolls = () => tab.locator('iframe').evaluate(({ contentDocument: { documentElement: root } }) => root.scrollHeight - root.clientHeight + root.scrollWidth - root.clientWidth);
    for (const width of [1280, 700, 360, 1000]) {
      await tab.setViewportSize({ width, height: 800 });
      // Both at once: in the moment of the new width the matrix has not yet heard of it.
      await expect.poll(async () => Math.abs(await gap()) < 2 && (await scrolls()) === 0, `at ${width} pixels`).toBe(true);
    }
  });
}

test('in a part of the host that is shown later the height comes then', async ({ page: tab }) => {
  await publish(tab, { 'index.html': page(`<button onclick="document.querySelector('section').hidden = false">Show</button><section hidden>${hosts['the JSON string']}</section>`) });
  await tab.goto('made/index.html');
  await button(tab, 'Show').click();
  await expect(grid(inside(tab))).toBeVisible();
  await expect.poll(() => tab.locator('iframe').evaluate((frame) => frame.getBoundingClientRect().height)).toBeGreaterThan(500);
});

test('only the page around is told, and only of another height', async ({ page: tab }) => {
  await publish(tab, { 'index.html': page(`<script>globalThis.told = []; addEventListener('message', ({ data }) => data.sentinel && told.push(data.height));</script>${FRAME}`) });
  await tab.goto('made/index.html');
  await expect(grid(inside(tab))).toBeVisible();
  await cell(inside(tab), 'Kazakhstan', 'Inclusive government').focus();
  const told = await tab.evaluate(() => globalThis.told);
  expect(told.every((height, index) => height !== told[index - 1])).toBe(true);
  expect(told.length).toBeGreaterThan(0);
});

test('data of another origin is refused and says why, unless embed.json beside the page lists it', async ({ page: tab }) => {
  const csv = 'country,concern,stance,quote,source\nOstland,Bridges,supports,We build,P';
  await tab.route('https://elsewhere.example/**', (route) => route.fulfill({ contentType: 'text/csv', headers: { 'access-control-allow-origin': '*' }, body: csv }));
  await tab.goto('embed.html?src=https://elsewhere.example/a.csv');
  await expect(tab.getByRole('alert')).toContainText('“https://elsewhere.example/a.csv” is not shown here');
  await tab.route('**/embed.json', (route) => route.fulfill({ json: { origins: ['https://elsewhere.example'] } }));
  await tab.goto('embed.html?src=https://elsewhere.example/a.csv');
  await expect(row(tab, 'Ostland')).toBeVisible();
  for (const src of ['javascript:alert(1)', 'data:text/csv,a', 'http://[', '']) {
    await tab.goto(`embed.html?src=${encodeURIComponent(src)}`);
    await expect(tab.getByRole('alert'), src).toBeVisible();
  }
});

test('a data address that fails says why in the frame', async ({ page: tab }) => {
  await tab.goto('embed.html?src=nowhere.json');
  await expect(tab.getByRole('alert')).toContainText('nowhere.json answered with error 404');
});

test('parameters are the attributes', async ({ page: tab }) => {
  await tab.goto('embed.html?src=data/central-asia/datapackage.json&countries=kazakhstan&theme=dark');
  await expect(row(tab, 'Kazakhstan')).toBeVisible();
  await expect(row(tab, 'Tajikistan')).toHaveCount(0);
  await expect(tab.locator('stance-matrix')).toHaveAttribute('theme', 'dark');
});

test('links of the host reach into the frame, and the reader\'s choices come out', async ({ page: tab }) => {
  await publish(tab, { 'index.html': page(`<a href="#stance=tajikistan/recognition">What Tajikistan says</a>${hosts['the JSON string']}`) });
  await tab.goto('made/index.html#stance=kazakhstan/dealings');
  await expect(card(inside(tab))).toHaveAccessibleName('Kazakhstan, Dealings with the Taliban');
  await tab.getByRole('link', { name: 'What Tajikistan says' }).click();
  await expect(card(inside(tab))).toHaveAccessibleName('Tajikistan, Recognising a new government');
  await cell(inside(tab), 'Turkmenistan', 'Trade and energy links').click();
  await expect.poll(() => tab.evaluate(() => location.hash)).toBe('#stance=turkmenistan/trade');
});

test('a message is a fragment and nothing else, on either side', async ({ page: tab }) => {
  await publish(tab, { 'index.html': page(hosts['the JSON string']) });
  await tab.goto('made/index.html');
  await expect(grid(inside(tab))).toBeVisible();
  const inner = tab.frames()[1];
  const before = inner.url();
  await tab.evaluate(() => {
    for (const hash of ['javascript:globalThis.run = true', 'https://elsewhere.example/', '//elsewhere.example', '/other']) {
      frames[0].postMessage({ type: 'stance-matrix:hash', hash }, '*');
    }
  });
  await expect.poll(() => inner.evaluate(() => location.hash)).toBe('#/other');
  expect(inner.url().split('#')[0]).toBe(before.split('#')[0]);
  expect(await inner.evaluate(() => globalThis.run)).toBeUndefined();
  await inner.evaluate(() => parent.postMessage({ type: 'stance-matrix:hash', hash: '/other/page' }, '*'));
  await expect.poll(() => tab.evaluate(() => location.hash)).toBe('#/other/page');
  expect(new URL(tab.url()).pathname).toBe('/made/index.html');
});

test('the demo offers itself to those who ask for a frame', async ({ page: tab }) => {
  await tab.goto('./');
  const link = tab.locator('link[type="application/json+oembed"]');
  const { type, html } = await tab.evaluate(async (address) => (await fetch(address)).json(), await link.getAttribute('href'));
  expect(type).toBe('rich');
  await publish(tab, { 'index.html': page(html.replace('src="', 'src="../')) });
  await tab.goto('made/index.html');
  await expect(grid(inside(tab))).toBeVisible();
});

for (const theme of ['light', 'dark']) {
  for (const colorScheme of ['light', 'dark']) {
    test(`the ground of the frame is that of its headers: theme ${theme} on a ${colorScheme} screen`, async ({ page: tab }) => {
      await tab.emulateMedia({ colorScheme });
      await tab.goto(`embed.html?src=data/central-asia/datapackage.json&theme=${theme}`);
      await expect(grid(tab)).toBeVisible();
      const ground = (node) => getComputedStyle(node).backgroundColor;
      const page = await tab.locator('html').evaluate(ground);
      expect(page).toBe(theme === 'dark' ? 'rgb(22, 24, 27)' : 'rgb(255, 255, 255)');
      expect(await row(tab, 'Kazakhstan').evaluate(ground)).toBe(page);
    });
  }
}
