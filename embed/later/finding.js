// What the fault lines of a matrix are, in a sentence: made from the data, in the reader's language.
import { list, number, percent, say } from '../say.js';
import { FIRST_SILENCE } from './sentence.js';

// More names than this are not read; the others are counted.
const MOST_NAMES = 8;
// Pairs of rows that must be known for blocs to be told of.
const ENOUGH = 0.5;

/**
 * What `find` of the module says of these rows and columns, each in the author's order: the `order`, the `blocs` in it,
 * which share of the pairs is `known`, and by how much two rows agree on average `within` a bloc and `across` blocs.
 */
export function faultLines(find, { codes, columns: { length: width }, scale }, rows, columns) {
  const shown = new Uint8Array(rows.length * columns.length);
  let place = 0;
  for (const row of rows) for (const column of columns) shown[(place += 1) - 1] = codes[row * width + column];
  const levels = scale.filter(([code]) => code < FIRST_SILENCE).length;
  const [known, within, across, ...places] = find(shown, columns.length, levels);
  const [order, blocs, blocOf] = [[], [], new Map()];
  for (let at = 0; at < places.length; at += 2) {
    const [row, bloc] = [rows[places[at]], places[at + 1]];
    order.push(row);
    blocOf.set(row, bloc);
    if (bloc) (blocs[bloc - 1] ??= []).push(row);
  }
  return { order, blocs, blocOf, known, within, across };
}

/** The sentence. */
export function finding({ order, blocs, blocOf, known, within, across }, facts, texts) {
  const [rows, columns] = facts.nouns.map((noun, axis) => say(texts, `${noun}.n`, facts.shown[axis].length));
  if (known < ENOUGH) return say(texts, 'lines.few', 0, rows, columns);
  if (!blocs.length) return say(texts, 'lines.none', 0, rows);
  const name = (row) => facts.rows[row][1];
  const names = (places) => {
    const rest = places.length - MOST_NAMES;
    const read = rest > 1 ? [...places.slice(0, MOST_NAMES).map(name), say(texts, 'lines.rest', rest)] : places.map(name);
    return list(texts, read);
  };
  const [first, ...others] = blocs.toSorted((one, other) => other.length - one.length);
  const apart = order.filter((row) => !blocOf.get(row));
  const said = [say(texts, 'lines.bloc', first.length, number(texts, first.length), rows, names(first))];
  for (const bloc of others) said.push(say(texts, 'lines.more', 0, names(bloc)));
  if (apart.length) said.push(say(texts, 'lines.apart', apart.length, names(apart)));
  said.push(say(texts, 'lines.share', 0, percent(texts, within), percent(texts, across)));
  const parting = furthest(first, order.filter((row) => !first.includes(row)), facts);
  if (parting !== undefined) said.push(say(texts, 'lines.on', 0, facts.columns[parting][1]));
  return said.join(' ');
}

/** The shown column on which the mean stances of two sets of rows are furthest apart, where half of each say something. */
function furthest(some, others, { codes, columns, shown }) {
  const mean = (rows, column) => {
    const levels = rows.map((row) => codes[row * columns.length + column]).filter((code) => code < FIRST_SILENCE);
    return levels.length * 2 < rows.length ? NaN : levels.reduce((sum, level) => sum + level, 0) / levels.length;
  };
  let [most, found] = [0];
  for (const column of shown[1]) {
    const apart = Math.abs(mean(some, column) - mean(others, column));
    if (apart > most) [most, found] = [apart, column];
  }
  return found;
}
