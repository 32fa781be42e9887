// What a reader may want once the matrix is there: it in words, on paper, as a file, a quote as a picture. Loaded
// when the matrix is painted. It stands below the matrix, in the same shadow root.
import { button, make } from './later/make.js';
import { copy } from './later/copy.js';
import { written } from './later/fragment.js';
import { Order } from './later/order.js';
import { csv } from './later/csv.js';
import { save } from './later/save.js';
import { Paper, printed } from './later/paper.js';
import { Proof } from './later/proof.js';
import { share } from './later/share.js';
import { sentences } from './later/sentence.js';
import { say } from './say.js';
import { adopt } from './later/styles.js';

// More lines than this are summed up only as a whole: nobody reads a thousand sentences.
const MOST_LINES = 100;
// More statements than this are printed only as far as they are shown.
const MOST_PRINTED = 5000;

/**
 * The part below the matrix of `element`; what it says follows `update`. `matrix` gives `facts` and `statements`, `arranged`
 * hears of the order that the reader chooses.
 */
export class Later {
  #element;
  #matrix;
  #place;
  #box = make('div', { class: 'later', part: 'tools' });
  #rest = make('div', { class: 'rest' });
  #texts;
  #paper;
  #proof;
  #order;
  #undress;
  /** The fragment of a state. */
  written = written;
  #press = (event) => this.#act(event);

  constructor(element, place, matrix, arranged) {
    this.#element = element;
    this.#matrix = matrix;
    this.#place = place;
    this.#undress = adopt(element.shadowRoot);
    // A card that is open already is of another size now.
    matrix.resized();
    place.append(this.#box);
    this.#paper = new Paper(place, () => (this.#box.hidden ? '' : this.#printed(false)));
    this.#proof = new Proof(element, matrix);
    this.#order = new Order(matrix, arranged, () => import('./fault-lines.js'), () => this.#found());
    this.#box.append(this.#order.box, this.#rest);
    this.#sheets((all) => [...all, this.#order.rules]);
    place.addEventListener('click', this.#press);
  }

  /** Says anew what has changed, the rows in the `order` that is asked for. The order that they have; none for the author's. */
  update(texts, order) {
    this.#texts = texts;
    this.#proof.update(texts);
    const facts = this.#matrix.facts();
    // Where there is no matrix any more, there is nothing to take along.
    this.#box.hidden = !facts;
    const wanted = order === 'author' ? undefined : order;
    const isKnown = !facts || this.#order.update(facts, texts, wanted);
    if (!isKnown) this.#problem(`There is no “o=${wanted}” in the matrix.`, 'Use ids of its data.');
    this.#say();
    return isKnown ? wanted : undefined;
  }

  /** There are fault lines. What they are takes its room, also where a link asked for it and the reader has done nothing yet. */
  #found() {
    this.#place.removeAttribute('style');
    this.#say();
  }

  #problem(text, help) {
    const detail = { severity: 'warning', file: '', row: null, column: null, text, help };
    this.#element.dispatchEvent(new CustomEvent('stance-matrix:problem', { bubbles: true, composed: true, detail }));
  }

  #sheets(change) {
    const { shadowRoot } = this.#element;
    shadowRoot.adoptedStyleSheets = change([...shadowRoot.adoptedStyleSheets]);
  }

  /** What follows the order of the rows. */
  #say() {
    const facts = this.#matrix.facts();
    if (!facts) return;
    const isPart = facts.shown[0].length < facts.rows.length || facts.shown[1].length < facts.columns.length;
    const tools = [['print', 'print']];
    if (isPart && facts.count <= MOST_PRINTED) tools.push(['print.all', 'print all']);
    if (isPart) tools.push(['get.shown', 'get']);
    tools.push(['get.all', 'get all']);
    const isOpen = this.#rest.querySelector('details')?.open ?? false;
    this.#rest.replaceChildren(
      this.#inWords(facts, isOpen),
      make('p', { class: 'tools' }, tools.map(([key, does]) => button(say(this.#texts, key), `later ${does}`))),
    );
  }

  /** Ends it. */
  end() {
    this.#paper.end();
    this.#proof.end();
    this.#box.remove();
    this.#undress();
    this.#sheets((all) => all.filter((sheet) => sheet !== this.#order.rules));
    this.#place.removeEventListener('click', this.#press);
  }

  #inWords(facts, isOpen) {
    const { whole, lines } = sentences(facts, this.#texts, MOST_LINES);
    return make('details', { open: isOpen && 'open' }, [
      make('summary', {}, [say(this.#texts, 'words')]),
      make('p', { id: 'in-words' }, [[this.#order.finding, whole].filter(Boolean).join(' ')]),
      make('ul', {}, lines.map(([id, sentence]) => make('li', { id }, [sentence]))),
      button(say(this.#texts, 'copy'), 'later copy'),
    ]);
  }

  #act(event) {
    const pressed = event.target.closest?.('[data-do^="later "]');
    if (!pressed) return;
    const [, verb, what] = pressed.getAttribute('data-do').split(' ');
    const texts = this.#texts;
    if (verb === 'copy') this.#copy(pressed, what);
    else if (verb === 'get') save(`${this.#name()}.csv`, new Blob([csv(this.#matrix.facts(), this.#statements(what === 'all'))], { type: 'text/csv;charset=utf-8' }));
    else if (verb === 'print') this.#paper.print(this.#printed(what === 'all'));
    else if (verb === 'share') share({ element: this.#element, texts, facts: this.#facts(), statement: this.#matrix.statements(+what, +what + 1, true)[0], pressed, name: this.#name() });
  }

  /** Copies the matrix in words, or its finding with where it is from. */
  async #copy(pressed, what) {
    const { title } = this.#facts();
    const said = what ? [this.#order.finding] : Array.from(this.#rest.querySelectorAll('details p, details li'), (line) => line.textContent);
    if (what) said.push([title, location.href].filter(Boolean).join(', '));
    if (await copy(said.join('\n'), this.#box)) pressed.textContent = say(this.#texts, 'copied');
  }

  #printed(all) {
    const facts = { ...this.#facts(), marks: this.#marks() };
    if (all) facts.shown = [facts.rows, facts.columns].map((places) => places.map((_, place) => place));
    return printed(facts, this.#statements(all), this.#texts, all ? {} : this.#element.state);
  }

  #statements(all) {
    return this.#matrix.statements(0, this.#matrix.facts().count, all);
  }

  /** The matrix, with what is written above and below it. */
  #facts() {
    const shadow = this.#element.shadowRoot;
    const text = (selector) => shadow.querySelector(selector)?.textContent ?? '';
    return { ...this.#matrix.facts(), title: text('.title'), description: text('.description'), foot: shadow.querySelector('.foot') };
  }

  /** The paths of the stances' marks, by their codes. */
  #marks() {
    const entries = this.#element.shadowRoot.querySelectorAll('.legend [data-do^="stance "]');
    return new Map(Array.from(entries, (entry) => [+entry.getAttribute('data-do').split(' ')[1], entry.querySelector('path')?.getAttribute('d')]));
  }

  /** A name for files: the title in letters and digits. */
  #name() {
    return this.#facts().title.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '').toLowerCase() || 'matrix';
  }
}
