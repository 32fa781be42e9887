// Loading and what can go wrong: the element's own content is the reader's until the matrix is there.
import { expect, test } from '@playwright/test';
import { article, button, card, cell, grid, heard, listen, pack, publish, row, shown, visit } from './reader.mjs';

const CSV = 'country,concern,stance,kind,quote\nOstland,Bridges,supports,quote,We build\nWestland,Bridges,opposes,quote,We do not';
const PAGE = article('<stance-matrix src="datapackage.json"><p>All of it in words.</p></stance-matrix>');
const own = (page) => page.getByText('All of it in words.');
const alert = (page) => page.getByRole('alert');

async function open(page, files) {
  await listen(page);
  await publish(page, { 'index.html': PAGE, ...files });
  await page.goto('made/index.html');
}

test('while the data is on its way the own content is visible and a status says so', async ({ page }) => {
  await listen(page);
  await publish(page, { 'index.html': PAGE, ...pack(CSV) });
  let answer;
  const asked = new Promise((resolve) => {
    page.route('**/made/statements.csv', async (route) => {
      resolve();
      await new Promise((go) => { answer = go; });
      await route.fallback();
    });
  });
  await page.goto('made/index.html');
  await asked;
  await expect(shown(page)).toHaveText('Loading the matrix…');
  await expect(own(page)).toBeVisible();
  answer();
  await expect(grid(page)).toBeVisible();
  await expect(own(page)).toBeHidden();
  expect(await heard(page, 'ready')).toEqual([{ rows: 2, columns: 1, statements: 2, source: 'datapackage.json' }]);
});

test('an address that is not found leaves the own content, says what happened, and can be tried again', async ({ page }) => {
  const files = {};
  await open(page, files);
  await expect(alert(page)).toContainText('could not be loaded');
  await expect(alert(page)).toContainText(/127\.0\.0\.1:\d+\/made\/datapackage\.json answered with error 404/);
  await expect(own(page)).toBeVisible();
  expect(await heard(page, 'error')).toMatchObject([{ reason: 'network', message: expect.stringContaining('404') }]);
  await button(page, 'Try again').click();
  await expect.poll(() => heard(page, 'error')).toHaveLength(2);
  await expect(alert(page)).toBeVisible();
});

test('trying again shows the matrix once the server answers', async ({ page }) => {
  await listen(page);
  const files = { 'index.html': PAGE };
  await publish(page, files);
  await page.goto('made/index.html');
  await expect(alert(page)).toBeVisible();
  Object.assign(files, pack(CSV));
  await button(page, 'Try again').click();
  await expect(cell(page, 'Ostland', 'Bridges')).toBeVisible();
  await expect(alert(page)).toHaveCount(0);
  await expect(own(page)).toBeHidden();
});

test('a network that fails is told from a server that answers', async ({ page }) => {
  await publish(page, { 'index.html': PAGE });
  await page.route('**/made/datapackage.json', (route) => route.abort('internetdisconnected'));
  await page.goto('made/index.html');
  await expect(alert(page)).toContainText('could not be reached');
  await expect(own(page)).toBeVisible();
});

test('a page that is no data package is named as such', async ({ page }) => {
  await open(page, { 'datapackage.json': '<!doctype html><p>Please log in' });
  await expect(alert(page)).toContainText('made/datapackage.json is not a data package');
  await expect(own(page)).toBeVisible();
  expect(await heard(page, 'error')).toMatchObject([{ reason: 'mime' }]);
});

test('a package whose statements are missing says which file', async ({ page }) => {
  const { 'datapackage.json': descriptor } = pack(CSV);
  await open(page, { 'datapackage.json': descriptor });
  await expect(alert(page)).toContainText(/made\/statements\.csv answered with error 404/);
  await expect(own(page)).toBeVisible();
});

const TOO_LARGE = 'is too large to be read in a browser (over 500 MB).';

test('a file that its server calls too large is refused before it comes', async ({ page }) => {
  await listen(page);
  await publish(page, { 'index.html': PAGE, ...pack(CSV) });
  await page.route('**/made/statements.csv', (route) =>
    route.fulfill({ contentType: 'text/csv', headers: { 'content-length': '500000001' }, body: CSV }));
  await page.goto('made/index.html');
  await expect(alert(page)).toContainText(`made/statements.csv ${TOO_LARGE}`);
  await expect(own(page)).toBeVisible();
  expect(await heard(page, 'error')).toMatchObject([{ reason: 'data', message: expect.stringContaining('500 MB') }]);
});

// Memory that nobody writes to costs nothing: what is too large need not be there.
test('files that are too large together are refused when they have come', async ({ page }) => {
  await page.addInitScript(() => {
    const { arrayBuffer } = Response.prototype;
    Response.prototype.arrayBuffer = function () {
      return this.url.endsWith('.csv') ? Promise.resolve(new ArrayBuffer(300e6)) : arrayBuffer.call(this);
    };
  });
  const { 'datapackage.json': descriptor } = pack(CSV);
  const [statements] = JSON.parse(descriptor).resources;
  statements.schema.foreignKeys = [{ fields: 'country', reference: { resource: 'countries', fields: 'id' } }];
  const countries = { name: 'countries', path: 'countries.csv', schema: { fields: [{ name: 'id', type: 'string' }] } };
  await open(page, { ...pack(CSV, { resources: [statements, countries] }), 'countries.csv': 'id' });
  await expect(alert(page)).toContainText(`datapackage.json ${TOO_LARGE}`);
  await expect(own(page)).toBeVisible();
});

test('text that a script gives and that is too large is refused', async ({ page }) => {
  await open(page, pack(CSV));
  await expect(grid(page)).toBeVisible();
  await page.locator('stance-matrix').evaluate((element) => {
    element.data = 'x'.repeat(500e6 + 1);
  });
  await expect(alert(page)).toContainText(`data.csv ${TOO_LARGE}`);
  await expect(own(page)).toBeVisible();
});

test('a package with problems shows what is good, lists the rest, and tells the page', async ({ page }) => {
  await open(page, pack(`${CSV}\n,Bridges,supports,quote,Whose words?`));
  await expect(cell(page, 'Ostland', 'Bridges')).toBeVisible();
  const fold = page.getByText(/\d+ problems? in the data/);
  await expect(fold).toBeVisible();
  const problem = (await heard(page, 'problem')).find(({ row }) => row === 4);
  expect(problem).toEqual({
    severity: 'error', file: 'statements.csv', row: 4, column: 'country', text: 'The country is missing.', help: 'Fill it in; until then the row is not shown.',
  });
  await expect(page.getByText(problem.text)).toBeHidden();
  await fold.click();
  await expect(page.getByText(problem.text)).toBeVisible();
});

test('of a table and of what is loaded in its place all problems are told, and only the last are listed', async ({ page }) => {
  await listen(page);
  const table = '<table><thead><tr><th>Country</th><th>Bridges</th></tr></thead><tbody><tr><th>Ostland</th><td>Supports</td></tr></tbody></table>';
  await publish(page, { 'index.html': article(`<stance-matrix src="datapackage.json" loading="eager">${table}</stance-matrix>`), ...pack(`${CSV}\n,Bridges,supports,quote,Whose words?`) });
  // What tells of them comes once both have been read.
  await page.route('**/problems.js', async (route) => {
    await expect.poll(() => heard(page, 'ready')).toHaveLength(2);
    await route.fallback();
  });
  await page.goto('made/index.html');
  // Each in one go, whichever is first.
  await expect.poll(async () => [...new Set((await heard(page, 'problem')).map(({ file }) => file))].toSorted()).toEqual(['statements', 'statements.csv']);
  await expect(page.getByText(/\d+ problems? in the data/)).toHaveCount(1);
});

test('a package without statements says that there is nothing to show and keeps the own content', async ({ page }) => {
  await open(page, pack('country,concern,stance'));
  await expect(shown(page)).toContainText('There is nothing to show.');
  await expect(own(page)).toBeVisible();
});

test('without its module the element shows its own content and tells the page why', async ({ page }) => {
  await listen(page);
  await publish(page, { 'index.html': PAGE, ...pack(CSV) });
  await page.route('**/*.wasm', (route) => route.fulfill({ status: 404, body: 'Not found' }));
  await page.goto('made/index.html');
  await expect.poll(() => heard(page, 'error')).toMatchObject([{ reason: 'network', message: expect.stringContaining('error 404') }]);
  await expect(own(page)).toBeVisible();
  await expect(grid(page)).toHaveCount(0);
});

// Under another type than its own the module is compiled from bytes, and no file is named for its functions.
for (const type of ['application/wasm', 'application/octet-stream']) {
  test(`a crash in a view gives every element its own content back, ends all listening and says why: ${type}`, async ({ page }) => {
    await listen(page);
    await page.route('**/*.wasm', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, headers: { ...response.headers(), 'content-type': type } });
    });
    const two = article('<stance-matrix src="datapackage.json"><p>One in words.</p></stance-matrix><stance-matrix src="datapackage.json"><p>Two in words.</p></stance-matrix>');
    await publish(page, { 'index.html': two, ...pack(CSV) });
    await page.goto('made/index.html');
    await expect(grid(page)).toHaveCount(2);
    await expect(page.getByText('One in words.')).toBeHidden();
    const mended = await page.evaluateHandle(() => {
      const { insertBefore } = Node.prototype;
      Node.prototype.insertBefore = () => { throw new Error('no more nodes'); };
      return () => { Node.prototype.insertBefore = insertBefore; };
    });
    // Not by a pointer: a card that its rest opens would come before the press.
    await cell(page, 'Ostland', 'Bridges').first().dispatchEvent('click');
    await expect.poll(() => heard(page, 'error')).toMatchObject([{ reason: 'crash' }, { reason: 'crash' }]);
    await mended.evaluate((mend) => mend());
    await expect(grid(page)).toHaveCount(0);
    await expect(page.getByText('One in words.')).toBeVisible();
    await expect(page.getByText('Two in words.')).toBeVisible();
    const errors = [];
    page.on('pageerror', (error) => errors.push(error));
    await page.keyboard.press('Escape');
    await page.setViewportSize({ width: 500, height: 500 });
    await page.locator('stance-matrix').first().evaluate((element) => { element.lang = 'fr'; element.remove(); });
    expect(errors).toEqual([]);
  });
}

// As the engines write it down.
const STACKS = {
  Chromium: (module) => `RuntimeError: unreachable\n    at ${module}:wasm-function[333]:0x221ae\n    at ${module}:wasm-function[263]:0x1ec81`,
  Firefox: (module) => `@${module}:wasm-function[333]:0x221ae\n@${module}:wasm-function[263]:0x1ec81`,
  WebKit: () => '333@<?>:wasm-function[333]\n263@<?>:wasm-function[263]',
  Safari: () => '<?>.wasm-function[333]@[wasm code]\n<?>.wasm-function[263]@[wasm code]',
};
for (const [engine, stack] of Object.entries(STACKS)) {
  test(`a trap is told by its stack as ${engine} writes it, and from another module's`, async ({ page, baseURL }) => {
    await open(page, pack(CSV));
    await expect(grid(page)).toBeVisible();
    const trap = (stack) => page.evaluate((stack) => {
      dispatchEvent(new ErrorEvent('error', { error: Object.assign(new Error('unreachable'), { stack }) }));
    }, stack);
    const other = stack(`${baseURL}other.wasm`);
    if (other.includes('/')) await trap(other);
    expect(await heard(page, 'error')).toEqual([]);
    await trap(stack(`${baseURL}stance-matrix_bg.wasm`));
    expect(await heard(page, 'error')).toMatchObject([{ reason: 'crash' }]);
    await expect(own(page)).toBeVisible();
  });
}

test('an error in the page is none of the widget', async ({ page }) => {
  await page.addInitScript(() => addEventListener('stance-matrix:select', () => { throw new Error('of the page'); }));
  await open(page, pack(CSV));
  await cell(page, 'Ostland', 'Bridges').click();
  await expect(card(page)).toBeVisible();
  expect(await heard(page, 'error')).toEqual([]);
});

test('an error of a script in the folder of the widget, or of one that it calls, is none of the widget', async ({ page }) => {
  await page.route('**/theirs.js', (route) => route.fulfill({ contentType: 'text/javascript', body: `
    const fail = () => { throw new Error('of the page'); };
    addEventListener('stance-matrix:select', fail);
    addEventListener('stance-matrix:select', async () => fail());
    addEventListener('focusin', fail);
    // A function that does nothing but trap.
    const trap = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 97, 0, 0, 10, 5, 1, 3, 0, 0, 11];
    const { a } = new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(trap))).exports;
    addEventListener('fail', () => a());
    addEventListener('fail', () => { throw new Error(new URL('stance-matrix_bg.wasm', import.meta.url) + ' is late'); });` }));
  const errors = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await open(page, { ...pack(CSV), 'index.html': PAGE.replace('<body>', '<script type="module" src="../theirs.js"></script><body>') });
  await cell(page, 'Ostland', 'Bridges').click();
  await expect(card(page)).toBeVisible();
  await page.evaluate(() => dispatchEvent(new Event('fail')));
  await expect.poll(() => errors.length).toBeGreaterThan(4);
  expect(errors).toContain('unreachable');
  await cell(page, 'Westland', 'Bridges').press('Enter');
  await expect(card(page)).toHaveAccessibleName('Westland, Bridges');
  expect(await heard(page, 'error')).toEqual([]);
});

test('without scripts the element shows its own content', async ({ browser, baseURL }) => {
  const page = await browser.newPage({ javaScriptEnabled: false, baseURL });
  await publish(page, { 'index.html': PAGE });
  await page.goto('made/index.html');
  await expect(own(page)).toBeVisible();
  await page.close();
});

test('another address given to the element brings another matrix', async ({ page }) => {
  await open(page, { ...pack(CSV), 'other.csv': CSV.replaceAll('Ostland', 'Nordland') });
  // By key: a pointer that rests where the new matrix appears would open a card of that.
  await cell(page, 'Ostland', 'Bridges').press('Enter');
  await expect(card(page)).toBeVisible();
  await page.locator('stance-matrix').evaluate((element) => { element.src = 'other.csv'; });
  await expect(cell(page, 'Nordland', 'Bridges')).toBeVisible();
  await expect(row(page, 'Ostland')).toHaveCount(0);
  await expect(card(page)).toHaveCount(0);
});

test('another address that holds nothing, or none at all, gives the own content back', async ({ page }) => {
  await open(page, { ...pack(CSV), 'empty.csv': 'country,concern,stance' });
  await expect(own(page)).toBeHidden();
  const give = (src) => page.locator('stance-matrix').evaluate((element, src) => { element.src = src; }, src);
  await give('empty.csv');
  await expect(shown(page)).toContainText('There is nothing to show.');
  await expect(own(page)).toBeVisible();
  await give('datapackage.json');
  await expect(own(page)).toBeHidden();
  await give('');
  await expect(own(page)).toBeVisible();
  await expect(grid(page)).toHaveCount(0);
});

test('while another address is asked the table is the matrix, and stays it when that fails', async ({ page }) => {
  await listen(page);
  const TABLE = '<table><tr><td></td><th>Bridges</th></tr><tr><th>Tableland</th><td>Backs</td></tr></table>';
  const files = { 'index.html': article(`<stance-matrix src="datapackage.json">${TABLE}</stance-matrix>`) };
  await publish(page, files);
  await page.goto('made/index.html');
  await expect(cell(page, 'Tableland', 'Bridges')).toHaveText('Backs');
  const problems = async () => (await heard(page, 'problem')).filter(({ severity }) => severity === 'error');
  await expect.poll(problems).toMatchObject([{ text: expect.stringContaining('error 404') }]);
  expect(await heard(page, 'error')).toEqual([]);
  await expect(row(page, 'Tableland')).toBeVisible();
  Object.assign(files, pack(CSV));
  await page.locator('stance-matrix').evaluate((element) => { element.src = 'datapackage.json'; });
  await expect(row(page, 'Ostland')).toBeVisible();
  await expect(row(page, 'Tableland')).toHaveCount(0);
});

test('where the table holds nothing either, what is wrong with the address is said', async ({ page }) => {
  await publish(page, { 'index.html': article('<stance-matrix src="nowhere.json"><table></table></stance-matrix>') });
  await page.goto('made/index.html');
  await expect(alert(page)).toContainText('made/nowhere.json answered with error 404');
});

test('the page hears of the matrix and of each card, with ids and stance', async ({ page }) => {
  await listen(page);
  await visit(page);
  expect(await heard(page, 'ready')).toEqual([{ rows: 5, columns: 12, statements: 54, source: 'table' }]);
  await cell(page, 'Kazakhstan', 'Dealings with the Taliban').click();
  await page.keyboard.press('Escape');
  await expect(card(page)).toHaveCount(0);
  const [opened, closed] = (await heard(page, 'select')).filter(({ by }) => by === 'press');
  expect(opened).toMatchObject({ country: 'kazakhstan', concern: 'dealings', position: { stance: 'sets-terms', statements: 1 } });
  expect(closed).toEqual({ country: null, concern: null, position: null, by: 'press' });
});
