// The matrix in words: sentences that follow from the data, read as descriptions, and copied.
import { expect, test } from '@playwright/test';
import { article, button, column, deck, grid, pack, publish, row, shown, visit } from './reader.mjs';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

const header = (page, of, name) => button(of(page, name), name);

test('a sentence sums up the matrix, and one each of its concerns and countries', async ({ page }) => {
  await visit(page);
  await expect(grid(page)).toHaveAccessibleDescription(
    '5 countries, 12 concerns: a stance in 23 of 60 positions. Pursues: 7. Backs: 5. Sets terms for: 2. Worries about: 3. Stands against: 6. Not reported: 37.',
  );
  await expect(header(page, column, 'Inclusive government')).toHaveAccessibleDescription(
    'Inclusive government: 3 of 5 countries take a stance. Backs: Kazakhstan, Uzbekistan and Tajikistan. Not reported: Kyrgyzstan and Turkmenistan.',
  );
  await expect(header(page, column, 'Refugee flows')).toHaveAccessibleDescription(
    'Refugee flows: 1 of 5 countries takes a stance. Worries about: Tajikistan. Not reported: Kazakhstan, Kyrgyzstan, Uzbekistan and Turkmenistan.',
  );
  await expect(header(page, row, 'Turkmenistan')).toHaveAccessibleDescription(/^Turkmenistan: a stance on 3 of 12 concerns\. Pursues: Dealings with the Taliban, Friendly relations and Trade and energy links\./);
});

test('they follow the filter', async ({ page }) => {
  await visit(page);
  await expect(grid(page)).toHaveAccessibleDescription(/^5 countries/);
  await page.getByRole('searchbox').fill('refugee');
  await expect(shown(page)).toHaveText(/of 12 concerns/);
  await expect(grid(page)).toHaveAccessibleDescription(/^\d countr/);
  await expect(header(page, column, 'Refugee flows')).toHaveAccessibleDescription(/: Tajikistan/);
  await button(page, 'Show all').click();
  await expect(grid(page)).toHaveAccessibleDescription(/^5 countries, 12 concerns/);
});

test('in the deck the sentence is its description, and the concern has its own', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await visit(page);
  await expect(deck(page)).toHaveAccessibleDescription(/^5 countries, 12 concerns/);
  await expect(deck(page).getByRole('button', { name: 'Inclusive government', exact: true }).first()).toHaveAccessibleDescription(/3 of 5 countries/);
});

test('silences that the data does not name are told by what they are, in the number of who is silent', async ({ page }) => {
  const csv = 'country,concern,stance,source\nAda,Trade,supports,P\nBel,Trade,not-addressed,P\nCos,Trade,not-addressed,P\nDun,Trade,not-asked,P\n';
  await publish(page, { 'index.html': article('<stance-matrix src="datapackage.json"></stance-matrix>'), ...pack(csv) });
  await visit(page, 'made/index.html');
  await expect(header(page, column, 'Trade')).toHaveAccessibleDescription('Trade: 1 of 4 countries takes a stance. Supports: Ada. Bel and Cos do not address it. Dun was not asked.');
});

test('all of it can be read by all, and copied', async ({ page }) => {
  await visit(page);
  const words = page.getByText('In words', { exact: true });
  await words.click();
  await expect(page.getByText('Recognising a new government: 1 of 5 countries takes a stance.', { exact: false })).toBeVisible();
  await button(page, 'Copy').click();
  await expect(button(page, 'Copied')).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied.split('\n')).toHaveLength(1 + 12 + 5);
  expect(copied).toContain('Drug smuggling: 1 of 5 countries takes a stance. Worries about: Tajikistan.');
});

test('a matrix of very many lines is summed up as a whole only', async ({ page }) => {
  const rows = Array.from({ length: 120 }, (_, index) => `Land ${index},Trade,${index % 2 ? 'supports' : 'opposes'},P`);
  await publish(page, { 'index.html': article('<stance-matrix src="datapackage.json"></stance-matrix>'), ...pack(['country,concern,stance,source', ...rows].join('\n')) });
  await visit(page, 'made/index.html');
  await expect(grid(page)).toHaveAccessibleDescription('120 countries, 1 concern: a stance in 120 of 120 positions. Supports: 60. Opposes: 60.');
  await expect(header(page, column, 'Trade')).not.toHaveAccessibleDescription(/./);
});
