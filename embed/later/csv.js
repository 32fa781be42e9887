// Statements as a file for spreadsheets, in the columns of the data contract.

const COLUMNS = ['kind', 'summary', 'quote', 'text', 'speaker', 'role', 'date', 'source', 'url', 'lang', 'translation'];

/** The statements as CSV, rows and columns by their names; groups and themes where there are any. */
export function csv({ nouns, rows, columns, scale }, statements) {
  const values = new Map(scale.map(([code, value]) => [code, value]));
  const grouped = (axis) => axis.some(([, , group]) => group);
  const groups = [['group', rows, 0], ['theme', columns, 1]].filter(([, axis]) => grouped(axis));
  const head = [...nouns, ...groups.map(([name]) => name), 'stance', ...COLUMNS];
  const lines = statements.map(([row, column, code, ...rest]) => {
    const group = groups.map(([, axis, place]) => axis[place ? column : row][2]);
    return [rows[row][1], columns[column][1], ...group, values.get(code) ?? '', ...rest];
  });
  // The mark at the start tells spreadsheets that it is UTF-8.
  return `\ufeff${[head, ...lines].map((line) => line.map(field).join(',')).join('\r\n')}\r\n`;
}

/** A field between quotation marks; one that a spreadsheet would take for a formula begins with an apostrophe. */
function field(text) {
  const safe = /^\s*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
