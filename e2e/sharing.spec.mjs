// Taking something along: a quote as a picture or as text, and the data as a file.
import { parse } from 'csv-parse/sync';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { article, button, card, cell, pack, publish, shown, visit } from './reader.mjs';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

const statements = parse(readFileSync(fileURLToPath(new URL('../data/central-asia/statements.csv', import.meta.url))), { columns: true });
const sharing = (page) => page.getByRole('dialog', { name: 'Picture of the quote' });

async function saved(page, press) {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  const bytes = readFileSync(await download.path());
  return { name: download.suggestedFilename(), bytes, text: bytes.toString('utf8') };
}

async function openSharing(page, country, concern) {
  await cell(page, country, concern).click();
  await button(card(page), 'Share').first().click();
  await expect(sharing(page)).toBeVisible();
}

// Everything in a picture stands inside its frame.
const SAID = ['Where Central Asia stands on Taliban-ruled Afghanistan', 'Kazakhstan, Inclusive government', 'Backs', 'We support the statement', 'Kazakhstan Foreign Ministry', '19 August 2021', 'Relations of Central Asian states'];

for (const under of ['./', '/strict/']) {
  test(`a quote is saved as a picture with all its context (${under})`, async ({ page }) => {
    const errors = [];
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    await visit(page, under);
    await openSharing(page, 'Kazakhstan', 'Inclusive government');
    const png = await saved(page, () => button(sharing(page), 'Save as PNG').click());
    expect(png.name).toBe('where-central-asia-stands-on-taliban-ruled-afghanistan.png');
    expect(png.bytes.subarray(1, 4).toString()).toBe('PNG');
    expect(png.bytes.readUInt32BE(16), 'pixels wide').toBe(1080);
    const svg = await saved(page, () => button(sharing(page), 'Save as SVG').click());
    // A page of its own: a strict one takes no markup from text.
    const viewer = await page.context().newPage();
    const { texts, width, height, root } = await viewer.evaluate((source) => {
      const svg = document.body.appendChild(new DOMParser().parseFromString(source, 'image/svg+xml').documentElement);
      const texts = [...svg.querySelectorAll('text')].map((text) => ({ text: text.textContent, box: text.getBBox() }));
      svg.remove();
      return { root: svg.tagName, texts: texts.map(({ text, box: { x, y, width, height } }) => ({ text, x, y, right: x + width, bottom: y + height })), width: +svg.getAttribute('width'), height: +svg.getAttribute('height') };
    }, svg.text);
    expect(root).toBe('svg');
    const written = texts.map(({ text }) => text).join(' ');
    for (const words of SAID) expect(written).toContain(words);
    for (const { text, x, y, right, bottom } of texts) expect([x >= 0, y >= 0, right <= width, bottom <= height], text).toEqual([true, true, true, true]);
    expect(errors).toEqual([]);
  });
}

test('a quote is copied as text with the link that opens its card', async ({ page, context }) => {
  await visit(page);
  await openSharing(page, 'Kazakhstan', 'Inclusive government');
  await expect(sharing(page).getByRole('img')).toHaveAccessibleName(/Backs/);
  await button(sharing(page), 'Copy as text').click();
  await expect(button(sharing(page), 'Copied')).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  for (const words of SAID) expect(copied).toContain(words);
  const link = copied.split('\n').at(-1);
  const another = await context.newPage();
  await visit(another, link);
  await expect(card(another)).toHaveAccessibleName('Kazakhstan, Inclusive government');
});

test('the window closes by its button or Escape, gives the focus back, and the card is still there', async ({ page }) => {
  await visit(page);
  await openSharing(page, 'Kazakhstan', 'Inclusive government');
  await page.keyboard.press('Escape');
  await expect(sharing(page)).toHaveCount(0);
  await expect(button(card(page), 'Share').first()).toBeFocused();
  await page.keyboard.press('Enter');
  await button(sharing(page), 'Close').click();
  await expect(sharing(page)).toHaveCount(0);
  await expect(card(page)).toHaveAccessibleName('Kazakhstan, Inclusive government');
});

test('a translation that is shared says that it is one', async ({ page }) => {
  const csv = 'country,concern,stance,quote,lang,translation,speaker,source\nAda,Trade,supports,Мы рады мосту,ru,We welcome the bridge,Bo,P\n';
  await publish(page, { 'index.html': article('<stance-matrix src="datapackage.json"></stance-matrix>'), ...pack(csv) });
  await visit(page, 'made/index.html');
  await openSharing(page, 'Ada', 'Trade');
  await expect(sharing(page).getByRole('img')).toHaveAccessibleName(/“We welcome the bridge”\s+Bo, Translation\. P/);
});

test('markup in a quote is text in the picture', async ({ page }) => {
  const csv = 'country,concern,stance,quote,speaker,source\nAda,Trade,supports,"<script>alert(1)</script> & ""so"" on",<b>Bo</b>,P\n';
  await publish(page, { 'index.html': article('<stance-matrix src="datapackage.json"></stance-matrix>'), ...pack(csv) });
  await visit(page, 'made/index.html');
  await openSharing(page, 'Ada', 'Trade');
  const { text } = await saved(page, () => button(sharing(page), 'Save as SVG').click());
  expect(text).not.toMatch(/<script|<b>/);
  const found = await page.evaluate((source) => [...new DOMParser().parseFromString(source, 'image/svg+xml').querySelectorAll('text')].map((one) => one.textContent).join(' '), text);
  expect(found).toContain('“<script>alert(1)</script> & "so" on”');
});

const rows = ({ text }) => parse(text, { columns: true, bom: true });

test('all data is a CSV in the contract’s columns, quotes to the letter', async ({ page }) => {
  await visit(page);
  const file = await saved(page, () => button(page, 'Get all data').click());
  expect(file.name).toBe('where-central-asia-stands-on-taliban-ruled-afghanistan.csv');
  const got = rows(file);
  expect(got).toHaveLength(statements.length);
  expect(got.map(({ stance, quote, text, speaker, date }) => [stance, quote, text, speaker, date])).toEqual(statements.map(({ stance, quote, text, speaker, date }) => [stance, quote, text, speaker, date]));
  expect(got[0]).toMatchObject({ country: 'Kazakhstan', concern: 'Inclusive government', theme: 'Power in Kabul' });
});

test('the data shown is what the filter leaves', async ({ page }) => {
  await visit(page);
  await expect(button(page, 'Get all data')).toBeVisible();
  await expect(button(page, 'Get the data shown')).toHaveCount(0);
  await page.getByRole('searchbox').fill('refugee');
  await expect(shown(page)).toHaveText(/^\d of 12 concerns/);
  const got = rows(await saved(page, () => button(page, 'Get the data shown').click()));
  expect(got.length).toBeGreaterThan(0);
  expect(got.length).toBeLessThan(statements.length);
  expect(got.some(({ concern }) => concern === 'Refugee flows')).toBe(true);
});

test('what a spreadsheet would take for a formula is text in it', async ({ page }) => {
  const csv = `country,concern,stance,quote,source\n=1+1,Trade,supports,"=HYPERLINK(""http://x"")",+P\n@Bel,Trade,opposes,-2,P\nCos,Trade,opposes,"${'\t'}=1",P\nDun,Trade,opposes,2 - 1 = 1,P\n`;
  await publish(page, { 'index.html': article('<stance-matrix src="datapackage.json"></stance-matrix>'), ...pack(csv) });
  await visit(page, 'made/index.html');
  const file = await saved(page, () => button(page, 'Get all data').click());
  const fields = parse(file.text, { bom: true }).flat();
  expect(fields.filter((field) => /^[\s]*[=+\-@]/.test(field))).toEqual([]);
  expect(fields).toContain('\'=HYPERLINK("http://x")');
  expect(fields).toContain('2 - 1 = 1');
});
