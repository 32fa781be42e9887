// The snippet: what the browser reads in it is what the command line does; it is whole without script,
// and the widget shows it.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';

const CORPUS = new URL('../target/snippets/', import.meta.url);
const TABLE = new URL('../embed/table.js', import.meta.url);

test('the browser reads what the command line reads, from whole snippets and from stripped ones', async ({ page }) => {
  expect(existsSync(CORPUS), '`cargo test --package stance` writes target/snippets').toBe(true);
  await page.route('**/table.js', (route) => route.fulfill({ contentType: 'text/javascript', body: readFileSync(TABLE) }));
  await page.goto('./icon.svg');
  const pairs = readdirSync(CORPUS).map((name) => JSON.parse(readFileSync(new URL(name, CORPUS))));
  const read = await page.evaluate(async (snippets) => {
    const { read } = await import('/table.js');
    return snippets.map((html) => read(new DOMParser().parseFromString(html, 'text/html').body));
  }, pairs.map(({ html }) => html));
  expect(pairs.length).toBeGreaterThan(50);
  pairs.forEach(({ html, package: expected }, index) => expect(read[index], html).toEqual(expected));
});
