// The order of the rows: the author's, by who agrees with whom, or by their stances on one concern.
import { expect, test } from '@playwright/test';
import { grid, visit } from './reader.mjs';

// Three blocs could not be planer: west and east stand at the two ends of the scale on all but one concern.
const CONCERNS = ['Bridges', 'Harbours', 'Rails', 'Roads', 'Canals', 'Mines', 'Schools', 'Forests', 'Rivers', 'Fields', 'Taxes', 'Ports'];
const SIDES = { Alba: 1, Bora: 0, Caro: 1, Dora: 0, Elba: 1, Fara: 0, Gala: 1, Hera: 0 };
const SCALE = ['strongly-supports', 'strongly-opposes'];
const csv = ['country,concern,stance,text,source', ...Object.entries(SIDES).flatMap(([country, side]) => CONCERNS.map((concern, place) => `${country},${concern},${SCALE[concern === 'Taxes' ? 0 : side]},As told ${place}.,The Post`))].join('\n');

const rows = (page) => page.getByRole('rowheader');
const order = (page) => page.getByRole('combobox', { name: 'Order' });
const AUTHORS = Object.keys(SIDES);
const BLOCS = ['Alba', 'Caro', 'Elba', 'Gala', 'Bora', 'Dora', 'Fara', 'Hera'];

async function open(page, attributes = '', body = csv) {
  await page.route('**/planned.csv', (route) => route.fulfill({ contentType: 'text/csv', body }));
  await page.route('**/planned.html', (route) => route.fulfill({
    contentType: 'text/html',
    body: `<!doctype html><html lang="en"><title>Planned</title><script type="module" src="embed.js"></script><stance-matrix src="planned.csv" ${attributes}></stance-matrix>`,
  }));
  await page.goto('/planned.html');
}

test('those who agree are put next to each other, and a sentence says who', async ({ page }) => {
  await open(page);
  await expect(rows(page)).toHaveText(AUTHORS);
  await order(page).selectOption('Who agrees with whom');
  await expect(rows(page)).toHaveText(BLOCS);
  const finding = page.getByRole('status').filter({ hasText: 'stand together' });
  await expect(finding).toHaveText(
    '4 of 8 countries stand together: Alba, Caro, Elba, and Gala. So do Bora, Dora, Fara, and Hera. Two of one bloc agree by 100% on average, any other two by 8%. They part most over: Bridges.',
  );
  await expect(page).toHaveURL(/#o=agreement$/);
  await order(page).selectOption('The author’s');
  await expect(rows(page)).toHaveText(AUTHORS);
  await expect(finding).toHaveCount(0);
  await expect(page).not.toHaveURL(/o=/);
});

test('a concern orders by the stances on it, ties as the author has them', async ({ page }) => {
  await open(page);
  await order(page).selectOption('Bridges');
  await expect(rows(page)).toHaveText(['Bora', 'Dora', 'Fara', 'Hera', 'Alba', 'Caro', 'Elba', 'Gala']);
  await order(page).selectOption('Taxes');
  await expect(rows(page)).toHaveText(AUTHORS);
});

test('an attribute and a link ask for an order, and an unknown one is a problem', async ({ page }) => {
  await open(page, 'order="agreement"');
  await expect(rows(page)).toHaveText(BLOCS);
  await expect(order(page)).toHaveValue('agreement');
  await page.evaluate(() => { location.hash = '#o=bridges'; });
  await expect(rows(page).first()).toHaveText('Bora');
  const problem = page.evaluate(() => new Promise((resolve) => addEventListener('stance-matrix:problem', ({ detail }) => resolve(detail.text), { once: true })));
  await page.evaluate(() => { document.querySelector('stance-matrix').order = 'nothing'; });
  expect(await problem).toBe('There is no “o=nothing” in the matrix.');
  await expect(rows(page)).toHaveText(AUTHORS);
});

test('the order is made anew of what is shown', async ({ page }) => {
  await open(page, 'order="agreement"');
  await expect(rows(page)).toHaveText(BLOCS);
  await page.evaluate(() => { document.querySelector('stance-matrix').state = { o: 'agreement', c: ['taxes', 'bridges'] }; });
  await expect(page.getByRole('status').filter({ hasText: '8 countries: less than half of the pairs take a stance on three or more of the same 2 concerns' })).toBeVisible();
  await expect(rows(page)).toHaveText(AUTHORS);
});

test('of more than 500 nobody is compared, and nothing is said', async ({ page }) => {
  const many = ['country,concern,stance,text,source', ...Array.from({ length: 1503 }, (_, place) => `Land ${Math.floor(place / 3)},${CONCERNS[place % 3]},${SCALE[place % 2]},As told.,The Post`)].join('\n');
  await open(page, 'order="agreement"', many);
  await expect(page.getByRole('option', { name: 'Who agrees with whom' })).toBeDisabled();
  await expect(rows(page).first()).toHaveText('Land 0');
  await expect(page.getByRole('status')).toHaveText(['3 concerns, 501 countries']);
});

test('where hardly any two speak on the same, it says so', async ({ page }) => {
  await visit(page);
  await order(page).selectOption('Who agrees with whom');
  await expect(page.getByRole('status').filter({ hasText: '5 countries: less than half of the pairs' })).toBeVisible();
  // Nothing of it is cut off, though the widget has the table's height until the reader acts.
  await expect.poll(() => page.locator('stance-matrix').evaluate((element) => {
    const bottom = (node) => node.getBoundingClientRect().bottom;
    return bottom(element) - bottom(element.shadowRoot.querySelector('.tools'));
  })).toBeGreaterThanOrEqual(0);
  await expect(grid(page).getByRole('rowheader')).toHaveText(['Kazakhstan', 'Tajikistan', 'Kyrgyzstan', 'Uzbekistan', 'Turkmenistan']);
});
