// The snippet, a table inside the element, as a data package: docs/snippet.md. What shows is read from the
// text; `data-*` attributes, where they have survived, add what does not show. crates/stance/src/table.rs
// reads the same outside the browser, and a journey holds the two together.

/** The data package of the table in `root`, with its data inline; undefined where there is no table. */
export function read(root) {
  const table = root.querySelector('table');
  const [head, ...body] = table?.rows ?? [];
  if (!head) return undefined;
  const descriptor = json(root.querySelector('[data-package]') ?? root, 'data-package') ?? legend(root, table);
  const words = wordsOf(descriptor);
  const columns = places([...head.cells].slice(1));
  const rows = places(body.map(({ cells }) => cells[0]).filter(Boolean));
  const statements = [];
  body.filter(({ cells }) => cells.length).forEach(({ cells }, row) => {
    [...cells].slice(1, columns.length + 1).forEach((cell, column) => {
      const base = { [words.row]: rows[row].id, [words.column]: columns[column].id };
      statements.push(...readCell(cell, words, base));
    });
  });
  // In the order of the file, where that is known.
  statements.sort((a, b) => (a['#'] ?? Infinity) - (b['#'] ?? Infinity) || 0);
  for (const statement of statements) delete statement['#'];
  const data = { statements, [words.rows]: rows, [words.columns]: columns };
  for (const resource of descriptor.resources ?? []) {
    if (!data[resource.name]) continue;
    delete resource.path;
    resource.data = asRows(resource.schema?.fields ?? [], data[resource.name]);
  }
  return descriptor;
}

/** What headers say; two of one name are two, as in the table. */
function places(headers) {
  const ids = [];
  return headers.map((header) => {
    const name = text(header);
    const slug = name.toLowerCase().replace(/[^\p{Alphabetic}\p{N}]+/gu, '-') || '-';
    let id = slug;
    for (let number = 2; ids.includes(id); number += 1) id = `${slug}-${number}`;
    const place = { id, name, ...json(header, 'data-more') };
    ids.push(place.id);
    return place;
  });
}

/** What rows and columns are called, and what the words of stances mean. */
function wordsOf({ stanceMatrix, resources }) {
  const [row, rows] = stanceMatrix?.rows ?? ['country', 'countries'];
  const [column, columns] = stanceMatrix?.columns ?? ['concern', 'concerns'];
  const fields = resources?.[0]?.schema?.fields ?? [];
  const stances = fields.flatMap(({ categories = [], missingValues = [] }) => [...categories, ...missingValues]);
  return { row, rows, column, columns, stances };
}

const SILENCES = {
  'Does not say': 'not-addressed', 'Declined to say': 'declined', Abstained: 'abstained', 'Not asked': 'not-asked',
  'Not researched': 'not-researched', Conflicting: 'conflicting', Outdated: 'outdated',
};
const KINDS = { 'In its own words': 'quote', 'In others’ words': 'about', 'As reported': 'paraphrase', Done: 'action' };

/** The statements of a cell. Its word alone is one, unless it says that nobody looked. */
function readCell(cell, { stances }, base) {
  const details = cell.querySelector('details');
  const word = text(cell, details);
  const stance = word && (stances.find(({ label }) => collapsed(label ?? '') === word)?.value ?? SILENCES[word] ?? word);
  const items = [...(details?.querySelectorAll('li') ?? [])];
  if (!items.length) return stance && stance !== 'not-researched' ? [{ ...base, stance, ...json(cell, 'data-more') }] : [];
  const summary = paragraphs(details).map((p) => text(p)).join(' ');
  return items.map((item, index) => ({
    ...base, stance, ...readStatement(item), summary: index ? '' : summary, ...json(item, 'data-more'),
  }));
}

/** What shows of a statement. Its last paragraph says what it is, who said it, when and where. */
function readStatement(item) {
  const quote = item.querySelector('blockquote');
  const report = paragraphs(item);
  const about = report.pop() ?? item;
  const part = (tag) => (about.querySelector(tag) ? text(about.querySelector(tag)) : '');
  // An interval has two.
  const days = [...about.querySelectorAll('time')].map((time) => time.getAttribute('datetime') || text(time));
  return {
    kind: KINDS[part('small')] ?? (quote ? 'quote' : 'paraphrase'),
    quote: quote ? text(quote) : '',
    text: report.map((p) => text(p)).join(' '),
    speaker: part('strong'),
    role: part('em'),
    date: days.join('/'),
    source: part('cite'),
    url: about.querySelector('a')?.getAttribute('href') ?? '',
    lang: quote?.getAttribute('lang') ?? '',
  };
}

/**
 * The descriptor of a table without one: its caption, its sources, and the words of its legend. The first
 * numbered list outside the table is the scale, the words of the other list are silences.
 */
function legend(root, table) {
  const outside = (tag) => [...root.querySelectorAll(tag)].filter((node) => !table.contains(node));
  const items = (tag) => [...(outside(tag)[0]?.children ?? [])].filter(({ localName }) => localName === 'li').map((item) => text(item));
  const silence = (item) => {
    // A word of the package's own is followed by the usual one.
    const [, label, usual] = /^(.*) \((.*)\)$/.exec(item) ?? [null, item, item];
    return SILENCES[usual] ? { label, value: SILENCES[usual] } : { label: item, value: 'not-addressed' };
  };
  const small = table.caption?.querySelector('small');
  const key = (fields, resource) => ({ fields, reference: { resource } });
  const stance = {
    name: 'stance',
    categories: items('ol').map((label) => ({ label, value: label })),
    categoriesOrdered: true,
    missingValues: items('ul').map(silence),
  };
  const schema = {
    fields: [{ name: 'country' }, { name: 'concern' }, stance],
    foreignKeys: [key('country', 'countries'), key('concern', 'concerns')],
  };
  return {
    title: table.caption ? text(table.caption, small) : '',
    description: small ? text(small) : '',
    sources: outside('cite').map((cite) => ({ title: text(cite), path: cite.querySelector('a')?.getAttribute('href') ?? '' })),
    resources: [{ name: 'statements', schema }, { name: 'countries' }, { name: 'concerns' }],
  };
}

/** Rows as lists, the header first: the fields of the schema, then whatever the rows have besides. */
function asRows(fields, rows) {
  const header = [...new Set([...fields.map(({ name }) => name), ...rows.flatMap(Object.keys)])];
  return [header, ...rows.map((row) => header.map((key) => row[key] ?? null))];
}

function json(node, attribute) {
  try {
    return JSON.parse(node.getAttribute(attribute)) ?? undefined;
  } catch {
    // Cut off by a content system: what shows is read all the same.
    return undefined;
  }
}

const paragraphs = (node) => [...node.children].filter(({ localName }) => localName === 'p');
const collapsed = (words) => words.trim().replace(/\s+/g, ' ');

/** All text below a node but for what is in `leftOut`; paragraphs and line breaks part words. */
function text(node, leftOut) {
  const collect = (inner) => {
    if (inner === leftOut) return '';
    if (inner.nodeType === Node.TEXT_NODE) return inner.data;
    const words = [...inner.childNodes].map(collect).join('');
    return /^(p|br|div|li)$/.test(inner.localName) ? ` ${words} ` : words;
  };
  return collapsed(collect(node));
}
