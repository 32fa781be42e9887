// What is said of a quote that was found in its source.
import { readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { article, card, cell, pack, publish, visit } from './reader.mjs';

const file = (name) => readFileSync(fileURLToPath(new URL(`../${name}`, import.meta.url)), 'utf8');
// The script of a page, which Node.js would take for one of its own old kind.
const { normal } = await import(`data:text/javascript;base64,${Buffer.from(file('embed/later/normal.js')).toString('base64')}`);

test('quotes are written in one way, as the command line has it', () => {
  const proved = new Set(JSON.parse(file('data/central-asia/proof.json')).quotes.map(({ sha256 }) => sha256));
  const quotes = parse(file('data/central-asia/statements.csv'), { columns: true, bom: true }).map(({ quote }) => quote).filter(Boolean);
  expect(quotes.length).toBeGreaterThan(10);
  for (const quote of quotes) expect(proved, quote).toContain(createHash('sha256').update(normal(quote)).digest('hex'));
  // The cases of crates/stance/src/verify/normal.rs.
  for (const [text, expected] of [
    ['“We won’t,” he said', '"We won\'t," he said'],
    ['„so“ «ainsi» ‘thus’ ‹là›', '"so" "ainsi" \'thus\' \'là\''],
    ['  a \t b\r\nc\n\nd ', 'a b c d'],
    ['a\u00a0b\u202fc\u3000d', 'a b c d'],
    ['gov\u200bern\u00adment', 'government'],
    ['a \u200b b\ufeff', 'a b'],
    ['Betu\u0308l', 'Betül'],
    ['7-9 – a—b, C!', '7-9 – a—b, C!'],
    ['a...b', 'a … b'],
    ['a (…) b', 'a … b'],
    ['a [...] b', 'a … b'],
    ['a ( … ) b', 'a … b'],
    ['mobilized, (…) We', 'mobilized, … We'],
    ['a . . . b', 'a … b'],
    ['a.... b', 'a. … b'],
    ['a. . . . b', 'a. … b'],
    ['a…. b', 'a … b'],
    ['a …… b', 'a … b'],
    ['a … (…) b', 'a … b'],
    ['(…) We', '… We'],
    ['We…', 'We …'],
    ['etc. ... We', 'etc. … We'],
    ['We … [we] are', 'We … [we] are'],
    ['(…] a', '( … ] a'],
    ['a.. b', 'a.. b'],
    ['...', '…'],
    ['We go (....) home', 'We go (. … ) home'],
    ['', ''],
  ]) expect(normal(text), text).toBe(expected);
});

const sha256 = (text) => createHash('sha256').update(text).digest('hex');
const CSV = 'country,concern,stance,quote,source\nArden,Fishing,supports,We won’t go,Post\nBorea,Fishing,opposes,We will go,Post\n';
const FOUND = { quotes: [{ sha256: sha256("We won't go"), checked: '2026-11-24' }] };
const page = (data) => article(`<stance-matrix ${data}></stance-matrix>`);

async function open(page, country) {
  await page.keyboard.press('Escape');
  await cell(page, country, 'Fishing').click();
}

for (const [where, proof] of [['beside the package', 'proof.json'], ['in the package', FOUND]]) {
  test(`a quote that was found says so, another does not (proof ${where})`, async ({ page: reader }) => {
    const files = pack(CSV, { stanceMatrix: { proof } });
    await publish(reader, { 'index.html': page('src="datapackage.json"'), 'proof.json': JSON.stringify(FOUND), ...files });
    await visit(reader, 'made/index.html');
    await open(reader, 'Arden');
    await expect(card(reader)).toContainText('Found in the source on 24 November 2026');
    await open(reader, 'Borea');
    await expect(card(reader)).toContainText('We will go');
    await expect(card(reader)).not.toContainText('Found');
    await open(reader, 'Arden');
    await expect(card(reader)).toContainText('Found in the source on 24 November 2026');
  });
}

test('what is no proof proves nothing, and the card is whole', async ({ page: reader }) => {
  for (const text of ['nothing', '[]', '{"quotes": 3}', '{"quotes": [null]}', undefined]) {
    const files = pack(CSV, { stanceMatrix: { proof: 'proof.json' } });
    await publish(reader, { 'index.html': page('src="datapackage.json"'), ...files, ...(text && { 'proof.json': text }) });
    const [answer] = await Promise.all([reader.waitForResponse('**/proof.json'), visit(reader, 'made/index.html')]);
    await answer.finished();
    await open(reader, 'Arden');
    await expect(card(reader)).toContainText('We won’t go');
    await expect(card(reader)).not.toContainText('Found');
    await reader.unroute('**/made/**');
  }
});
