// The order of the rows: the author's, by who agrees with whom, or by their stances on one column. It is made of what
// is shown, and made anew when that changes; the module only puts the rows where they are said to be.
import { say } from '../say.js';
import { faultLines, finding } from './finding.js';
import { button, make } from './make.js';

// Any other order is the id of a column.
const AUTHOR = 'author';
const AGREEMENT = 'agreement';
// More rows than this are not compared (crates/matrix/src/agreement.rs): nothing could be said of them.
const MOST_ROWS = 500;
// More columns than this are no list to choose from; a search leaves fewer.
const MOST_COLUMNS = 200;

/**
 * The order of `matrix`, whose `arrange` puts the rows in it. `chosen` hears what the reader
 * chooses, undefined for the author's; `module` fetches what finds the fault lines, `found` hears
 * when those are drawn.
 */
export class Order {
  #matrix;
  #module;
  // The order that the module has; empty for the author's.
  #last = '';
  #found;
  #wanted;
  #texts;
  #facts;
  #name = make('span');
  #select = make('select');
  #said = make('div', { class: 'finding' });
  /** The sheet of the rules between blocs, as a table of print has them. */
  rules = new CSSStyleSheet();
  /** What the fault lines are, in a sentence; nothing in another order. */
  finding = '';
  // What was last asked for, so that what comes late is left out.
  #turn = 0;
  // Made once: a field that is put in anew loses the focus.
  box = make('div', { class: 'order' }, [make('label', {}, [this.#name, ' ', this.#select]), this.#said]);

  constructor(matrix, chosen, module, found) {
    [this.#matrix, this.#module, this.#found] = [matrix, module, found];
    this.#select.addEventListener('change', () => chosen(this.#select.value === AUTHOR ? undefined : this.#select.value));
  }

  /**
   * The order of `facts`, in the words of `texts`: `wanted` is `agreement`, the id of a column, or nothing. False where there
   * is no such column.
   */
  update(facts, texts, wanted) {
    this.#turn += 1;
    // Of other data, nothing has been put in order yet.
    if (facts !== this.#facts) this.#last = '';
    [this.#facts, this.#texts, this.#wanted] = [facts, texts, wanted];
    const column = facts.columns.findIndex(([id]) => id === wanted);
    this.#offer(column);
    if (wanted === AGREEMENT && facts.shown[0].length <= MOST_ROWS) {
      // Without its module the rows stay where they are.
      this.#agree(this.#turn).catch(() => {});
      return true;
    }
    const code = (row) => facts.codes[row * facts.columns.length + column];
    const order = column < 0 ? [] : this.#rows().sort((one, other) => code(one) - code(other) || one - other);
    this.#arrange(order, code);
    this.#tell('');
    return !wanted || wanted === AGREEMENT || column >= 0;
  }

  /** The rows that are shown, in the author's order. */
  #rows() {
    return [...this.#facts.shown[0]].sort((one, other) => one - other);
  }

  /** Puts the rows in an order, with a rule wherever `part` of a row is another than that of the row before. */
  #arrange(order, part) {
    const breaks = order.filter((row, place) => place > 0 && part(row) !== part(order[place - 1]));
    const lines = breaks.map((row) => `.grid tr:has(> .row > [data-key="${row}:"])`);
    this.rules.replaceSync(lines.length ? `:is(${lines}) > * { box-shadow: 0 -1.5px 0 var(--stance-text); }` : '');
    if (`${order}` === this.#last) return;
    this.#last = `${order}`;
    this.#matrix.arrange(Uint32Array.from(order));
  }

  /** The orders there are to choose from. */
  #offer(chosen) {
    const { columns, nouns, shown } = this.#facts;
    const option = (value, words) => make('option', { value }, [words]);
    const known = shown[1].length <= MOST_COLUMNS ? [...shown[1]] : [];
    if (chosen >= 0 && !known.includes(chosen)) known.push(chosen);
    const by = known.map((column) => option(columns[column][0], columns[column][1]));
    this.#select.replaceChildren(
      option(AUTHOR, say(this.#texts, 'order.author')),
      make('option', { value: AGREEMENT, disabled: shown[0].length > MOST_ROWS && 'disabled' }, [say(this.#texts, 'order.agreement')]),
      make('optgroup', { label: say(this.#texts, nouns[1]) }, by),
    );
    this.#select.value = chosen < 0 && this.#wanted !== AGREEMENT ? AUTHOR : this.#wanted;
    this.#name.textContent = say(this.#texts, 'order');
  }

  /** Brings those who agree together, and says what comes of it; unless something else has been asked for since. */
  async #agree(turn) {
    const { default: start, fault_lines: find } = await this.#module();
    await start();
    if (turn !== this.#turn) return;
    const lines = faultLines(find, this.#facts, this.#rows(), [...this.#facts.shown[1]]);
    this.#arrange(lines.order, (row) => lines.blocOf.get(row));
    this.#tell(finding(lines, this.#facts, this.#texts));
    this.#found();
  }

  #tell(sentence) {
    // What is said already is not said again, and the method stays unfolded.
    if (sentence === this.finding) return;
    this.finding = sentence;
    const method = () => [make('summary', {}, [say(this.#texts, 'lines.how')]), make('p', {}, [say(this.#texts, 'lines.method')])];
    const said = [make('p', { role: 'status' }, [sentence]), button(say(this.#texts, 'copy'), 'later copy finding'), make('details', {}, method())];
    this.#said.replaceChildren(...(sentence ? said : []));
  }
}
