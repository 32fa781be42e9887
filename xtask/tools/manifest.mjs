// Writes down what the element says of itself in its comments, for editors and catalogues of components:
// `node manifest.mjs TOOLS FILE`, with the folder that npm's tools are installed in. By the analyser's functions,
// since its command looks for a package.json above its configuration until it finds one.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';

const [tools, manifest] = process.argv.slice(2);
const { create, ts } = await import(createRequire(resolve(tools, 'package.json')).resolve('@custom-elements-manifest/analyzer'));

const TAG = 'stance-matrix';
// In the package all scripts are one.
const FILE = 'embed.js';
const TOKENS = ['tokens.css', 'own.css'].map((name) => new URL(`../../styles/${name}`, import.meta.url));

/** What every custom property is where nobody sets it. */
function defaults() {
  const declared = TOKENS.flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/^ *(--stance-[\w-]+): (.*);$/gm)]);
  return new Map(declared.map(([, name, value]) => [name, value]));
}

/** A field for each attribute, since the element makes those in a loop; `lang` is every element's. */
function reflected({ attributes }) {
  return attributes.filter(({ name }) => name !== 'lang').map((attribute) => {
    attribute.fieldName = attribute.name;
    const { fieldName, default: _, ...field } = attribute;
    return { kind: 'field', ...field, attribute: fieldName, reflects: true };
  });
}

/** What a publisher may rely on, without what the element has for itself. */
function published(element) {
  const known = defaults();
  element.members = [...reflected(element), ...element.members.filter(({ privacy }) => privacy !== 'private')];
  // The analyser sees events sent under a name that is put together.
  element.events = element.events.filter(({ name }) => name);
  for (const property of element.cssProperties) property.default = known.get(property.name);
}

const source = readFileSync(new URL('../../embed/element.js', import.meta.url), 'utf8');
const { modules: [module] } = create({ modules: [ts.createSourceFile(FILE, source, ts.ScriptTarget.ESNext, true)] });
module.declarations.forEach(published);
module.exports = [{ kind: 'custom-element-definition', name: TAG, declaration: { name: 'StanceMatrix', module: FILE } }];
writeFileSync(manifest, JSON.stringify({ schemaVersion: '2.1.0', readme: 'README.md', modules: [module] }, null, 2) + '\n');
