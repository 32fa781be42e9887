// The matrix in words: made from the data, in the reader's language.
import { list, number, say } from '../say.js';

/** From here on a stance's code is a silence. */
export const FIRST_SILENCE = 200;

/**
 * A sentence for the whole of what is shown, and for each of its columns and rows one, with the key of its header;
 * none of those where they would be more than `most`.
 */
export function sentences(facts, texts, most) {
  const [rows, columns] = facts.shown;
  const tell = (key, count, ...parts) => say(texts, key, count, ...parts);
  const counted = (noun, count) => tell(`${noun}.n`, count);
  const at = (row, column) => facts.codes[row * facts.columns.length + column];
  const isStated = (code) => code < FIRST_SILENCE;

  /** What is said of the places under each stance, in the order of the scale. */
  function each(codes, names, isRow) {
    const said = [];
    for (const [code, value, word, own] of facts.scale) {
      const here = names.filter((_, index) => codes[index] === +code);
      if (!here.length) continue;
      const isOurs = !isRow && !own && !isStated(+code);
      said.push(isOurs ? tell(`sum.${value}`, here.length, list(texts, here)) : tell('sum.stance', 0, word, list(texts, here)));
    }
    return said;
  }

  const lines = [];
  if (rows.length + columns.length <= most) {
    const name = (axis) => (place) => facts[axis][place][1];
    for (const column of columns) {
      const codes = Array.from(rows, (row) => at(row, column));
      const head = tell('sum.line', codes.filter(isStated).length, facts.columns[column][1], counted(facts.nouns[0], rows.length));
      lines.push([`:${column}`, [head, ...each(codes, Array.from(rows, name('rows')), false)].join(' ')]);
    }
    for (const row of rows) {
      const codes = Array.from(columns, (column) => at(row, column));
      const head = tell('sum.row', 0, facts.rows[row][1], number(texts, codes.filter(isStated).length), counted(facts.nouns[1], columns.length));
      lines.push([`${row}:`, [head, ...each(codes, Array.from(columns, name('columns')), true)].join(' ')]);
    }
  }

  // One for each code, which is a byte: a map would take a moment for a million cells.
  const counts = new Uint32Array(256);
  for (const row of rows) for (const column of columns) counts[at(row, column)] += 1;
  const stated = counts.subarray(0, FIRST_SILENCE).reduce((sum, count) => sum + count, 0);
  const both = tell('join', 0, counted(facts.nouns[0], rows.length), counted(facts.nouns[1], columns.length));
  const parts = facts.scale.filter(([code]) => counts[code]).map(([code, , word]) => tell('sum.stance', 0, word, number(texts, counts[code])));
  return { whole: [tell('sum', 0, both, number(texts, stated), number(texts, rows.length * columns.length)), ...parts].join(' '), lines };
}
