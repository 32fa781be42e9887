// The npm package: installed into an empty project and built with Vite by `package.mjs`.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import Ajv from 'ajv';
import { expect, test } from '@playwright/test';
import { PROJECT } from './package.mjs';
import { card, cell, grid, heard, listen } from './reader.mjs';

const require = createRequire(import.meta.url);
const json = (path) => JSON.parse(readFileSync(path, 'utf8'));
const installed = (name) => `${PROJECT}node_modules/stance-matrix/${name}`;
const visit = async (page) => {
  await listen(page);
  await page.goto('examples/vite/');
  await expect(grid(page)).toBeVisible();
};

test('in a page that Vite has built it shows the matrix, and takes all it needs from that page\'s folder', async ({ page }) => {
  const asked = [];
  const errors = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  page.on('response', (response) => response.ok() || errors.push(response.url()));
  page.on('pageerror', (error) => errors.push(error.message));
  await visit(page);
  await cell(page, 'Westland', 'Bridges').click();
  await expect(card(page)).toContainText('We do not');
  await expect(page).toHaveTitle('westland opposes');
  expect(asked.filter((path) => !path.startsWith('/examples/vite/'))).toEqual([]);
  expect(asked.filter((path) => path.endsWith('.wasm'))).toHaveLength(1);
  expect(errors).toEqual([]);
});

test('an error of the page is none of the widget, though both are one file', async ({ page }) => {
  const errors = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await visit(page);
  await page.getByRole('button', { name: 'Fail' }).click();
  await expect.poll(() => errors).toEqual(['of the page']);
  await cell(page, 'Ostland', 'Bridges').click();
  await expect(card(page)).toContainText('We build');
  expect(await heard(page, 'error')).toEqual([]);
});

test('a crash is told under the name that the bundler has given to the module', async ({ page }) => {
  await visit(page);
  await page.evaluate(() => { Node.prototype.insertBefore = () => { throw new Error('no more nodes'); }; });
  await cell(page, 'Ostland', 'Bridges').dispatchEvent('click');
  await expect.poll(() => heard(page, 'error')).toMatchObject([{ reason: 'crash' }]);
  await expect(page.getByText('All of it in words.')).toBeVisible();
});

const LANGUAGES = ['ar', 'de', 'en', 'es', 'fa', 'fr', 'kk', 'ky', 'ps', 'ru', 'tg', 'tk', 'tr', 'uz'].map((tag) => `languages/${tag}.js`);

test('it holds what it should and no more, under the version of the release', () => {
  expect(json(`${PROJECT}packed.json`).sort()).toEqual([
    'LICENSE', 'README.md', 'custom-elements.json', 'embed-host.js', 'embed.html', 'embed.js', 'fault-lines.js', 'fault-lines_bg.wasm',
    'frame.css', 'frame.js', 'index.d.ts', ...LANGUAGES, 'later.js', 'package.json', 'problems.js', 'server.js', 'stance-matrix_bg.wasm', 'table.css',
  ]);
  const { version } = json(new URL('../dist/files.json', import.meta.url));
  expect(json(installed('package.json')).version).toBe(version);
  for (const name of ['embed.js', 'stance-matrix_bg.wasm']) {
    expect(readFileSync(installed(name)).equals(readFileSync(new URL(`../dist/${name}`, import.meta.url))), name).toBe(true);
  }
});

test('on a server it is imported without harm', () => {
  const program = "process.stdout.write(JSON.stringify({ ...(await import('stance-matrix')) }))";
  expect(execFileSync('node', ['--input-type=module', '-e', program], { cwd: PROJECT, encoding: 'utf8' })).toBe('{}');
});

for (const [module, moduleResolution] of [['esnext', 'bundler'], ['nodenext', 'nodenext']]) {
  test(`its types let a right use through and no wrong one: ${moduleResolution}`, () => {
    const options = ['-p', PROJECT, '--module', module, '--moduleResolution', moduleResolution];
    const check = () => execFileSync('node', [require.resolve('typescript/bin/tsc'), ...options], { encoding: 'utf8' });
    expect(check).not.toThrow();
  });
}

test('its manifest is one by the published schema', () => {
  const ajv = new Ajv({ strict: false }).addSchema(require('custom-elements-manifest/schema.json'), 'schema');
  const manifest = json(installed('custom-elements.json'));
  expect(ajv.validate('schema', manifest), ajv.errorsText()).toBe(true);
  // The whole lets any class through; what an element says besides is held only against its own part.
  const part = 'schema#/definitions/CustomElementDeclaration';
  const [element] = manifest.modules[0].declarations;
  expect(ajv.validate(part, element), ajv.errorsText()).toBe(true);
  expect(ajv.validate(part, { ...element, events: [{ name: 7 }] })).toBe(false);
});
