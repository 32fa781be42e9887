// Pages that hold the element in all sorts of places, and pages with careless or hostile styles.
import { expect, test } from '@playwright/test';
import { article, button, card, cell, column, deck, grid, heard, listen, pack, publish, row, shown } from './reader.mjs';

const CSV = 'country,group,concern,theme,stance,kind,quote,source\nOstland,East,Bridges,Roads,supports,quote,We build,P\nWestland,West,Rivers,Water,opposes,quote,We do not,P';
const ELEMENT = '<stance-matrix src="datapackage.json"></stance-matrix>';

async function open(page, body, head = '') {
  await listen(page);
  await publish(page, { 'index.html': article(body, head), ...pack(CSV) });
  await page.goto('made/index.html');
}

/** The main journey: a card opens, stays, closes; a filter narrows. */
async function expectMatrix(page) {
  await cell(page, 'Ostland', 'Bridges').click();
  await expect(card(page)).toHaveAccessibleName('Ostland, Bridges');
  await page.keyboard.press('Escape');
  await expect(card(page)).toHaveCount(0);
  await button(page, /^Opposes/).click();
  await expect(shown(page)).toHaveText('1 of 2 concerns, 1 of 2 countries');
  await button(page, 'Show all').click();
  await expect(row(page, 'Ostland')).toBeVisible();
}

test('inside another shadow root it works as anywhere', async ({ page }) => {
  await open(page, '<div id="outer"></div>');
  await page.locator('#outer').evaluate((outer, html) => { outer.attachShadow({ mode: 'open' }).innerHTML = html; }, ELEMENT);
  await expect(grid(page)).toBeVisible();
  await expectMatrix(page);
});

test('inside a closed shadow root presses open and close the card, and the page hears of it', async ({ page }) => {
  await open(page, '<p>Before.</p><div id="outer"></div>');
  await page.locator('#outer').evaluate((outer, html) => {
    globalThis.outer = outer.attachShadow({ mode: 'closed' });
    globalThis.outer.innerHTML = html;
  }, ELEMENT);
  await expect.poll(() => heard(page, 'ready')).toHaveLength(1);
  const inside = (read) => page.evaluate(`(${read})(outer.querySelector('stance-matrix').shadowRoot)`);
  const dialogs = () => inside((shadow) => shadow.querySelectorAll('[role=dialog]').length);
  const { x, y } = await inside((shadow) => {
    const box = shadow.querySelector('td[data-key="0:0"]').getBoundingClientRect();
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  });
  await page.mouse.click(x, y);
  await expect.poll(dialogs).toBe(1);
  await page.mouse.click(x, y);
  await expect.poll(dialogs).toBe(0);
  await page.mouse.click(x, y);
  await expect.poll(dialogs).toBe(1);
  await page.getByText('Before.').click();
  await expect.poll(dialogs).toBe(0);
});

test('in a dialog that is opened later, modal, the card stands above it and Escape closes one thing at a time', async ({ page }) => {
  await open(page, `<button onclick="document.querySelector('dialog').showModal()">Open</button><dialog>${ELEMENT}</dialog>`);
  await button(page, 'Open').click();
  await expect(grid(page)).toBeVisible();
  await cell(page, 'Ostland', 'Bridges').click();
  const opened = page.getByRole('dialog', { name: 'Ostland, Bridges' });
  await expect(opened).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('Escape');
  await expect(opened).toHaveCount(0);
  await expect(grid(page)).toBeVisible();
});

test('in a part of the page that is shown later it starts then', async ({ page }) => {
  await open(page, `<button onclick="document.querySelector('section').hidden = false">Show</button><section hidden>${ELEMENT}</section>`);
  await button(page, 'Show').click();
  await expect(grid(page)).toBeVisible();
  await expectMatrix(page);
});

test('in a box of any width nothing spills over, and the headers can be read', async ({ page }) => {
  await page.setViewportSize({ width: 1800, height: 900 });
  await open(page, `<div id="box">${ELEMENT}</div>`);
  await expect(grid(page)).toBeVisible();
  for (const width of [200, 320, 600, 1000, 1600]) {
    await page.locator('#box').evaluate((box, wide) => { box.style.width = `${wide}px`; }, width);
    const spills = await page.locator('stance-matrix').evaluate((element) => element.shadowRoot.querySelector('section').scrollWidth - element.clientWidth);
    expect(spills, `at ${width} pixels`).toBeLessThanOrEqual(0);
    await expect(column(page, 'Bridges').or(button(deck(page), 'Bridges').first())).toBeVisible();
  }
});

const styles = {
  'everything unset': '* { all: unset }',
  'rules for tables, buttons and details': 'table, td, th { border: 5px solid red !important; display: block } button { display: none; font-size: 40px } details { display: none } p, ul { margin: 50px }',
  'a huge line height': 'html { line-height: 4; letter-spacing: 1em; text-transform: uppercase; font-size: 16px }',
  'another zoom': 'html { zoom: 1.5 }',
};
for (const [what, css] of Object.entries(styles)) {
  test(`a page with ${what} does not change the widget`, async ({ page }) => {
    await open(page, ELEMENT);
    await expect(grid(page)).toBeVisible();
    const look = () => page.locator('stance-matrix').evaluate((element) => {
      const parts = ['[role=gridcell], td[data-key]', 'th button', '[role=status]', 'ul button', 'h2', 'footer'].map((one) => element.shadowRoot.querySelector(one));
      return parts.map((part) => {
        const { display, borderTopWidth, lineHeight, letterSpacing, textTransform, fontSize, marginTop, color } = getComputedStyle(part);
        return { display, borderTopWidth, lineHeight, letterSpacing, textTransform, fontSize, marginTop, color };
      });
    });
    const before = await look();
    await page.evaluate((text) => { const style = document.createElement('style'); style.textContent = text; document.head.append(style); }, css);
    expect(await look()).toEqual(before);
    await expectMatrix(page);
  });
}

test('documented properties and parts do change it, and the theme is the host\'s switch', async ({ page }) => {
  await open(page, ELEMENT, '<style>:root { color-scheme: light dark } stance-matrix { --stance-accent: rgb(1, 2, 3); --stance-page: light-dark(rgb(250, 250, 250), rgb(5, 5, 5)) } stance-matrix::part(title) { font-size: 31px }</style>');
  await expect(grid(page)).toBeVisible();
  await expect(page.getByRole('heading', { name: 'A made matrix' })).toHaveCSS('font-size', '31px');
  await expect(button(page, 'Concerns: None')).toHaveCSS('color', 'rgb(1, 2, 3)');
  const corner = page.locator('stance-matrix thead');
  await expect(corner).toHaveCSS('background-color', 'rgb(250, 250, 250)');
  await page.locator('stance-matrix').evaluate((element) => { element.theme = 'dark'; });
  await expect(corner).toHaveCSS('background-color', 'rgb(5, 5, 5)');
});
