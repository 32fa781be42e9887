// The release as a publisher puts it on a server: its list of files, what is compressed, the folder of its version.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { card, cell, grid, publish, row } from './reader.mjs';

const DIST = fileURLToPath(new URL('../dist/', import.meta.url));
const read = (path) => readFileSync(join(DIST, path));
const { version, files } = JSON.parse(read('files.json'));
const all = readdirSync(DIST, { recursive: true, withFileTypes: true })
  .filter((found) => found.isFile())
  .map(({ parentPath, path, name }) => join(parentPath ?? path, name).slice(DIST.length));
const isCompressed = (path) => /\.(br|gz)$/.test(path);

test('the list names every file, with its size and its hash', () => {
  expect(files.map(({ path }) => path)).toEqual(all.filter((path) => !isCompressed(path) && path !== 'files.json').sort());
  for (const { path, bytes, brotli, integrity } of files) {
    expect(read(path).length, path).toBe(bytes);
    expect(read(`${path}.br`).length, path).toBe(brotli);
    expect(integrity, path).toBe(`sha384-${createHash('sha384').update(read(path)).digest('base64')}`);
  }
});

test('every file has its two compressed forms, which are smaller and hold the same', () => {
  for (const path of all.filter((path) => !isCompressed(path))) {
    for (const [ending, open] of [['br', brotliDecompressSync], ['gz', gunzipSync]]) {
      expect(open(read(`${path}.${ending}`)).equals(read(path)), `${path}.${ending}`).toBe(true);
      expect(read(`${path}.${ending}`).length, `${path}.${ending}`).toBeLessThan(read(path).length);
    }
  }
});

test('the folder of the version holds what a publisher embeds, the same as beside it', () => {
  const names = ['embed-host.js', 'embed.html', 'embed.js', 'fault-lines.js', 'fault-lines_bg.wasm', 'frame.css', 'frame.js', 'languages', 'later.js', 'problems.js', 'stance-matrix_bg.wasm', 'table.css'];
  const within = files.filter(({ path }) => path.startsWith(`${version}/`));
  expect([...new Set(within.map(({ path }) => path.split('/')[1]))]).toEqual(names);
  expect(within.filter(({ path }) => path.includes('/languages/'))).toHaveLength(14);
  for (const { path, integrity } of within) {
    expect(files.find((file) => `${version}/${file.path}` === path).integrity, path).toBe(integrity);
  }
});

const pageOf = (body, head) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>An article</title><link rel="icon" href="data:,">${head}<body>${body}`;
const DEMO = '../data/central-asia/datapackage.json';

test('from the folder of the version the matrix is shown, and nothing is asked for elsewhere', async ({ page }) => {
  const asked = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  const head = `<script type="module" src="../${version}/embed.js"></script>`;
  await publish(page, { 'index.html': pageOf(`<stance-matrix loading="eager" src="${DEMO}"></stance-matrix>`, head) });
  await page.goto('made/index.html');
  await expect(row(page, 'Kazakhstan')).toBeVisible();
  await expect(page.getByText('In words')).toBeVisible();
  const own = asked.filter((path) => /\.(js|wasm|css|json)$/.test(path) && !path.includes('/data/')).sort();
  expect(own).toEqual(['embed.js', 'languages/en.js', 'later.js', 'stance-matrix_bg.wasm'].map((path) => `/${version}/${path}`));
});

test('the frame in the folder of the version is whole, with its helper around', async ({ page }) => {
  const head = `<script type="module" src="../${version}/embed-host.js"></script>`;
  await publish(page, { 'index.html': pageOf(`<iframe src="../${version}/embed.html?src=${DEMO}"></iframe>`, head) });
  await page.goto('made/index.html#stance=tajikistan/recognition');
  const inside = page.frameLocator('iframe');
  await expect(card(inside)).toHaveAccessibleName('Tajikistan, Recognising a new government');
  await expect.poll(() => page.locator('iframe').evaluate((frame) => frame.clientHeight)).toBeGreaterThan(400);
});

test('from another origin, as from a CDN, and under its hashes the matrix is shown', async ({ page }) => {
  await page.route('https://cdn.example/**', (route) => {
    const path = new URL(route.request().url()).pathname.slice('/any/where/'.length);
    return route.fulfill({ path: join(DIST, path), headers: { 'access-control-allow-origin': '*' } });
  });
  const [script] = files.filter(({ path }) => path === `${version}/embed.js`);
  const head = `<script type="module" src="https://cdn.example/any/where/${script.path}" integrity="${script.integrity}"></script>`;
  await publish(page, { 'index.html': pageOf(`<stance-matrix loading="eager" src="${DEMO}"></stance-matrix>`, head) });
  await page.goto('made/index.html');
  await expect(row(page, 'Kazakhstan')).toBeVisible();
});

for (const [what, wrong] of [['the hashes of the list', false], ['a hash of another file', true]]) {
  test(`under ${what} the browser ${wrong ? 'loads neither script nor styles' : 'loads script and styles'}`, async ({ page }) => {
    const hash = (path) => files.find((file) => file.path === `${version}/${wrong ? 'frame.js' : path}`).integrity;
    const head = `<link rel="stylesheet" href="../${version}/table.css" integrity="${hash('table.css')}">
      <script type="module" src="../${version}/embed.js" integrity="${hash('embed.js')}"></script>`;
    await publish(page, { 'index.html': pageOf(`<stance-matrix loading="eager" src="${DEMO}"><p>In words.</p></stance-matrix>`, head) });
    await page.goto('made/index.html');
    const sheets = await page.evaluate(() => document.styleSheets.length);
    if (wrong) {
      await expect(page.getByText('In words.')).toBeVisible();
      expect(await page.evaluate(() => customElements.get('stance-matrix'))).toBeUndefined();
    } else {
      await expect(cell(page, 'Kazakhstan', 'Inclusive government')).toBeVisible();
      await expect(grid(page)).toHaveCount(1);
    }
    expect(sheets).toBe(wrong ? 0 : 1);
  });
}
