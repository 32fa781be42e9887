// The tables that a widget reads, in pieces of CSV: each is made when the module asks for it, so that it never has all of
// a large one.

// Bytes or letters of a piece, and rows.
const LENGTH = 1 << 16;
const ROWS = 1 << 8;

/**
 * Gives the widget the data package of a `file`: what it says, then the tables that stand in it, as rows, or as the text
 * or the bytes of a CSV. The paths of the files that it needs besides.
 */
export function pack(widget, file, descriptor) {
  const tables = [];
  const bare = (resource) => {
    const data = resource?.data;
    const isRows = Array.isArray(data);
    if (!isRows && typeof data !== 'string' && !(data instanceof Uint8Array)) return resource;
    // No path has a colon at its beginning.
    const key = `:${tables.push(data)}`;
    return { ...resource, data: key, dialect: isRows ? null : resource.dialect };
  };
  const resources = descriptor?.resources;
  const paths = widget.package(file, Array.isArray(resources) ? { ...descriptor, resources: resources.map(bare) } : descriptor);
  tables.forEach((data, index) => table(widget, `:${index + 1}`, data));
  return paths;
}

/** Gives the widget a table under its path or its key. */
export function table(widget, key, data) {
  const [length, cut] = Array.isArray(data) ? [ROWS, rows(data)] : [LENGTH, typeof data === 'string' ? text(data) : bytes(data)];
  widget.file(key, Math.ceil(data.length / length), (place) => cut(place * length, (place + 1) * length));
}

const bytes = (data) => (from, to) => data.subarray(from, to);

const encoded = (words) => new TextEncoder().encode(words);

/** A letter of two parts goes with its first. */
const text = (data) => {
  const edge = (at) => at + ((data.charCodeAt(at) & 0xfc00) === 0xdc00);
  return (from, to) => encoded(data.slice(edge(from), edge(to)));
};

/** Rows as objects, or as lists with a header among them; crates/matrix/src/csv.rs makes the same of them. */
const rows = (data) => {
  let header;
  const line = (row) => {
    if (Array.isArray(row)) return `${row.map(field).join()}\n`;
    return isObject(row) ? `${header.map((key) => field(row[key])).join()}\n` : '';
  };
  return (from, to) => {
    header ??= keys(data);
    const head = !from && header.length ? line(header) : '';
    return encoded(head + data.slice(from, to).map(line).join(''));
  };
};

const isObject = (row) => typeof row === 'object' && row && !Array.isArray(row);

/** The keys of all objects. One more than are read is enough to tell of them. */
function keys(data) {
  const all = new Set();
  for (const row of data) if (isObject(row)) Object.keys(row).forEach((key) => all.add(key));
  return [...all].slice(0, 1001);
}

const field = (value) => {
  if (typeof value === 'string') return `"${value.replaceAll('"', '""')}"`;
  return typeof value === 'number' || typeof value === 'boolean' ? value : '';
};
