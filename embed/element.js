// The element <stance-matrix>. What stands inside it is the reader's until the widget has painted, and is
// the reader's again whenever anything fails.
import { mount } from './stance-matrix.js';
import { asked, isNamed } from './follow.js';
import { hold } from './hold.js';
import { joined, parted } from './link.js';
import { ask, forget, give, load, proved } from './load.js';
import { connected, crash, isTrap, signal as broken, started } from './module.js';
import { pack } from './pieces.js';
import { dress, sheet } from './styles.js';
import { read } from './table.js';
import { tagOf, wordsOf } from './words.js';

// Attributes that ask for a part of the state, and the permalink's key for it.
const KEYS = { countries: 'r', groups: 'g', concerns: 'c', themes: 't', stances: 's', query: 'q', view: 'view', order: 'o' };
// Those of one value, whatever is in it.
const WHOLE = ['query', 'order'];
const REFLECTED = ['src', 'theme', 'permalink', 'loading', ...Object.keys(KEYS)];

// Elements start when they are near the screen.
const sized = new ResizeObserver((entries) => {
  for (const { target } of entries) target.resized();
});
const near = new IntersectionObserver((entries) => {
  for (const { isIntersecting, target } of entries) if (isIntersecting) target.start();
}, { rootMargin: '100%' });

/** A function that calls `work` after the paint that the reader waits for, once for all that has changed until then. */
function afterPaint(work) {
  let due;
  return () => {
    cancelAnimationFrame(due);
    due = requestAnimationFrame(() => setTimeout(work));
  };
}

/**
 * Rows are countries, columns are concerns, a cell is the stance one takes on the other, with the words that prove it.
 *
 * @tagname stance-matrix
 * @slot - What the reader has until the matrix is painted, and again whenever it cannot be shown: the table that `stance snippet` prints, from which the matrix is read where there is neither `data` nor `src`.
 *
 * @attr {string} src - Address of a `datapackage.json` or a tidy `.csv`, resolved against the page.
 * @attr {string} countries - Ids of the countries shown, separated by spaces; empty for all.
 * @attr {string} groups - Ids of the groups of countries shown, separated by spaces; empty for all.
 * @attr {string} concerns - Ids of the concerns shown, separated by spaces; empty for all.
 * @attr {string} themes - Ids of the themes of concerns shown, separated by spaces; empty for all.
 * @attr {string} stances - Values of the stances shown, separated by spaces; empty for all.
 * @attr {string} query - Words to search for.
 * @attr {"auto"|"matrix"|"deck"} [view=auto] - The whole matrix, or one concern at a time; else what there is room for.
 * @attr {string} [order=author] - The order of the rows: the author's, `agreement` for who agrees with whom, or the id of a concern, by the stances on it.
 * @attr {"auto"|"off"} [permalink=auto] - Whether links of the page drive the matrix, and what the reader chooses stands in the address.
 * @attr {"lazy"|"eager"} [loading=lazy] - Whether it starts when it is near the screen, or at once.
 * @attr {string} lang - The reader's language; else that of the nearest ancestor, else the document's.
 * @attr {"auto"|"light"|"dark"} [theme=auto] - Light or dark; else as the page's own `color-scheme` has it.
 *
 * @fires {CustomEvent<ReadyDetail>} stance-matrix:ready - The matrix is painted.
 * @fires {CustomEvent<SelectDetail>} stance-matrix:select - A card has opened or closed.
 * @fires {CustomEvent<FilterDetail>} stance-matrix:filter - The reader has changed what is shown.
 * @fires {CustomEvent<ProblemDetail>} stance-matrix:problem - One problem in the data, or a wrong value given to the element.
 * @fires {CustomEvent<ErrorDetail>} stance-matrix:error - The matrix cannot be shown.
 *
 * @csspart widget - The whole.
 * @csspart title - The title of the data.
 * @csspart search - The search field.
 * @csspart chips - A set of chips.
 * @csspart chip - One of them.
 * @csspart legend - The scale.
 * @csspart scroller - The box in which the matrix scrolls.
 * @csspart grid - The matrix.
 * @csspart deck - One concern at a time, where there is no room for the matrix.
 * @csspart cell - A cell of it.
 * @csspart card - What opens from a cell.
 * @csspart foot - Sources, licence, date, order.
 * @csspart tools - What stands below: the matrix in words, print, files.
 * @csspart notice - What is said in place of the matrix.
 *
 * @cssprop --stance-1 - The palette, from one end to the other; a scale takes its ends first, evenly between.
 * @cssprop --stance-2 - The palette.
 * @cssprop --stance-3 - The palette.
 * @cssprop --stance-4 - The palette.
 * @cssprop --stance-5 - The palette: its middle.
 * @cssprop --stance-6 - The palette.
 * @cssprop --stance-7 - The palette.
 * @cssprop --stance-8 - The palette.
 * @cssprop --stance-9 - The palette: its other end.
 * @cssprop --stance-ink-dark - Words on the light colours of the palette.
 * @cssprop --stance-ink-light - Words on its dark colours.
 * @cssprop --stance-edge - Lines around the colours of the palette.
 * @cssprop --stance-edge-1 - The line around the first colour.
 * @cssprop --stance-edge-2 - The line around the second.
 * @cssprop --stance-edge-3 - The line around the third.
 * @cssprop --stance-edge-9 - The line around the last.
 * @cssprop --stance-page - The page.
 * @cssprop --stance-text - Words.
 * @cssprop --stance-muted - Words of less weight.
 * @cssprop --stance-line - Lines.
 * @cssprop --stance-hatch - Hatching of silence.
 * @cssprop --stance-outline - Outlines of cells and controls.
 * @cssprop --stance-accent - Focus and links.
 * @cssprop --stance-find - Finds of a search.
 * @cssprop --stance-font - The face of everything but quotes.
 * @cssprop --stance-serif - The face of quotes.
 * @cssprop --stance-small - The smallest size of words.
 * @cssprop --stance-medium - The middle size.
 * @cssprop --stance-large - The largest.
 * @cssprop --stance-space - The unit of all distances.
 * @cssprop --stance-cell-width - Least width of a column.
 * @cssprop --stance-row-width - Width of the row headers.
 * @cssprop --stance-max-height - Height before the matrix scrolls.
 * @cssprop --stance-hover-delay - From the pointer's rest on a cell to its card.
 */
export class StanceMatrix extends HTMLElement {
  static observedAttributes = ['src', 'lang', 'loading', ...Object.keys(KEYS)];
  #content = document.createElement('slot');
  #root = document.createElement('div');
  // What the widget has drawn, and what came later.
  #box = document.createElement('div');
  #later;
  // The permalink follows, and what is not needed before the first cell.
  #tell = afterPaint(() => {
    this.#isChosen = true;
    this.#write();
  });
  #more = afterPaint(() => this.#catchUp());
  #mounted;
  // What is said, in the reader's language.
  #texts;
  #loading;
  #data;
  // The problems that are listed, or will be.
  #told;
  // What is to be shown once there is a matrix, or is on its way to it.
  #wanted;
  // The order of the rows, where it is not the author's: `agreement`, or the id of a column.
  #order;
  #isGoing = false;
  #isChosen = false;
  #isStarted = false;
  #isReady = false;
  #isFailed = false;

  constructor() {
    super();
    const shadow = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    this.#box.append(this.#root);
    shadow.replaceChildren(this.#box, this.#content);
    // Not within the event: the module is still at its work then.
    this.addEventListener('stance-matrix:ready', () => queueMicrotask(() => this.#show()));
    this.addEventListener('stance-matrix:filter', () => { this.#tell(); this.#more(); });
    this.addEventListener('stance-matrix:select', ({ detail }) => detail.by === 'press' && this.#tell());
  }

  connectedCallback() {
    if (connected.has(this)) return;
    connected.add(this);
    // What was set before the element was defined counts.
    for (const name of [...REFLECTED, 'data', 'state']) {
      if (!Object.hasOwn(this, name)) continue;
      const value = this[name];
      delete this[name];
      this[name] = value;
    }
    sized.observe(this);
    // A script may put the table in just after the element, and a parser later.
    if (document.readyState === 'loading') addEventListener('DOMContentLoaded', () => this.#near(), { once: true });
    else queueMicrotask(() => this.#near());
  }

  disconnectedCallback() {
    // A move disconnects and connects again at once: only a removal that lasts ends the widget.
    queueMicrotask(() => {
      if (this.isConnected) return;
      connected.delete(this);
      near.unobserve(this);
      sized.unobserve(this);
      this.#isStarted = false;
      this.#end();
      if (!connected.size) forget();
    });
  }

  attributeChangedCallback(name) {
    if (name === 'src') this.#load();
    else if (name === 'loading') this.#near();
    else if (name === 'lang') this.#again();
    else if (this.#isReady) this.#go({ ...this.state, ...this.#attributes([name]) });
  }

  /**
   * The data, instead of what `src` names and of the table inside: a data package, the text of a CSV, or an array
   * of statements.
   * @type {Data | undefined}
   */
  get data() { return this.#data; }
  set data(data) {
    const isData = data == null || typeof data === 'string' || typeof data === 'object';
    if (!isData) return this.#problem(`“${String(data)}” is no data.`, 'Give a data package, the text of a CSV, or an array of statements.');
    this.#data = data ?? undefined;
    this.#load();
  }

  /**
   * What is shown, in the keys of a permalink. What is got can be set.
   * @type {State}
   */
  get state() {
    if (!this.#isReady || this.#isGoing) return { ...this.#wanted };
    const state = { ...this.#mounted.state(), o: this.#order };
    return state.stance ? { ...state, stance: joined(state.stance) } : state;
  }
  set state(state) {
    if (typeof state !== 'object' || state === null) return this.#problem(`“${String(state)}” is no state.`, 'Give an object of the permalink’s keys.');
    this.#wanted = state;
    if (this.#isReady) this.#go(state);
  }

  /**
   * Opens the card of a cell.
   * @param {string} country - the id of its country
   * @param {string} concern - the id of its concern
   * @returns {void}
   */
  select(country, concern) { this.state = { ...this.state, stance: joined([country, concern].map(String)) }; }

  /**
   * Shows everything, and closes the card.
   * @returns {void}
   */
  clear() { this.state = {}; }

  /**
   * There may be room for the matrix now, or no longer.
   * @internal
   */
  resized() { if (!this.#isFailed) this.#mounted?.resized(); }

  /**
   * Whether the matrix has the cell that a state asks for, if it asks for one.
   * @internal
   */
  knows(state) {
    return this.#isReady && (!state.stance || this.#mounted.knows(...parted(state.stance)));
  }

  /**
   * A link of the page was followed.
   * @internal
   */
  follow(state) { this.#go(this.#linked(state), true, true); }

  /** Begins at once, or when the element is near the screen. */
  #near() {
    if (this.#isStarted || !connected.has(this)) return;
    // The observer tells only after a paint. In a frame it alone knows what is near.
    const { top, bottom } = (self === parent && this.getClientRects()[0]) || {};
    if (this.loading === 'eager' || (top < 2 * innerHeight && bottom > -innerHeight)) this.start();
    else near.observe(this);
  }

  /**
   * Begins.
   * @internal
   */
  start() {
    near.unobserve(this);
    this.#isStarted = true;
    this.#load();
  }

  /** Shows the table inside, and `data` or what `src` names instead of it and of what was being loaded. */
  async #load() {
    this.#loading?.abort();
    if (this.#isFailed || !this.#isStarted) return;
    const { src } = this;
    const table = this.querySelector('table');
    const isBare = !src && !table && this.#data === undefined;
    // Who gives data later, but wants it shown at once, has the module by then.
    if (isBare && this.loading !== 'eager') return this.#end();
    // The data is on its way while the module still is.
    const answer = src && this.#data === undefined && ask(src, document.baseURI);
    if (answer) answer.catch(() => {});
    const parts = Promise.all([started(), wordsOf(tagOf(this))]);
    parts.catch(() => {});
    sheet();
    if (isBare) return this.#end();
    const { signal } = (this.#loading = new AbortController());
    try {
      const isInside = table && this.#data === undefined && (!this.#mounted || !src);
      const inside = isInside && read(this);
      const [, texts] = await parts;
      if (signal.aborted) return;
      const isNew = !this.#mounted;
      const isOther = texts !== this.#texts;
      // What asks for styles and places comes before what changes them.
      this.#speak(texts);
      // A table that holds nothing would hide what is said instead of it.
      if (isNew && table?.rows.length > 1) hold(this, this.#box);
      if (isNew) dress(this.shadowRoot);
      if (isNew) this.#mounted = mount(this, this.#root, this.#content, () => this.#load(), broken, texts);
      else if (isOther) this.#mounted.speak(texts);
      // Yew's mark for its own listeners, of which there are none. To another Yew application around the element
      // it would be one of its own, and it would not hear of what is pressed in here.
      delete this.#root.__yew_subtree_id;
      if (this.#data !== undefined) return await give(this.#mounted, this.#data, signal);
      if (isInside) this.#read(inside);
      if (!answer) return;
      this.#mounted.loading(0);
      await load(this.#mounted, answer, src, signal);
    } catch (error) {
      if (isTrap(error)) crash(error);
      else this.fail(error.reason ?? 'crash', String(error.message ?? error));
    } finally {
      this.#problems();
      // The matrix may be another, or have gone.
      if (this.#later) this.#more();
    }
  }

  /** The same in another language: what is shown stays. */
  #again() {
    if (this.#isReady) {
      this.#wanted = this.state;
      this.#isReady = false;
    }
    this.#load();
  }

  /** The direction is that of the words, unless the page has set one nearer than its language. */
  #speak(texts) {
    this.#texts = texts;
    const isPages = this.closest('[lang], [dir]')?.dir || getComputedStyle(this).direction === texts.dir;
    this.#box.dir = isPages ? '' : texts.dir;
  }

  /** Shows what was read from the table inside; with its data inline it needs no files, and no address. */
  #read(descriptor) {
    proved(this.#mounted, descriptor);
    pack(this.#mounted, 'table', descriptor);
    this.#mounted.read('table', true);
    this.#problems();
  }

  /** What is wrong in the data that was read is told by a part that is loaded only for it. */
  async #problems() {
    const problems = !this.#isFailed && this.#mounted?.problems();
    if (!problems) return;
    this.#untell();
    this.#told = problems;
    if (!problems.length) return;
    const part = await import('./problems.js').catch(() => {});
    // What was read since then has problems of its own to list.
    part?.tell(this, this.#told === problems && this.#root, problems, this.#texts);
  }

  /** Takes the list of problems away, or what is on its way to it. */
  #untell() {
    this.#told = undefined;
    this.#box.querySelector('.problems')?.remove();
  }

  /** There is a matrix: it shows what a link of the page, a script or the attributes ask for. */
  #show() {
    if (!this.#mounted || this.#isFailed) return;
    const isFirst = !this.#isReady;
    this.#isReady = true;
    const linked = asked(this);
    const wanted = { ...this.#attributes(Object.keys(KEYS)), ...(isFirst && this.#wanted) };
    if (linked) this.#go(this.#linked({ ...wanted, ...linked }), true);
    else if (Object.keys(wanted).length) this.#go(wanted);
    this.#more();
  }

  /** What is not needed before the first cell comes once the matrix is painted, and follows what is shown. */
  async #catchUp() {
    try {
      const { Later } = await import('./later.js');
      if (!this.#mounted || this.#isFailed) return;
      this.#later ??= new Later(this, this.#box, this.#mounted, (order) => {
        this.#order = order;
        this.#send('filter', { state: this.state });
      });
      this.#order = this.#later.update(this.#texts, this.#order);
      this.#write();
    } catch (error) {
      // Without it the matrix is still whole.
      if (isTrap(error)) crash(error);
    }
  }

  /** A link that names nothing but a cell leaves what is shown as it is. */
  #linked(state) {
    return Object.keys(state).length === 1 && state.stance ? { ...this.state, ...state } : state;
  }

  /** Shows what a link or a script asks for. */
  #go(state, isLink = false, focus = false) {
    this.#wanted = state;
    this.#isGoing = true;
    queueMicrotask(() => { this.#isGoing = false; });
    this.#order = state.o;
    if (this.#later) this.#more();
    const { stance, ...rest } = state;
    for (const key of this.#mounted.go(stance ? { ...rest, stance: parted(stance) } : rest, isLink, focus)) {
      this.#problem(`There is no “${key}” in the matrix.`, 'Use ids of its data.');
    }
  }

  /** The parts of the state that attributes ask for; an empty one asks for all. */
  #attributes(names) {
    const state = {};
    for (const name of names) {
      const value = this[name].trim();
      if (value) state[KEYS[name]] = WHOLE.includes(name) ? value : value.split(/\s+/);
      else if (names.length === 1) state[KEYS[name]] = undefined;
    }
    return state;
  }

  /** Puts what the reader has chosen into the page's fragment. */
  #write() {
    if (!this.#isChosen || !this.#later || !this.#isReady) return;
    this.#isChosen = false;
    const hash = isNamed(this) ? this.#later.written(location.hash, this.id, this.state) : undefined;
    if (hash === undefined || `#${hash}` === (location.hash || '#')) return;
    history.replaceState(history.state, '', hash ? `#${hash}` : location.pathname + location.search);
  }

  /** Ends the widget, and shows what stands inside the element. */
  #end() {
    this.#loading?.abort();
    const mounted = this.#mounted;
    // Not within an event of its own: the module is still at its work then.
    queueMicrotask(() => this.#isFailed || mounted?.unmount());
    this.#mounted = undefined;
    this.#isReady = false;
    this.#later?.end();
    this.#later = undefined;
    this.#untell();
    this.#box.hidden = false;
    this.#box.removeAttribute('style');
    this.#content.hidden = false;
  }

  /**
   * Gives the reader back what stands inside the element, and says why.
   * @internal
   */
  fail(reason, message) {
    if (this.#isFailed) return;
    this.#isFailed = true;
    this.#isReady = false;
    this.#loading?.abort();
    this.#later?.end();
    this.#box.remove();
    this.#content.hidden = false;
    this.#send('error', { reason, message });
  }

  #problem(text, help) {
    this.#send('problem', { severity: 'warning', file: '', row: null, column: null, text, help });
  }

  #send(name, detail) {
    this.dispatchEvent(new CustomEvent(`stance-matrix:${name}`, { bubbles: true, composed: true, detail }));
  }
}

for (const name of REFLECTED) {
  Object.defineProperty(StanceMatrix.prototype, name, {
    configurable: true,
    enumerable: true,
    get() { return this.getAttribute(name) ?? ''; },
    set(value) {
      if (value == null) this.removeAttribute(name);
      else this.setAttribute(name, value);
    },
  });
}
