// The accessibility tree: what a screen reader has of each state, positions included, and what is announced.
import { expect, test } from '@playwright/test';
import { button, card, cell, chips, column, deck, grid, row, shown, tabIntoMatrix, visit } from './reader.mjs';

test('the matrix is a grid of named headers and cells', async ({ page }) => {
  await visit(page);
  await expect(grid(page)).toMatchAriaSnapshot(`
    - grid "Where Central Asia stands on Taliban-ruled Afghanistan":
      - caption
      - rowgroup:
        - row:
          - gridcell
          - columnheader "Power in Kabul"
          - columnheader "Security"
          - columnheader "People"
          - columnheader "Ties"
        - row:
          - gridcell
          - columnheader "Inclusive government":
            - button "Inclusive government"
          - columnheader "Recognising a new government":
            - button "Recognising a new government"
      - rowgroup:
        - row:
          - rowheader "Kazakhstan":
            - button "Kazakhstan"
          - 'gridcell "Kazakhstan, Inclusive government: Backs, 2 statements"'
          - 'gridcell "Kazakhstan, Recognising a new government: Not reported"'
  `);
});

test('under a filter rows and columns are where they seem to be', async ({ page }) => {
  await visit(page);
  await button(chips(page, 'Concerns'), 'Inclusive government').click();
  await page.getByRole('searchbox').fill('taliban');
  await expect(shown(page)).toHaveText(/of 12 concerns/);
  const [rows, columns] = await Promise.all([grid(page).getByRole('row').count(), grid(page).getByRole('columnheader').filter({ has: page.getByRole('button') }).count()]);
  const cells = await grid(page).getByRole('row').last().getByRole('gridcell').count();
  expect(cells, 'every row has a cell for each column').toBe(columns);
  expect(rows, 'headers, and a row for each country').toBe(2 + (await grid(page).getByRole('rowheader').count()));
  // Rows and columns of the table stand in the document, so that no number is needed that could be wrong.
  expect(await grid(page).locator('[aria-rowindex], [aria-colindex]').count()).toBe(0);
});

test('the card is a dialog with the words, who said them, when and where', async ({ page }) => {
  await visit(page);
  await cell(page, 'Uzbekistan', 'Border violations').click();
  await expect(card(page)).toMatchAriaSnapshot(`
    - dialog "Uzbekistan, Border violations":
      - button "Close"
      - paragraph: Uzbekistan · Border violations
      - paragraph:
        - strong: Stands against
      - paragraph: The Foreign Ministry declares that attempts to violate the state border will meet with a tough response.
      - list:
        - listitem:
          - figure "Ministry of Foreign Affairs of Republic of Uzbekistan In its own words · Undated · In English · Found in the source on 24 November 2026":
            - blockquote: /close contact with members of the Taliban/
            - text: Ministry of Foreign Affairs of Republic of Uzbekistan In its own words · Undated · In English · Found in the source on 24 November 2026
            - button "Share"
  `);
});

test('the deck is a group: the concern, an overview, and the countries in their piles', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await visit(page);
  await expect(deck(page)).toMatchAriaSnapshot(`
    - group "One at a time":
      - button "Previous" [disabled]
      - paragraph: 1 of 12
      - 'button "Next: Recognising a new government"'
      - button "Whole matrix"
      - paragraph: Power in Kabul
      - button "Inclusive government"
      - group "Overview":
        - button "Inclusive government"
        - button "Recognising a new government"
      - list:
        - listitem:
          - paragraph: Backs 3
          - list:
            - listitem:
              - 'button "Kazakhstan, Inclusive government: Backs, 2 statements"'
  `);
});

/** The texts that live regions have taken since the last time, as a screen reader would say them. */
async function listenToRegions(page) {
  await page.evaluate(() => {
    globalThis.said = [];
    const root = document.querySelector('stance-matrix').shadowRoot;
    const regions = '[role=status], [role=alert], [aria-live]:not([aria-live=off])';
    const heard = new Map();
    const note = () => {
      for (const region of root.querySelectorAll(regions)) {
        const text = region.textContent.trim();
        if (heard.get(region) !== text && heard.has(region) && text) globalThis.said.push(text);
        heard.set(region, text);
      }
    };
    note();
    new MutationObserver(note).observe(root, { childList: true, subtree: true, characterData: true });
  });
  return () => page.evaluate(() => globalThis.said.splice(0));
}

test('a change of what is shown is announced once, politely', async ({ page }) => {
  await visit(page);
  const said = await listenToRegions(page);
  await button(chips(page, 'Concerns'), 'Drug smuggling').click();
  await expect.poll(said).toEqual(['11 of 12 concerns, 5 countries']);
  await button(page, 'Show all').click();
  await expect.poll(said).toEqual(['12 concerns, 5 countries']);
  await cell(page, 'Kazakhstan', 'Inclusive government').click();
  await expect(card(page)).toBeVisible();
  expect(await said(), 'a card that has the focus is not announced as well').toEqual([]);
  expect(await page.locator('stance-matrix [role=alert], stance-matrix [aria-live=assertive]').count()).toBe(0);
});

test('a turn of the deck is announced once: the concern', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await visit(page);
  const said = await listenToRegions(page);
  await button(deck(page), 'Next').click();
  await expect.poll(said).toEqual(['Power in KabulRecognising a new government']);
});

test('one can skip the matrix, and everything that is focused can be seen to be', async ({ page }) => {
  await visit(page);
  await page.keyboard.press('Tab');
  await expect(button(page, 'Skip the matrix')).toBeFocused();
  await expect(button(page, 'Skip the matrix')).toBeInViewport();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Creative Commons' })).toBeFocused();
});

test('no focus is without an outline', async ({ page }) => {
  await visit(page);
  await tabIntoMatrix(page);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await page.evaluate(() => document.activeElement.blur());
  const unseen = [];
  for (let step = 0; step < 45; step += 1) {
    await page.keyboard.press('Tab');
    const found = await page.evaluate(() => {
      let node = document.activeElement;
      while (node?.shadowRoot?.activeElement) node = node.shadowRoot.activeElement;
      if (!node || node === document.body) return null;
      const shows = [node, ...node.children].some((one) => { const style = getComputedStyle(one); return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1; });
      return { name: node.outerHTML.slice(0, 80), shows };
    });
    if (found && !found.shows) unseen.push(found.name);
  }
  expect(unseen).toEqual([]);
});

test('Tab leads through the widget and out of it, and Shift+Tab the same way back', async ({ page }) => {
  await visit(page);
  await expect(page.getByText('In words', { exact: true })).toBeVisible();
  await page.evaluate(() => {
    for (const [place, id] of [['beforebegin', 'before'], ['afterend', 'after']]) {
      const link = Object.assign(document.createElement('a'), { href: '#', id, textContent: id });
      document.querySelector('stance-matrix').insertAdjacentElement(place, link);
    }
  });
  for (const [from, key, to] of [['before', 'Tab', 'after'], ['after', 'Shift+Tab', 'before']]) {
    await page.locator(`#${from}`).focus();
    let presses = 0;
    do {
      await page.keyboard.press(key);
      presses += 1;
    } while (presses < 80 && (await page.evaluate(() => document.activeElement.localName)) === 'stance-matrix');
    await expect(page.locator(`#${to}`), `after ${presses} times ${key}`).toBeFocused();
  }
});
