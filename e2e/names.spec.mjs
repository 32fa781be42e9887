// Every name that a publisher may use stands in four places, which must agree: the code, the README's tables, the
// package's manifest, and its types.
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect, test } from '@playwright/test';

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const text = (relative) => readFileSync(path(relative), 'utf8');
const [element] = JSON.parse(text('../target/npm/custom-elements.json')).modules[0].declarations;
const names = (list) => list.map(({ name }) => name);
const sorted = (list) => [...new Set(list)].sort();

/** The words in code of one column of the README's table with the header `title`; `a` … `c` names three. */
function table(title, column = 0) {
  const [, rows] = new RegExp(`^\\| ${title} \\|.*\\n\\|[-|]+\\|\\n((?:\\|.*\\n)+)`, 'm').exec(text('../README.md'));
  return rows.trim().split('\n').flatMap((row) => {
    const cells = row.split('|').slice(1);
    const cell = cells[column].includes('the same') ? cells[0] : cells[column];
    const range = /`(.*?)(\d)` … `\1(\d)`/.exec(cell);
    if (range) return Array.from({ length: range[3] - range[2] + 1 }, (_, index) => range[1] + (Number(range[2]) + index));
    return [...cell.matchAll(/`([^`(]+)(?:\([^`]*\))?`/g)].map(([, name]) => name);
  });
}

const TYPES = path('../npm/index.d.ts');
const program = ts.createProgram([TYPES], { strict: true });
const checker = program.getTypeChecker();
const exported = checker.getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(TYPES)));
const declared = (name) => checker.getDeclaredTypeOfSymbol(exported.find((symbol) => symbol.name === name));
/** The members that an interface has of its own. */
const members = (name, isWanted = () => true) => [...declared(name).symbol.members.values()].filter(isWanted).map((member) => member.name);
/** The texts of a union. */
const union = (name) => declared(name).types.map(({ value }) => value);

/** All files in a folder of the repository, as one text. */
const code = (folder) => readdirSync(path(folder)).filter((name) => name.includes('.')).map((name) => text(`${folder}/${name}`)).join('\n');
const found = (where, pattern) => [...where.matchAll(pattern)].map(([, name]) => name);

test('attributes', () => {
  const [, observed] = /const KEYS = \{(.*)\}/.exec(text('../embed/element.js'));
  const [, reflected] = /const REFLECTED = \[(.*)\]/.exec(text('../embed/element.js'));
  const ours = sorted([...found(observed, /(\w+):/g), ...found(reflected, /'(\w+)'/g), 'lang']);
  expect(sorted(names(element.attributes))).toEqual(ours);
  expect(sorted(table('attribute'))).toEqual(ours);
  expect(sorted(members('StanceMatrixAttributes'))).toEqual(ours);
});

test('properties', () => {
  const ours = sorted(members('StanceMatrix', ({ flags }) => !(flags & ts.SymbolFlags.Method)));
  expect(sorted(names(element.members.filter(({ kind }) => kind === 'field')))).toEqual(ours);
  expect(sorted(table('attribute', 1)).filter((name) => name !== 'lang')).toEqual(ours);
});

test('methods', () => {
  const ours = sorted(members('StanceMatrix', ({ flags }) => flags & ts.SymbolFlags.Method));
  expect(sorted(names(element.members.filter(({ kind }) => kind === 'method')))).toEqual(ours);
  expect(sorted(table('method'))).toEqual(ours);
});

test('events', () => {
  const sent = found(text('../src/host/event.rs'), /Self::new\("(\w+)"\)/g).map((name) => `stance-matrix:${name}`);
  const ours = sorted([...sent, ...['problem', 'error'].map((name) => `stance-matrix:${name}`)]);
  expect(sorted(names(element.events))).toEqual(ours);
  expect(sorted(table('event'))).toEqual(ours);
  expect(sorted(members('StanceMatrixEventMap'))).toEqual(ours);
});

test('parts', () => {
  // What comes later is made by script.
  const later = found(text('../embed/later.js'), /\bpart: '([\w-]+)'/g);
  const ours = sorted([...found(code('../src/view'), /\bpart=([\w-]+)/g), ...later]);
  expect(sorted(names(element.cssParts))).toEqual(ours);
  expect(sorted(table('part'))).toEqual(ours);
  expect(sorted(union('StanceMatrixPart'))).toEqual(ours);
});

test('custom properties', () => {
  const read = found(code('../styles') + code('../embed'), /(?:var\(|PropertyValue\(')(--stance-[\w-]+)/g);
  expect(sorted(names(element.cssProperties))).toEqual(sorted(read));
  expect(element.cssProperties.filter((property) => !property.default)).toEqual([]);
  expect(sorted(table('custom property'))).toEqual(sorted(read));
  expect(sorted(union('StanceMatrixProperty'))).toEqual(sorted(read));
});
