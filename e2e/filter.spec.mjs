// Filters: by concern, country, theme and stance, by search, and all of them together.
import { expect, test } from '@playwright/test';
import { button, card, cell, chips, column, deck, grid, heard, listen, shown, visit } from './reader.mjs';

const stances = (page) => page.getByRole('list', { name: 'Stances' });
const columns = (page) => grid(page).getByRole('columnheader').getByRole('button');
const rows = (page) => grid(page).getByRole('rowheader');
const search = (page) => page.getByRole('searchbox', { name: 'Search names and quotes' });
const unfold = (page) => button(page, 'More filters').click();

test('a concern’s chip says how many countries take a stance, and takes its column away and brings it back', async ({ page }) => {
  await visit(page);
  await expect(shown(page)).toHaveText('12 concerns, 5 countries');
  const chip = button(chips(page, 'Concerns'), /^Inclusive government.*3 countries/);
  await expect(chip).toHaveAttribute('aria-pressed', 'true');
  await chip.click();
  await expect(chip).toHaveAttribute('aria-pressed', 'false');
  await expect(column(page, 'Inclusive government')).toHaveCount(0);
  await expect(shown(page)).toHaveText('11 of 12 concerns, 5 countries');
  await chip.click();
  await expect(column(page, 'Inclusive government')).toBeVisible();
  await expect(shown(page)).toHaveText('12 concerns, 5 countries');
});

test('None and then three chips leave three concerns, and All brings every one back', async ({ page }) => {
  await visit(page);
  await button(page, 'Concerns: None').click();
  for (const concern of ['Extremist groups', 'Border violations', 'Refugee flows']) await button(chips(page, 'Concerns'), concern).click();
  await expect(columns(page)).toHaveText(['Border violations', 'Extremist groups', 'Refugee flows']);
  await expect(shown(page)).toHaveText('3 of 12 concerns, 5 countries');
  await button(page, 'Concerns: All').click();
  await expect(columns(page)).toHaveCount(12);
});

test('no concern at all says so, and one press brings everything back', async ({ page }) => {
  await visit(page);
  await button(page, 'Concerns: None').click();
  await expect(page.getByText('Nothing in the matrix fits these filters.')).toBeVisible();
  await expect(shown(page)).toHaveText('0 of 12 concerns, 5 countries');
  await button(page, 'Show all').last().click();
  await expect(columns(page)).toHaveCount(12);
  await expect(shown(page)).toHaveText('12 concerns, 5 countries');
});

test('countries filter the rows, and the counts of the concerns follow', async ({ page }) => {
  await visit(page);
  await unfold(page);
  await button(chips(page, 'Countries'), 'Kazakhstan').click();
  await expect(rows(page)).toHaveText(['Kyrgyzstan', 'Uzbekistan', 'Tajikistan', 'Turkmenistan']);
  await expect(shown(page)).toHaveText('12 concerns, 4 of 5 countries');
  await expect(button(chips(page, 'Concerns'), /^Inclusive government.*2 countries/)).toBeVisible();
});

test('themes filter the columns', async ({ page }) => {
  await visit(page);
  await unfold(page);
  for (const theme of ['Power in Kabul', 'Security', 'Ties']) await button(chips(page, 'Themes'), theme).click();
  await expect(columns(page)).toHaveText(['Refugee flows', 'Minority rights']);
  await expect(shown(page)).toHaveText('2 of 12 concerns, 5 countries');
});

test('a press in the legend narrows to a stance, a second adds another, and pressing them again widens', async ({ page }) => {
  await visit(page);
  const [worries, terms] = ['Worries about', 'Sets terms for'].map((stance) => button(stances(page), stance));
  await expect(worries).toHaveText(/3$/);
  await worries.click();
  await expect(worries).toHaveAttribute('aria-pressed', 'true');
  await expect(rows(page)).toHaveText(['Tajikistan']);
  await expect(columns(page)).toHaveText(['Extremist groups', 'Drug smuggling', 'Refugee flows']);
  await terms.click();
  await expect(rows(page)).toHaveText(['Kazakhstan', 'Tajikistan']);
  await worries.click();
  await terms.click();
  await expect(shown(page)).toHaveText('12 concerns, 5 countries');
});

test('a search over names marks the header it is found in', async ({ page }) => {
  await visit(page);
  await search(page).pressSequentially('refugee');
  await expect(columns(page).filter({ has: page.locator('mark', { hasText: 'Refugee' }) })).toHaveCount(1);
  await expect(column(page, 'Refugee flows')).toBeVisible();
});

test('a search over quotes leaves the cells that hold the words, and marks them in the card', async ({ page }) => {
  await visit(page);
  await search(page).pressSequentially('SLEEPER cells');
  await expect(rows(page)).toHaveText(['Kyrgyzstan']);
  await expect(columns(page)).toHaveText(['Extremist groups']);
  await cell(page, 'Kyrgyzstan', 'Extremist groups').click();
  const quote = card(page).getByRole('blockquote').filter({ hasText: 'not about the Taliban' });
  await expect(quote.locator('mark')).toHaveText('sleeper cells');
  await search(page).fill('');
  await expect(shown(page)).toHaveText('12 concerns, 5 countries');
  await expect(grid(page).locator('mark')).toHaveCount(0);
});

test('a search that finds nothing says so and offers the way back', async ({ page }) => {
  await visit(page);
  await search(page).fill('zebra');
  await expect(page.getByText('Nothing in the matrix fits these filters.')).toBeVisible();
  await button(page, 'Show all').last().click();
  await expect(search(page)).toHaveValue('');
  await expect(columns(page)).toHaveCount(12);
});

test('filters combine, the page hears of each, and one press clears them all', async ({ page }) => {
  await listen(page);
  await visit(page);
  await unfold(page);
  await button(chips(page, 'Countries'), 'Uzbekistan').click();
  await button(chips(page, 'Themes'), 'Ties').click();
  await button(chips(page, 'Concerns'), 'Extremist groups').click();
  await button(stances(page), 'Stands against').click();
  await search(page).fill('government');
  await expect(shown(page)).toHaveText('1 of 12 concerns, 1 of 5 countries');
  await expect(columns(page)).toHaveText(['Solutions by force']);
  await expect(rows(page)).toHaveText(['Tajikistan']);
  const { state } = (await heard(page, 'filter')).at(-1);
  expect(state).toMatchObject({ r: ['kazakhstan', 'kyrgyzstan', 'tajikistan', 'turkmenistan'], s: ['stands-against'], q: 'government' });
  expect(state.c).not.toContain('extremists');
  expect(state.t).toHaveLength(3);
  await button(page, 'Show all').click();
  await expect(shown(page)).toHaveText('12 concerns, 5 countries');
  await expect(search(page)).toHaveValue('');
  await expect(button(page, 'Show all')).toHaveCount(0);
  expect((await heard(page, 'filter')).at(-1).state).toEqual({});
});

test('on a telephone the filters unfold behind one button', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  await visit(page);
  await expect(chips(page, 'Concerns')).toBeHidden();
  const fold = button(page, 'Filter');
  await expect(fold).toHaveAttribute('aria-expanded', 'false');
  await fold.click();
  for (const of of ['Concerns', 'Themes', 'Countries']) await expect(chips(page, of)).toBeVisible();
  await button(chips(page, 'Countries'), 'Kazakhstan').click();
  await fold.click();
  await expect(chips(page, 'Concerns')).toBeHidden();
  await expect(shown(page)).toHaveText('12 concerns, 4 of 5 countries');
  await expect(button(deck(page), 'Kazakhstan')).toHaveCount(0);
});

test('a filter by mouse keeps the reader’s place: the focus stays on what was pressed', async ({ page }) => {
  await visit(page);
  const chip = button(chips(page, 'Concerns'), 'Drug smuggling');
  await chip.click();
  await expect(column(page, 'Drug smuggling')).toHaveCount(0);
  await expect(chip).toBeFocused();
});
