// A matrix of more cells than can be drawn: whatever of it the reader comes to is there, by pointer, key, search and link.
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { apart, article, button, card, cell, chips, column, grid, pack, publish, row, shown, visitMatrix } from './reader.mjs';

const [ROWS, COLUMNS] = [90, 120];
const STANCES = ['supports', 'mixed', 'opposes'];
const LINES = [];
for (let row = 1; row <= ROWS; row += 1) {
  for (let column = 1; column <= COLUMNS; column += 1) {
    LINES.push(`Land ${row},Concern ${column},Theme ${Math.ceil(column / 10)},${STANCES[(row + column) % 3]},Land ${row} speaks of ${column},A paper`);
  }
}
const FILES = { ...pack(`country,concern,theme,stance,quote,source\n${LINES.join('\n')}\n`), 'index.html': article('<stance-matrix src="datapackage.json" loading="eager"></stance-matrix>') };

test.beforeEach(async ({ page }, { title }) => {
  await publish(page, FILES);
  await visitMatrix(page, title.includes('link') ? 'made/index.html#stance=land-77/concern-88' : 'made/index.html');
});

const scroller = (page) => page.locator('.scroller');
const last = (page) => cell(page, `Land ${ROWS}`, `Concern ${COLUMNS}`);
/** Whether the browser shows nothing over the middle of `node`. */
const isOnTop = (node) => node.evaluate((it) => {
  const { left, right, top, bottom } = it.getBoundingClientRect();
  return it.contains(it.getRootNode().elementFromPoint((left + right) / 2, (top + bottom) / 2));
});

test('a part is drawn, and says where it is in the whole', async ({ page }) => {
  await expect(grid(page)).toHaveAttribute('aria-rowcount', String(ROWS + 2));
  await expect(grid(page)).toHaveAttribute('aria-colcount', String(COLUMNS + 1));
  expect(await page.getByRole('gridcell').count()).toBeLessThan(1000);
  await expect(cell(page, 'Land 2', 'Concern 3')).toHaveAttribute('aria-colindex', '4');
  await expect(row(page, 'Land 2').locator('..')).toHaveAttribute('aria-rowindex', '4');
  await expect(column(page, 'Concern 3')).toHaveAttribute('aria-colindex', '4');
  await expect(last(page)).toHaveCount(0);
});

test('the wheel brings the rest, every cell under its concern and beside its country', async ({ page }) => {
  await scroller(page).hover();
  for (const [across, down] of [[900, 0], [2500, 700], [-300, 1900], [4000, 2500], [30_000, 9000]]) {
    await page.mouse.wheel(across, down);
    await expect.poll(() => page.getByRole('gridcell').evaluateAll((cells) => {
      const box = cells[0].closest('.scroller').getBoundingClientRect();
      const middle = cells[0].getRootNode().elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
      return Boolean(middle?.closest('.cell'));
    }), 'the middle is never left blank').toBe(true);
    // Whatever stands in the middle, by where it is on screen.
    const met = await scroller(page).evaluate((box) => {
      const { left, top, width, height } = box.getBoundingClientRect();
      const at = (x, y) => box.getRootNode().elementFromPoint(x, y);
      const here = at(left + width / 2, top + height / 2).closest('.cell').getBoundingClientRect();
      const [x, y] = [here.left + here.width / 2, here.top + here.height / 2];
      const headers = [...box.querySelectorAll('thead th.column')].filter((header) => {
        const { left: from, right: to } = header.getBoundingClientRect();
        return from <= x && x < to;
      });
      return { name: at(x, y).closest('.cell').getAttribute('aria-label'), country: at(left + 20, y).textContent, concerns: headers.map((header) => header.textContent) };
    });
    expect(met.concerns).toHaveLength(1);
    expect(met.name).toContain(`${met.country}, ${met.concerns[0]}:`);
  }
  await expect(last(page)).toBeInViewport();
});

test('keys travel to any cell, drawn or not', async ({ page }) => {
  await cell(page, 'Land 1', 'Concern 1').focus();
  await page.keyboard.press('Control+End');
  await expect(last(page)).toBeFocused();
  await expect(last(page)).toBeInViewport();
  await page.keyboard.press('Home');
  await expect(button(row(page, `Land ${ROWS}`), `Land ${ROWS}`)).toBeFocused();
  await page.keyboard.press('Control+Home');
  await expect(cell(page, 'Land 1', 'Concern 1')).toBeFocused();
  for (let step = 0; step < 40; step += 1) await page.keyboard.press('ArrowRight');
  await expect(cell(page, 'Land 1', 'Concern 41')).toBeFocused();
  for (let step = 0; step < 4; step += 1) await page.keyboard.press('PageDown');
  await expect(cell(page, 'Land 41', 'Concern 41')).toBeFocused();
  expect(await isOnTop(cell(page, 'Land 41', 'Concern 41'))).toBe(true);
  await page.keyboard.press('Enter');
  await expect(card(page)).toContainText('Land 41 speaks of 41');
  expect(apart(await card(page).boundingBox(), await cell(page, 'Land 41', 'Concern 41').boundingBox())).toBe(true);
});

test('scrolled away from the focus, the next key goes on from where it was', async ({ page }) => {
  await cell(page, 'Land 3', 'Concern 3').focus();
  await page.keyboard.press('Escape');
  await scroller(page).hover();
  await page.mouse.wheel(6000, 3000);
  await expect(cell(page, 'Land 3', 'Concern 3')).toHaveCount(0);
  await page.keyboard.press('ArrowDown');
  await expect(cell(page, 'Land 4', 'Concern 3')).toBeFocused();
});

test('the search finds what is not drawn, in names and in quotes', async ({ page }) => {
  const search = page.getByRole('searchbox');
  await search.fill('concern 118');
  await expect(column(page, 'Concern 118')).toBeVisible();
  await expect(shown(page)).toHaveText(`1 of ${COLUMNS} concerns, ${ROWS} countries`);
  await search.fill('land 88 speaks of 103');
  await expect(cell(page, 'Land 88', 'Concern 103')).toBeVisible();
  await expect(page.getByRole('gridcell', { name: 'Land' })).toHaveCount(1);
  await search.fill('');
  await expect(shown(page)).toHaveText(`${COLUMNS} concerns, ${ROWS} countries`);
});

test('forty chips are a set, and the search leads to the others', async ({ page }) => {
  const concerns = chips(page, 'Concerns');
  const switches = concerns.getByRole('button', { pressed: true });
  await expect(switches).toHaveCount(40);
  await expect(concerns).toContainText(`By search: ${COLUMNS - 40} more`);
  await page.getByRole('searchbox').fill('concern 11');
  await expect(switches).toHaveCount(11);
  await button(concerns, 'Concerns: None').click();
  await concerns.getByRole('button', { name: /^Concern 115/ }).click();
  await page.getByRole('searchbox').fill('');
  await expect(column(page, 'Concern 115')).toBeVisible();
  await expect(shown(page)).toHaveText(`1 of ${COLUMNS} concerns, ${ROWS} countries`);
  await expect(concerns.getByRole('button', { name: /^Concern / }).first(), 'what is chosen comes first').toHaveText(/^Concern 115/);
});

test('a filter keeps the reader within what is left', async ({ page }) => {
  await cell(page, 'Land 1', 'Concern 1').focus();
  await page.keyboard.press('Control+End');
  await page.getByRole('searchbox').fill('concern 1');
  await expect(shown(page)).toHaveText(`32 of ${COLUMNS} concerns, ${ROWS} countries`);
  await expect(column(page, 'Concern 119')).toBeInViewport();
});

test('a link shows a cell that is not drawn yet', async ({ page }) => {
  await expect(card(page)).toContainText('Land 77 speaks of 88');
  await expect(cell(page, 'Land 77', 'Concern 88')).toBeInViewport();
});

test('swapped it is as large, and the deck shows one of it at a time', async ({ page }) => {
  await button(page, 'Swap').click();
  await expect(grid(page)).toHaveAttribute('aria-colcount', String(ROWS + 1));
  await cell(page, 'Land 1', 'Concern 1').focus();
  await page.keyboard.press('Control+End');
  await expect(last(page)).toBeFocused();
  await page.setViewportSize({ width: 400, height: 800 });
  await expect(page.getByRole('group', { name: 'One at a time' })).toContainText(`${ROWS} of ${ROWS}`);
});

test('axe finds nothing', async ({ page }) => {
  const { violations } = await new AxeBuilder({ page }).include('stance-matrix').setLegacyMode().analyze();
  expect(violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${target.flat().join(' ')}`))).toEqual([]);
});
