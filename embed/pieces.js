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
    // What can be cut is text, bytes or rows, which are cut as CSV with commas. No path begins with a colon.
    return data?.slice ? { ...resource, data: `:${tables.push(data)}`, dialect: !Array.isArray(data) && resource.dialect } : resource;
  };
  const resources = descriptor?.resources;
  const paths = widget.package(file, Array.isArray(resources) ? { ...descriptor, resources: resources.map(bare) } : descriptor);
  widget.all = widget.done = 0;
  tables.forEach((data, index) => table(widget, `:${index + 1}`, data));
  return paths;
}

/** Gives the widget a table under its path or its key, and counts its pieces, with the empty one at the end. */
export function table(widget, key, data) {
  const [cut, length] = Array.isArray(data) ? [rows(data), ROWS] : [data, LENGTH];
  // Of a letter of two parts the second, from 55 × 2¹⁰ on, goes with the first.
  const edge = (at) => at + (data.charCodeAt?.(at) >> 10 === 55);
  widget.all += Math.ceil(data.length / length) + 1;
  widget.file(key, (place) => {
    widget.done += 1;
    const piece = cut.slice(edge(place * length), edge((place + 1) * length));
    return piece.buffer ? piece : new TextEncoder().encode(piece);
  });
}

/** Rows as objects, or as lists with a header among them, to be cut as CSV; crates/matrix/src/csv.rs makes the same of them. */
function rows(data) {
  const keys = new Set();
  const all = data.filter(isObject);
  for (const row of all) if (!Array.isArray(row)) for (const key of Object.keys(row)) keys.add(key);
  // One more than are read is enough to tell of them.
  const header = [...keys].slice(0, 1001);
  const line = (row) => `${(Array.isArray(row) ? row : header.map((key) => row[key])).map(field).join()}\n`;
  return { slice: (from, to) => (from || !keys.size ? '' : line(header)) + all.slice(from, to).map(line).join('') };
}

const isObject = (value) => Object(value) === value;

const quoted = (text) => `"${text.replaceAll('"', '""')}"`;
const field = (value) => (isObject(value) ? '' : /[",\s]/.test(value) ? quoted(value) : value);
