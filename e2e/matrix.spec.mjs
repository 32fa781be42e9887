// The matrix at rest: a table that reads without colour, says what it is and where it comes from.
import { expect, test } from '@playwright/test';
import { article, button, cell, column, grid, pack, publish, row, visit, visitMatrix } from './reader.mjs';

const cells = (page) => grid(page).getByRole('gridcell').filter({ hasText: /\S/ });

for (const [width, height] of [[1280, 720], [360, 640]]) {
  test(`every cell shows its stance by a word and a mark besides its colour, at ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await visitMatrix(page);
    await expect(cells(page)).toHaveCount(60);
    const bare = await cells(page).evaluateAll((all) => all.filter((one) => {
      const mark = one.querySelector('svg')?.getBoundingClientRect();
      const words = document.createRange();
      words.selectNodeContents(one.querySelector('span'));
      const [word, box] = [words.getBoundingClientRect(), one.getBoundingClientRect()];
      return !(mark?.width > 8) || word.width < 20 || word.left < box.left || word.right > box.right;
    }).map((one) => one.getAttribute('aria-label')));
    expect(bare, 'cells without a mark, or whose word does not fit').toEqual([]);
  });
}

test('the table has a name, a header for every row and column, and themes above the concerns', async ({ page }) => {
  await visit(page);
  await expect(grid(page)).toHaveAccessibleName('Where Central Asia stands on Taliban-ruled Afghanistan');
  await expect(grid(page).getByRole('rowheader')).toHaveText(['Kazakhstan', 'Kyrgyzstan', 'Uzbekistan', 'Tajikistan', 'Turkmenistan']);
  for (const theme of ['Power in Kabul', 'Security', 'People', 'Ties']) await expect(column(page, theme)).toBeVisible();
});

test('no word of a header is broken where there is room', async ({ page }) => {
  await visit(page);
  const broken = await grid(page).getByRole('columnheader').getByRole('button').evaluateAll((all) => all.flatMap((header) => {
    const text = document.createTreeWalker(header, NodeFilter.SHOW_TEXT).nextNode();
    return [...text.data.matchAll(/\S+/g)].filter(({ 0: word, index }) => {
      const range = document.createRange();
      range.setStart(text, index);
      range.setEnd(text, index + word.length);
      return new Set([...range.getClientRects()].map(({ top }) => top)).size > 1;
    }).map(([word]) => word);
  }));
  expect(broken).toEqual([]);
});

test('each kind of silence has a word and a mark of its own', async ({ page }) => {
  const kinds = ['not-addressed', 'declined', 'abstained', 'not-asked', 'not-researched', 'conflicting', 'outdated'];
  const csv = ['country,concern,stance', 'Ostland,Bridges,supports', ...kinds.map((kind) => `Ostland,On ${kind},${kind}`)].join('\n');
  await publish(page, { 'index.html': article('<stance-matrix src="datapackage.json"></stance-matrix>'), ...pack(csv) });
  await visit(page, 'made/index.html');
  const looks = await cells(page).evaluateAll((all) => all.map((one) => [one.innerText.trim(), one.querySelector('path')?.getAttribute('d') ?? one.innerHTML]));
  expect(looks).toHaveLength(8);
  for (const part of [0, 1]) expect(new Set(looks.map((look) => look[part])).size).toBe(8);
  await expect(button(page.getByRole('list', { name: 'Stances' }), looks[2][0])).toBeVisible();
});

test('the headers stay in sight while a matrix higher and wider than the screen is scrolled', async ({ page }) => {
  await page.setViewportSize({ width: 700, height: 420 });
  await visit(page);
  await cell(page, 'Turkmenistan', 'Trade and energy links').scrollIntoViewIfNeeded();
  await grid(page).evaluate((table) => table.scrollIntoView());
  await page.mouse.move(350, 250);
  await page.mouse.wheel(0, 120);
  const [first, header] = [cell(page, 'Kazakhstan', 'Trade and energy links'), column(page, 'Trade and energy links')];
  await expect.poll(async () => {
    const [a, b] = [await first.boundingBox(), await header.boundingBox()];
    return a.y < b.y + b.height - 10;
  }, 'the first row goes under the header').toBe(true);
  await expect(header).toBeInViewport({ ratio: 0.9 });
  await expect(row(page, 'Turkmenistan')).toBeInViewport({ ratio: 0.9 });
});

test('under the matrix stand source, licence, date of the data, number of statements and order', async ({ page }) => {
  await visit(page);
  const line = (term) => page.getByRole('definition').nth(['Source', 'Licence', 'Data', 'Order'].indexOf(term));
  await expect(page.getByRole('term')).toHaveText(['Source', 'Licence', 'Data', 'Order']);
  await expect(line('Source')).toContainText('Relations of Central Asian states with Afghanistan');
  await expect(line('Licence').getByRole('link')).toHaveAttribute('href', 'https://creativecommons.org/licenses/by/4.0/');
  await expect(line('Data')).toContainText(/as of \d+ \w+ 20\d\d/);
  await expect(line('Data')).toContainText('54 statements');
  await expect(line('Order')).toContainText('Countries as in the article');
  await page.getByText('How this was made').last().click();
  await expect(page.getByText('It speaks of a Kyrgyz military presence')).toBeVisible();
});

test('the cells of a row are as high as the highest of them', async ({ page }) => {
  const csv = 'country,concern,stance\nOstland,Bridges,yes\nOstland,Rivers,only if it is given what it wants and then by all of the others and for as long as it wants it and by nobody else';
  await publish(page, { 'index.html': article('<stance-matrix src="datapackage.json"></stance-matrix>'), ...pack(csv) });
  await visit(page, 'made/index.html');
  const height = async (concern) => (await cell(page, 'Ostland', concern).locator('.fill').boundingBox()).height;
  expect(await height('Rivers')).toBeGreaterThan(60);
  expect(await height('Bridges')).toBe(await height('Rivers'));
});
