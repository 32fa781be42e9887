// The JSON Schemas in `schema/`, as an editor holds a package against them.
import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import { expect, test } from '@playwright/test';

const read = (path) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
const json = (path) => JSON.parse(read(path));
// Strict: a schema that no editor would take as it is meant is a fault as well.
const valid = (path) => new Ajv({ strict: true, allErrors: true }).compile(json(path));
const wholes = valid('schema/datapackage.json');
const ours = valid('schema/stance-matrix.json');

const docs = [...read('docs/data.md').matchAll(/^```json\n(.*?)^```/gms)].map(([, block]) => JSON.parse(block));
const packages = {
  'the demo': json('data/central-asia/datapackage.json'),
  'a new one': JSON.parse(read('crates/stance/src/new/datapackage.json').replace('{title}', '"Lake"')),
  'that of the docs': docs.find((example) => example.resources),
};

for (const [name, descriptor] of Object.entries(packages)) {
  test(`a package fits: ${name}`, () => {
    expect(wholes(descriptor), JSON.stringify(wholes.errors)).toBe(true);
    expect(ours(descriptor.stanceMatrix), JSON.stringify(ours.errors)).toBe(true);
  });
}

const pack = (stanceMatrix) => ({ resources: [{ name: 'statements', path: 'statements.csv' }], stanceMatrix });

test('what the standard has besides is let through, in every form that the widget reads', () => {
  const stance = { name: 'stance', categories: ['yes', 2, { value: 3, label: 'No' }], example: 'yes' };
  const data = [['country', 'concern', 'stance'], ['a', 'b', 'yes']];
  const keys = { fields: ['country'], reference: { resource: 'countries', fields: ['id'] } };
  const resources = [
    { name: 'statements', data, profile: 'tabular-data-resource', schema: { fields: [stance], foreignKeys: [keys], primaryKey: 'id' } },
    { name: 'countries', path: ['countries.csv'], schema: 'countries.json' },
  ];
  expect(wholes({ resources, keywords: ['lake'], contributors: [{ title: 'We' }] }), JSON.stringify(wholes.errors)).toBe(true);
});

for (const [name, wrong] of Object.entries({
  'a word that is none of ours': { scale: { yes: { colour: 'red' } } },
  'a colour without its key': { scale: { yes: 'red' } },
  'a list that is none': { rows: 'country' },
  'a title that is no text': { translations: { ru: { title: 7 } } },
  'null where there is nothing': { order: null },
})) {
  test(`an editor marks ${name}`, () => {
    expect(ours(wrong)).toBe(false);
    expect(wholes(pack(wrong))).toBe(false);
    expect(wholes(pack({}))).toBe(true);
  });
}
