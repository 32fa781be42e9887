// A guest in the page: widgets keep to themselves, whatever the page around them and the data in them hold.
import { expect, test } from '@playwright/test';
import { article, button, card, cell, column, grid, pack, publish, row, shown, visit, visitMatrix } from './reader.mjs';

const DEMO = '../data/central-asia/datapackage.json';
const TWO = article(`<p id="before">Words of the article.</p>
  <stance-matrix id="one" src="${DEMO}"></stance-matrix><div id="elsewhere"></div><stance-matrix id="two" src="${DEMO}"></stance-matrix>`);
const widget = (page, id) => page.locator(`#${id}`);

async function visitTwo(page) {
  await publish(page, { 'index.html': TWO });
  await visit(page, 'made/index.html');
  await expect(grid(page)).toHaveCount(2);
}

test('two widgets on one page share one module', async ({ page }) => {
  const asked = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await visitTwo(page);
  expect(asked.filter((path) => path.endsWith('.wasm'))).toEqual(['/stance-matrix_bg.wasm']);
  await expect(page.getByText('In words')).toHaveCount(2);
  for (const path of ['/embed.js', '/later.js', '/languages/en.js']) expect(asked.filter((other) => other === path)).toEqual([path]);
  expect(new Set(asked.filter((path) => path.endsWith('.js')))).toEqual(new Set(['/embed.js', '/languages/en.js', '/later.js']));
});

test('two widgets on one page are filtered and opened apart, and one open card is enough', async ({ page }) => {
  await visitTwo(page);
  await button(widget(page, 'one').getByRole('group', { name: 'Concerns' }), 'Drug smuggling').click();
  await expect(column(widget(page, 'one'), 'Drug smuggling')).toHaveCount(0);
  await expect(column(widget(page, 'two'), 'Drug smuggling')).toBeVisible();
  await expect(shown(widget(page, 'two'))).toHaveText('12 concerns, 5 countries');
  await cell(widget(page, 'one'), 'Kazakhstan', 'Inclusive government').click();
  await expect(card(widget(page, 'one'))).toBeVisible();
  await expect(card(widget(page, 'two'))).toHaveCount(0);
  await cell(widget(page, 'two'), 'Turkmenistan', 'Trade and energy links').click();
  await expect(card(page)).toHaveAccessibleName('Turkmenistan, Trade and energy links');
});

test('an element that was removed and comes back shows its matrix again', async ({ page }) => {
  await visitTwo(page);
  await page.evaluate(() => { globalThis.kept = document.querySelector('#one'); globalThis.kept.remove(); });
  await expect(grid(page)).toHaveCount(1);
  await page.evaluate(() => document.body.append(globalThis.kept));
  await expect(cell(widget(page, 'one'), 'Kazakhstan', 'Inclusive government')).toBeVisible();
  await cell(widget(page, 'one'), 'Kazakhstan', 'Inclusive government').click();
  await expect(card(page)).toBeVisible();
});

test('removal with an open card leaves nothing that still listens', async ({ page }) => {
  const errors = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await visitTwo(page);
  await cell(widget(page, 'one'), 'Kazakhstan', 'Inclusive government').click();
  // The other one moves up to where the pointer rests, and would open a card of its own there.
  await page.mouse.move(1, 1);
  await widget(page, 'one').evaluate((element) => element.remove());
  await expect(card(page)).toHaveCount(0);
  await page.keyboard.press('Escape');
  await page.locator('#before').click();
  await page.setViewportSize({ width: 900, height: 600 });
  await cell(widget(page, 'two'), 'Kazakhstan', 'Inclusive government').click();
  await expect(card(page)).toBeVisible();
  expect(errors).toEqual([]);
});

test('moving an element keeps what the reader chose', async ({ page }) => {
  await visitTwo(page);
  await button(widget(page, 'one').getByRole('group', { name: 'Concerns' }), 'Drug smuggling').click();
  await page.evaluate(() => document.querySelector('#elsewhere').append(document.querySelector('#one')));
  await expect(page.locator('#elsewhere').getByRole('status')).toHaveText('11 of 12 concerns, 5 countries');
});

test('the widget adds no names to the page and changes none of its styles', async ({ page }) => {
  const look = () => page.evaluate(() => ({
    names: Object.getOwnPropertyNames(globalThis).sort(),
    sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
    styles: ['html', 'body', '#before'].map((selector) => [...getComputedStyle(document.querySelector(selector))]
      .filter((name) => !/size|height|width|origin|inset/.test(name))
      .map((name) => `${name}: ${getComputedStyle(document.querySelector(selector)).getPropertyValue(name)}`)),
    stored: [document.cookie, localStorage.length, sessionStorage.length],
  }));
  await publish(page, { 'index.html': TWO });
  let go;
  await page.route('**/embed.js', async (route) => { await new Promise((resolve) => { go = resolve; }); await route.fallback(); });
  await page.goto('made/index.html', { waitUntil: 'commit' });
  await expect(page.locator('#before')).toBeVisible();
  const before = await look();
  go();
  await expect(grid(page)).toHaveCount(2);
  await cell(widget(page, 'one'), 'Kazakhstan', 'Inclusive government').click();
  await expect(card(page)).toBeVisible();
  expect(await look()).toEqual(before);
});

test('careless styles of the page do not reach into the widget', async ({ page }) => {
  const careless = `<style>* { color: red; text-transform: uppercase; letter-spacing: 5px; word-spacing: 9px; text-indent: 40px; white-space: pre; margin: 30px; border: 3px solid red }
    table, td, th, button, p, mark { display: block !important; font-size: 40px !important; visibility: hidden !important }
    .card, .cell, .fill, .grid, .chip { display: none !important } dialog, [popover] { opacity: 0 !important }</style>`;
  await publish(page, { 'index.html': article(`<stance-matrix src="${DEMO}"></stance-matrix>`, careless) });
  await visit(page, 'made/index.html');
  await cell(page, 'Kazakhstan', 'Inclusive government').click();
  await expect(card(page)).toBeVisible();
  await expect(card(page)).toHaveCSS('opacity', '1');
  for (const part of [row(page, 'Kazakhstan'), cell(page, 'Kazakhstan', 'Inclusive government'), button(page, 'More filters')]) {
    await expect(part).toBeVisible();
    await expect(part).not.toHaveCSS('color', 'rgb(255, 0, 0)');
    for (const [name, value] of [['text-transform', 'none'], ['letter-spacing', 'normal'], ['word-spacing', '0px'], ['text-indent', '0px'], ['white-space', 'normal']]) {
      await expect(part).toHaveCSS(name, value);
    }
    await expect(part).not.toHaveCSS('border-top-width', '3px');
  }
});

for (const style of ['display: flex', 'display: flex; flex-direction: column; align-items: center', 'display: grid; justify-items: center']) {
  test(`a page that sizes its parts by their content still shows the widget: ${style}`, async ({ page }) => {
    await publish(page, { 'index.html': article(`<div id="around"><stance-matrix src="${DEMO}"></stance-matrix></div>`, `<style>#around { ${style} }</style>`) });
    await visit(page, 'made/index.html');
    await cell(page, 'Kazakhstan', 'Inclusive government').click();
    await expect(card(page)).toBeVisible();
    expect((await widget(page, 'around').locator('stance-matrix').boundingBox()).width).toBeGreaterThan(600);
  });
}

test('at 360 pixels nothing scrolls sideways but the matrix, whose row headers stay in sight', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  await visitMatrix(page);
  await button(page, 'Filter').click();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await cell(page, 'Uzbekistan', 'Trade and energy links').scrollIntoViewIfNeeded();
  await expect(cell(page, 'Uzbekistan', 'Trade and energy links')).toBeInViewport({ ratio: 0.99 });
  await expect(cell(page, 'Uzbekistan', 'Inclusive government')).not.toBeInViewport();
  await expect(row(page, 'Uzbekistan')).toBeInViewport({ ratio: 0.99 });
  expect((await row(page, 'Uzbekistan').boundingBox()).x).toBeLessThan(30);
});

test('links of the data lead only to the web, and its text is text', async ({ page }) => {
  const markup = '<img src=x onerror=alert(1)><b>bold</b>';
  await publish(page, {
    'index.html': article('<stance-matrix src="datapackage.json"></stance-matrix>'),
    ...pack(`country,concern,stance,kind,quote,source,url
${markup},Bridges,supports,quote,${markup},Bad,javascript:alert(1)
Ostland,Bridges,supports,quote,We build,Worse,data:text/html;base64
Westland,Bridges,opposes,quote,We do not,Good,https://example.org/`, { sources: [{ title: 'Evil', path: 'javascript:alert(2)' }], licenses: [{ name: 'x', path: 'javascript:alert(3)' }] }),
  });
  const dialogs = [];
  page.on('dialog', (dialog) => { dialogs.push(dialog.message()); dialog.dismiss(); });
  await visit(page, 'made/index.html');
  for (const [country, links] of [[markup, []], ['Ostland', []], ['Westland', ['https://example.org/']]]) {
    await cell(page, country, 'Bridges').click();
    await expect(card(page)).toContainText(country);
    expect(await card(page).getByRole('link').evaluateAll((all) => all.map((link) => link.href)), country).toEqual(links);
    await page.keyboard.press('Escape');
  }
  await expect(row(page, markup)).toHaveText(markup);
  const schemes = await page.getByRole('link').evaluateAll((all) => all.map((link) => link.protocol));
  expect(schemes.filter((scheme) => !/^https?:$/.test(scheme))).toEqual([]);
  expect(dialogs).toEqual([]);
});
