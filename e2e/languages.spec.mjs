// The reader's language: fourteen files of words, and what a browser knows of each language.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { whole, words as wordsIn } from '../xtask/tools/languages.mjs';
import { article, button, card, cell, column, grid, pack, publish, row, shown, visit } from './reader.mjs';

const FOLDER = fileURLToPath(new URL('../embed/languages', import.meta.url));
const TAGS = readdirSync(FOLDER).map((name) => name.replace('.js', ''));
const words = (tag) => wordsIn(join(FOLDER, `${tag}.js`));
const english = words('en');
// Of the language itself, and what only browsers without it need.
const OWN = ['review', 'dir', 'language', 'months', 'and'];
const places = (text) => [...new Set(String(text).match(/{\w}/g) ?? [])].sort().join('');

/** A page in a language, with the element's attributes. */
const inLanguage = (lang, attributes = '', src = '../data/central-asia/datapackage.json') =>
  article(`<stance-matrix src="${src}" ${attributes}></stance-matrix>`).replace('lang="en-GB"', lang ? `lang="${lang}"` : '');

async function open(page, lang, attributes, src, files) {
  await publish(page, { 'index.html': inLanguage(lang, attributes, src), ...files });
  await page.goto('made/index.html');
  await page.locator('stance-matrix').evaluate((element) => { element.loading = 'eager'; });
  await expect(page.getByRole('searchbox')).toBeVisible();
}

test('there are fourteen languages, and every one but English says who has reviewed it', () => {
  expect(TAGS).toEqual(['ar', 'de', 'en', 'es', 'fa', 'fr', 'kk', 'ky', 'ps', 'ru', 'tg', 'tk', 'tr', 'uz']);
  for (const tag of TAGS) expect(words(tag).review, tag).toBeTruthy();
});

for (const tag of TAGS) {
  test(`no word is missing in ${tag}, and every place and plural form is there`, () => {
    const own = words(tag);
    const missing = Object.keys(english).filter((key) => !(key in own));
    expect(missing, 'shown in English').toEqual([]);
    expect(Object.keys(own).filter((key) => !(key in english) && !OWN.includes(key)), 'unknown').toEqual([]);
    const categories = new Intl.PluralRules(own.language ?? tag).resolvedOptions().pluralCategories;
    const wrong = [];
    for (const [key, text] of Object.entries(own)) {
      if (OWN.includes(key)) continue;
      if (typeof text === 'string') {
        if (typeof english[key] !== 'string') wrong.push(`${key} has one form`);
        else if (key !== 'part' && places(text) !== places(english[key])) wrong.push(`${key}: ${places(text)} for ${places(english[key])}`);
        continue;
      }
      for (const form of categories) if (!(form in text)) wrong.push(`${key} has no form “${form}”`);
      for (const form of Object.keys(text)) if (!categories.includes(form) && !/^\d+$/.test(form)) wrong.push(`${key} has a form “${form}”, which the language has not`);
      // A form for one, two or none may say the number in a word.
      if (places(text.other) !== places(english[key].other ?? english[key])) wrong.push(`${key}: ${places(text.other)}`);
    }
    expect(wrong).toEqual([]);
  });

  test(`all of the interface is in ${tag}`, async ({ page }) => {
    const errors = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.setViewportSize({ width: 1280, height: 720 });
    await open(page, tag);
    const own = words(tag);
    await expect(page.getByRole('searchbox', { name: own.search })).toBeVisible();
    await expect(button(page, own.swap)).toBeVisible();
    await expect(page.getByText(own.print, { exact: true })).toBeVisible();
    await expect(page.getByRole('list', { name: own.legend })).toBeVisible();
    await expect(page.locator('stance-matrix section')).toHaveAttribute('lang', own.language ?? tag);
    await expect(page.locator('stance-matrix section')).toHaveCSS('direction', own.dir ?? 'ltr');
    // No place is left open, no key stands for a word.
    const text = await page.locator('stance-matrix section').innerText();
    expect(text).not.toMatch(/{\w}|undefined|\b(?:is|sum|kind|stance|failed)\.\w/);
    expect(errors).toEqual([]);
  });
}

test('a word that a language has none for is English in the release', () => {
  const { close, ...rest } = english;
  expect(whole(english, { search: 'Suche' })).toEqual({ ...rest, close, search: 'Suche' });
});

test('the language is that of the element, else of the nearest ancestor, else of the document', async ({ page }) => {
  await open(page, 'de');
  await expect(page.getByRole('searchbox', { name: words('de').search })).toBeVisible();
  await page.locator('body').evaluate((body) => { body.lang = 'fr'; });
  const element = page.locator('stance-matrix');
  await element.evaluate((element) => { element.lang = 'es'; });
  await expect(page.getByRole('searchbox', { name: words('es').search })).toBeVisible();
  await element.evaluate((element) => element.removeAttribute('lang'));
  await expect(page.getByRole('searchbox', { name: words('fr').search })).toBeVisible();
});

for (const lang of ['', 'tlh', 'not a tag']) {
  test(`“${lang}”, for which there are no words, gets English ones`, async ({ page }) => {
    await open(page, lang);
    await expect(page.getByRole('searchbox', { name: english.search })).toBeVisible();
    await expect(page.locator('stance-matrix section')).toHaveAttribute('lang', 'en');
  });
}

test('words that do not come are English, and those of other languages are not asked for', async ({ page }) => {
  const asked = [];
  page.on('request', (request) => request.url().includes('/languages/') && asked.push(request.url().split('/').pop()));
  await page.route('**/languages/de.js', (route) => route.fulfill({ status: 500 }));
  await open(page, 'de-CH');
  await expect(page.getByRole('searchbox', { name: english.search })).toBeVisible();
  expect(asked).toEqual(['de.js', 'en.js']);
});

test('the data is in the reader’s language where it is translated, quotes stay as published', async ({ page }) => {
  await open(page, 'ru-RU');
  await expect(page.getByRole('heading', { name: 'Позиции Центральной Азии' })).toBeVisible();
  await expect(shown(page)).toHaveText('12 вопросов, 5 стран');
  await cell(page, 'Казахстан', 'Инклюзивное правительство').click();
  await expect(card(page)).toContainText('Поддерживает');
  await expect(card(page)).toContainText('Министерство иностранных дел');
  const quote = card(page).locator('blockquote').first();
  await expect(quote).toHaveAttribute('lang', 'en');
  await expect(quote).toContainText('We support the statement of the UN Security Council');
  await page.keyboard.press('Escape');
  await page.locator('stance-matrix').evaluate((element) => { element.lang = 'en'; });
  await expect(page.getByRole('heading', { name: 'Where Central Asia stands' })).toBeVisible();
});

test('numbers and dates are as the language writes them', async ({ page }) => {
  await open(page, 'de');
  await expect(page.getByText('24. November 2026')).toBeVisible();
  await open(page, 'ru');
  await expect(page.getByText('24 ноября 2026 г.')).toBeVisible();
});

test('a browser that does not know the language gets dates and lists from the words', async ({ page }) => {
  await page.addInitScript(() => {
    for (const name of ['DateTimeFormat', 'ListFormat', 'NumberFormat', 'PluralRules', 'DisplayNames']) Intl[name].supportedLocalesOf = (tag) => (tag === 'tg' ? [] : [tag]);
  });
  await open(page, 'tg');
  const { months, and } = words('tg');
  await expect(page.getByText(`24 ${months[10]} 2026`)).toBeVisible();
  await expect(grid(page)).toHaveAccessibleDescription(/\d/);
  await expect(column(page, 'Friendly relations').getByRole('button')).toHaveAccessibleDescription(new RegExp(`Uzbekistan ${and} Turkmenistan`));
});

test('in Arabic the matrix is mirrored: headers at the right, arrows and card too; an English quote reads from the left', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await open(page, 'ar');
  // The names of cells have the language's own comma.
  const at = (country, concern) => page.getByRole('gridcell', { name: new RegExp(`^${country}.*${concern}`) });
  const first = at('Kazakhstan', 'Inclusive government');
  const [header, one, two] = await Promise.all([row(page, 'Kazakhstan'), first, at('Kazakhstan', 'Recognising a new government')].map((node) => node.boundingBox()));
  expect(header.x).toBeGreaterThan(one.x);
  expect(one.x).toBeGreaterThan(two.x);
  await first.click();
  await expect(card(page).locator('blockquote').first()).toHaveCSS('direction', 'ltr');
  await expect(card(page).locator('blockquote').first()).toHaveCSS('text-align', 'start');
  const [close, body] = [await button(card(page), words('ar').close).boundingBox(), await card(page).boundingBox()];
  expect(close.x - body.x, 'the close button is at the left').toBeLessThan(80);
  await page.keyboard.press('Escape');
  await first.focus();
  await page.keyboard.press('ArrowLeft');
  await expect(at('Kazakhstan', 'Recognising a new government')).toBeFocused();
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
});

for (const [lang, back] of [['en', 'ArrowLeft'], ['ar', 'ArrowRight']]) {
  test(`in ${lang} no cell that has the focus is under the headers`, async ({ page }) => {
    await page.setViewportSize({ width: 768, height: 600 });
    await open(page, lang);
    await page.getByRole('gridcell', { name: /^Kazakhstan.*Trade and energy links/ }).focus();
    for (let step = 1; step < 12; step += 1) {
      await page.keyboard.press(back);
      const [cell, header] = await Promise.all([page.locator('stance-matrix :focus').boundingBox(), row(page, 'Kazakhstan').boundingBox()]);
      const covered = lang === 'ar' ? cell.x + cell.width - header.x : header.x + header.width - cell.x;
      expect(covered, `${step} back`).toBeLessThanOrEqual(2);
    }
  });
}

test('in a narrow column in Dari the deck is mirrored, and its swipe', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await open(page, 'fa-AF');
  const own = words('fa');
  const group = page.getByRole('group', { name: own.deck });
  const [back, on] = await Promise.all([button(group, own.previous), button(group, own.next)].map((node) => node.boundingBox()));
  expect(back.x).toBeGreaterThan(on.x);
});

test('the direction that the page sets is kept', async ({ page }) => {
  await publish(page, { 'index.html': inLanguage('en', 'lang="ar" dir="ltr"') });
  await visit(page, 'made/index.html');
  await expect(page.locator('stance-matrix section')).toHaveCSS('direction', 'ltr');
});

const SPOKEN = 'country,concern,stance,kind,quote,lang,translation,source\nAda,Trade,supports,quote,Мы рады мосту,ru,We welcome the bridge,The Paper\n';

test('a quote comes in translation first, and as it was said on demand, each in its language', async ({ page }) => {
  await open(page, 'de', '', 'datapackage.json', pack(SPOKEN, { stanceMatrix: { language: 'en' } }));
  await cell(page, 'Ada', 'Trade').click();
  const own = words('de');
  const [translation, original] = [card(page).getByText('We welcome the bridge'), card(page).getByText('Мы рады мосту')];
  await expect(translation).toBeVisible();
  expect(await translation.evaluate((node) => node.closest('[lang]').lang)).toBe('en');
  await expect(original).toBeHidden();
  await card(page).getByText(own.original.replace('{0}', 'Russisch')).click();
  await expect(original).toBeVisible();
  expect(await original.evaluate((node) => node.closest('[lang]').lang)).toBe('ru');
});

test('who reads the language of a quote gets it as it was said', async ({ page }) => {
  await open(page, 'ru', '', 'datapackage.json', pack(SPOKEN));
  await cell(page, 'Ada', 'Trade').click();
  await expect(card(page).getByText('Мы рады мосту')).toBeVisible();
  await expect(card(page).getByText('We welcome the bridge')).toHaveCount(0);
});

test('another language leaves what is shown, and how', async ({ page }) => {
  await open(page, 'en');
  await button(page, 'Swap rows and columns').click();
  await page.getByRole('searchbox').fill('sleeper');
  await expect(shown(page)).toHaveText('1 of 12 concerns, 1 of 5 countries');
  await page.locator('stance-matrix').evaluate((element) => { element.lang = 'de'; });
  await expect(shown(page)).toHaveText('Anliegen: 1 von 12, Länder: 1 von 5');
  await expect(page.getByRole('searchbox')).toHaveValue('sleeper');
  await expect(button(page, words('de').swap)).toHaveAttribute('aria-pressed', 'true');
});
