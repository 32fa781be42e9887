// What a card says: who stands where, and every statement with all that is known of it.
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { article, card, cell, pack, publish, tabIntoMatrix, visit } from './reader.mjs';

const read = (name) => parse(readFileSync(new URL(`../data/central-asia/${name}.csv`, import.meta.url)), { columns: true });

test('the card shows country, concern, stance and each statement with speaker, date, kind, language and source', async ({ page }) => {
  await visit(page);
  await cell(page, 'Kazakhstan', 'Inclusive government').click();
  for (const words of ['Kazakhstan', 'Inclusive government', 'Backs', 'The Foreign Ministry supports the UN Security Council’s statement',
    'Source: Relations of Central Asian states with Afghanistan after the Taliban’s advance']) {
    await expect(card(page)).toContainText(words);
  }
  const said = card(page).getByRole('listitem').filter({ hasText: 'We support the statement' });
  for (const words of ['Kazakhstan Foreign Ministry', '19 August 2021', 'In its own words', 'In English']) await expect(said).toContainText(words);
  const reported = card(page).getByRole('listitem').filter({ hasText: 'has called several times' });
  for (const words of ['As reported', 'Undated']) await expect(reported).toContainText(words);
  await expect(reported).not.toContainText('In English');
});

test('a deed on several days is dated by the interval', async ({ page }) => {
  await visit(page);
  await cell(page, 'Kyrgyzstan', 'Extremist groups').click();
  const deed = card(page).getByRole('listitem').filter({ hasText: 'Military exercises' });
  await expect(deed).toContainText(/7\s?–\s?9 September 2021/);
  await expect(deed).toContainText('Done');
});

test('dates that are not of one kind are not made to be', async ({ page }) => {
  const csv = 'country,concern,stance,date,source\nBel,Roads,yes,2026-01-09,s\nAda,Roads,no,2026-05-06,s\nCos,Roads,no,2026-05,s\n';
  await publish(page, { 'index.html': article('<stance-matrix src="datapackage.json"></stance-matrix>'), ...pack(csv) });
  await visit(page, 'made/index.html');
  await expect(page.getByText('9 January 2026 – May 2026')).toBeVisible();
});

test('the role stands beside the speaker, and others’ words are told apart from a country’s own', async ({ page }) => {
  await visit(page);
  await cell(page, 'Tajikistan', 'Solutions by force').click();
  await expect(card(page).getByRole('listitem').first()).toContainText('Emomali Rahmon, President');
  const others = card(page).getByRole('listitem').filter({ hasText: 'We do have enough military personnel' });
  await expect(others).toContainText('Ahmad Massoud, the leader of Resistance 2');
  await expect(others).toContainText('In others’ words');
});

test('a cell of which nothing is reported says so', async ({ page }) => {
  await visit(page);
  await cell(page, 'Kyrgyzstan', 'Refugee flows').click();
  await expect(card(page)).toContainText('Not reported');
  await expect(card(page)).toContainText('The source does not say where Kyrgyzstan stands on this.');
});

test('every card of the demo holds every statement of its cell, quotes to the letter', async ({ page }) => {
  const [statements, countries, concerns] = ['statements', 'countries', 'concerns'].map(read);
  await visit(page);
  // The publisher's own setting, so that a card opens as soon as its cell has the focus.
  await page.addStyleTag({ content: 'stance-matrix { --stance-hover-delay: 0ms }' });
  await tabIntoMatrix(page);
  for (const country of countries) {
    for (const concern of concerns) {
      await expect(card(page)).toHaveAccessibleName(`${country.name}, ${concern.name}`);
      const text = (await card(page).innerText()).replace(/\s+/g, ' ');
      const own = statements.filter((one) => one.country === country.id && one.concern === concern.id);
      for (const { quote, text: report, speaker, role, summary } of own) {
        const words = [quote, report, [speaker, role].filter(Boolean).join(', '), summary].filter(Boolean);
        for (const one of words) expect(text, `${country.name}, ${concern.name}`).toContain(one.replace(/\s+/g, ' '));
      }
      await expect(card(page).getByRole('listitem')).toHaveCount(own.filter(({ quote, text }) => quote || text).length);
      await page.keyboard.press('ArrowRight');
    }
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
  }
});

test('a quote in another language comes with its translation, and each source of its own with its address', async ({ page }) => {
  await publish(page, {
    'index.html': article('<stance-matrix src="datapackage.json"></stance-matrix>'),
    ...pack(`country,concern,stance,kind,quote,speaker,role,date,source,url,lang,translation
Ostland,Bridges,supports,quote,Мы строим мост,A. Ivanova,minister,2021-08,The Gazette,https://example.org/a,ru,We are building a bridge
Ostland,Bridges,supports,quote,Pas question,B. Dupont,,2021,Le Journal,https://example.org/b,fr,Out of the question`),
  });
  await visit(page, 'made/index.html');
  await cell(page, 'Ostland', 'Bridges').click();
  const russian = card(page).getByRole('listitem').filter({ hasText: 'We are building a bridge' });
  for (const words of ['A. Ivanova, minister', 'August 2021', 'In Russian', 'Мы строим мост']) await expect(russian).toContainText(words);
  await russian.getByText('Original (Russian)').click();
  await expect(russian.getByRole('blockquote').last()).toHaveAttribute('lang', 'ru');
  await expect(russian.getByRole('link', { name: 'The Gazette' })).toHaveAttribute('href', 'https://example.org/a');
  await expect(card(page).getByRole('link', { name: 'Le Journal' })).toHaveAttribute('href', 'https://example.org/b');
});
