// axe finds nothing on the demo: in every state, light and dark, wide and narrow.
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { button, card, cell, deck, visit, visitMatrix, withoutTable } from './reader.mjs';

// What fades in has its colours only at the end.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** What axe finds, in a line for each node. */
async function faults(page) {
  // Only violations: to describe all that passed takes most of the time. Legacy mode: one frame needs no second page.
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode();
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} ${target.flat().join(' ')}: ${failureSummary}`));
}

const stances = (page) => page.getByRole('list', { name: 'Stances' });
const STATES = {
  'the matrix': (page) => visitMatrix(page),
  'a card that hover opened': async (page) => {
    await visitMatrix(page);
    await cell(page, 'Kyrgyzstan', 'Border violations').hover();
    await expect(card(page)).toBeVisible();
  },
  'a pinned card': async (page) => {
    await visitMatrix(page);
    await cell(page, 'Kyrgyzstan', 'Extremist groups').click();
    await expect(card(page)).toBeVisible();
  },
  'a card of a header': async (page) => {
    await visitMatrix(page);
    await button(page.getByRole('grid'), 'Kazakhstan').click();
    await expect(card(page)).toBeVisible();
  },
  'filters unfolded, some cells dimmed and words marked': async (page) => {
    await visitMatrix(page);
    await button(page, 'ilter').first().click();
    await button(page.getByRole('group', { name: 'Concerns' }), 'Drug smuggling').click();
    await page.getByRole('searchbox').fill('government');
    await button(stances(page), 'Backs').click();
    await cell(page, 'Kazakhstan', 'Inclusive government').click();
    await expect(card(page).locator('mark').first()).toBeVisible();
  },
  'one concern at a time': async (page) => {
    await visit(page);
    if (await deck(page).isVisible()) await button(page, 'Next').click();
  },
  'a card of one concern at a time': async (page) => {
    await visit(page);
    if (await deck(page).isVisible()) await button(deck(page), 'Kazakhstan').click();
  },
  'rows and columns swapped': async (page) => {
    await visitMatrix(page);
    await button(page, 'Swap rows and columns').click();
  },
  'the matrix in words': async (page) => {
    await visitMatrix(page);
    await page.getByText('In words', { exact: true }).click();
  },
  'the window for sharing': async (page) => {
    await visitMatrix(page);
    await cell(page, 'Kyrgyzstan', 'Extremist groups').click();
    await button(card(page), 'Share').first().click();
    await expect(page.getByRole('dialog', { name: 'Picture of the quote' })).toBeVisible();
  },
  'the matrix from right to left': async (page) => {
    await visitMatrix(page);
    await page.locator('stance-matrix').evaluate((element) => { element.lang = 'ar'; });
    await expect(page.locator('stance-matrix section')).toHaveCSS('direction', 'rtl');
    await page.getByRole('gridcell', { name: /^Kazakhstan.*Inclusive government/ }).click();
    await expect(card(page)).toBeVisible();
  },
  'nothing that fits': async (page) => {
    await visitMatrix(page);
    await page.getByRole('searchbox').fill('zebra');
    await expect(page.getByText('Nothing in the matrix fits')).toBeVisible();
  },
  'the table, before the widget has painted': async (page) => {
    await page.route('**/*.wasm', (route) => route.fulfill({ status: 404 }));
    await page.goto('./');
    await expect(page.getByRole('table')).toBeVisible();
  },
  'a failed load': async (page) => {
    await withoutTable(page);
    await page.route('**/statements.csv', (route) => route.fulfill({ status: 404 }));
    await page.goto('./');
    await expect(page.getByRole('alert')).toBeVisible();
  },
};

for (const colorScheme of ['light', 'dark']) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });
    for (const [state, reach] of Object.entries(STATES)) {
      test(`axe finds nothing on ${state}, ${colorScheme}, at 1280 and at 360 pixels`, async ({ page }) => {
        for (const [width, height] of [[1280, 720], [360, 640]]) {
          await page.setViewportSize({ width, height });
          await reach(page);
          expect.soft(await faults(page), `${width} pixels`).toEqual([]);
        }
      });
    }
  });
}

test('axe finds nothing with forced colours: matrix, card, deck', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  for (const [width, height] of [[1280, 720], [360, 640]]) {
    await page.setViewportSize({ width, height });
    await visit(page);
    expect.soft(await faults(page), `${width} pixels`).toEqual([]);
    await button(page, /^Kazakhstan$/).or(button(page, 'Kazakhstan, Inclusive')).first().click();
    await expect(card(page)).toBeVisible();
    expect.soft(await faults(page), `${width} pixels, card`).toEqual([]);
  }
});
