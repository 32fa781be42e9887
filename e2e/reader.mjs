// What the journeys share: how a reader finds things, what the page hears of it, and small packages
// and pages of a publisher, made where a journey needs them.
import { expect } from '@playwright/test';

export const grid = (within) => within.getByRole('grid');
export const deck = (within) => within.getByRole('group', { name: 'One at a time' });
export const cell = (within, country, concern) => within.getByRole('gridcell', { name: `${country}, ${concern}:` });
export const column = (within, concern) => within.getByRole('columnheader', { name: concern, exact: true });
export const row = (within, country) => within.getByRole('rowheader', { name: country, exact: true });
export const card = (within) => within.getByRole('dialog');
export const shown = (within) => within.getByRole('status');
export const chips = (within, of) => within.getByRole('group', { name: of });
export const button = (within, name) => within.getByRole('button', { name });

/** Opens a page and waits for its matrix. */
export async function visit(page, address = './') {
  await page.goto(address);
  await page.locator('stance-matrix').evaluateAll((elements) => elements.forEach((element) => { element.loading = 'eager'; }));
  await expect(grid(page).or(deck(page)).first()).toBeVisible();
}

/** Opens a page and shows its whole matrix, also where there is little room for it. */
export async function visitMatrix(page, address) {
  await visit(page, address);
  const whole = page.getByRole('button', { name: 'Whole matrix' });
  // Not by a pointer, which would rest on whatever comes under it and open cards there.
  if (await whole.isVisible()) await whole.dispatchEvent('click');
  await expect(grid(page).first()).toBeVisible();
}

/** Opens the demo with its clock stopped: from here on time passes only by `page.clock.runFor`. */
export async function visitWithoutTime(page) {
  await page.clock.install({ time: '2026-01-01T10:00:00' });
  await visitMatrix(page);
  await page.clock.pauseAt('2026-01-01T11:00:00');
}

/** Puts an address and a sentence in the place of the demo's table, wherever it is opened from here on. */
export async function withoutTable(page) {
  const element = '<stance-matrix loading="eager" src="data/central-asia/datapackage.json"><p>All of it in words.</p></stance-matrix>';
  await page.route((url) => url.pathname.endsWith('/'), async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace(/<stance-matrix>[^]*<\/stance-matrix>/, element);
    return route.fulfill({ response, body });
  });
}

/** Writes down every event of the widgets on the pages that are opened from here on. */
export async function listen(page) {
  await page.addInitScript(() => {
    globalThis.heard = [];
    for (const name of ['ready', 'select', 'filter', 'problem', 'error']) {
      addEventListener(`stance-matrix:${name}`, ({ detail }) => globalThis.heard.push({ name, detail }));
    }
  });
}

/** The details of the events called `name` so far. */
export const heard = (page, name) =>
  page.evaluate((wanted) => globalThis.heard.filter(({ name }) => name === wanted).map(({ detail }) => detail), name);

/** Puts the focus on the matrix as the keyboard does: from the control before it, by Tab. */
export async function tabIntoMatrix(page) {
  await page.getByRole('list', { name: 'Stances' }).getByRole('button').last().focus();
  await page.keyboard.press('Tab');
}

/** The middle of what a locator finds, once it is in sight. */
export async function middle(locator) {
  await locator.scrollIntoViewIfNeeded();
  const box = await locator.boundingBox();
  return [box.x + box.width / 2, box.y + box.height / 2];
}

/** Serves `files` (name to text) under `made/`, as a publisher's server would; the rest is not found there. */
export async function publish(page, files) {
  const kinds = { html: 'text/html', json: 'application/json', csv: 'text/csv' };
  await page.route('**/made/**', (route) => {
    const name = new URL(route.request().url()).pathname.split('/made/')[1];
    if (!(name in files)) return route.fulfill({ status: 404, body: 'Not found' });
    return route.fulfill({ contentType: `${kinds[name.split('.').pop()]};charset=utf-8`, body: files[name] });
  });
}

/** A publisher's page for `made/index.html`. */
export const article = (body, head = '') =>
  `<!doctype html><html lang="en-GB"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>An article</title>
  <link rel="icon" href="data:,">${head}<script type="module" src="../embed.js"></script><body>${body}`;

/** The files of a data package with the statements `csv`. */
export function pack(csv, more = {}) {
  const fields = csv.split('\n', 1)[0].split(',').map((name) => ({ name, type: 'string' }));
  const resources = [{ name: 'statements', path: 'statements.csv', schema: { fields } }];
  return { 'datapackage.json': JSON.stringify({ name: 'made', title: 'A made matrix', resources, ...more }), 'statements.csv': csv };
}

/** Whether two boxes on screen have nothing in common. */
export const apart = (a, b) => a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
