// The element <stance-matrix>. What stands inside it is the reader's until the widget has painted, and is
// the reader's again whenever anything fails.
import { mount } from './stance-matrix.js';
import { asked, isNamed } from './follow.js';
import { joined, parted, written } from './link.js';
import { ask, forget, give, load } from './load.js';
import { connected, crash, isTrap, signal as broken, started } from './module.js';
import { read } from './table.js';

// Attributes that ask for a part of the state, and the permalink's key for it.
const KEYS = { countries: 'r', groups: 'g', concerns: 'c', themes: 't', stances: 's', query: 'q' };
const REFLECTED = ['src', 'theme', 'permalink', 'loading', ...Object.keys(KEYS)];

// Elements start when they are near the screen.
const near = new IntersectionObserver((entries) => {
  for (const { isIntersecting, target } of entries) if (isIntersecting) target.start();
}, { rootMargin: '100%' });

export class StanceMatrix extends HTMLElement {
  static observedAttributes = ['src', 'lang', 'loading', ...Object.keys(KEYS)];
  #content = document.createElement('slot');
  #root = document.createElement('div');
  #mounted;
  #loading;
  #data;
  // What is to be shown once there is a matrix, or is on its way to it.
  #wanted;
  #isGoing = false;
  #isStarted = false;
  #isReady = false;
  #isFailed = false;

  constructor() {
    super();
    const shadow = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    shadow.replaceChildren(this.#root, this.#content);
    // Not within the event: the module is still at its work then.
    this.addEventListener('stance-matrix:ready', () => queueMicrotask(() => this.#show()));
    this.addEventListener('stance-matrix:filter', () => queueMicrotask(() => this.#tell()));
    this.addEventListener('stance-matrix:select', ({ detail }) => detail.by === 'press' && queueMicrotask(() => this.#tell()));
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
      this.#isStarted = false;
      this.#end();
      if (!connected.size) forget();
    });
  }

  attributeChangedCallback(name) {
    if (name === 'src') this.#load();
    else if (name === 'loading') this.#near();
    else if (name === 'lang') this.#mounted?.speak();
    else if (this.#isReady) this.#go({ ...this.state, ...this.#attributes([name]) });
  }

  /** The data, instead of what `src` names and of the table inside. */
  get data() { return this.#data; }
  set data(data) {
    const isData = data == null || typeof data === 'string' || typeof data === 'object';
    if (!isData) return this.#problem(`“${String(data)}” is no data.`, 'Give a data package, the text of a CSV, or an array of statements.');
    this.#data = data ?? undefined;
    this.#load();
  }

  /** What is shown, in the keys of a permalink. */
  get state() {
    if (!this.#isReady || this.#isGoing) return { ...this.#wanted };
    const state = this.#mounted.state() ?? {};
    return state.stance ? { ...state, stance: joined(state.stance) } : state;
  }
  set state(state) {
    if (typeof state !== 'object' || state === null) return this.#problem(`“${String(state)}” is no state.`, 'Give an object of the permalink’s keys.');
    this.#wanted = state;
    if (this.#isReady) this.#go(state);
  }

  /** Opens the card of a cell, by the ids of its country and its concern. */
  select(country, concern) { this.state = { ...this.state, stance: joined([country, concern].map(String)) }; }

  /** Shows everything, and closes the card. */
  clear() { this.state = {}; }

  /** Whether the matrix has the cell that a state asks for, if it asks for one. */
  knows(state) {
    return this.#isReady && (!state.stance || this.#mounted.knows(...parted(state.stance)));
  }

  /** A link of the page was followed. */
  follow(state) { this.#go(this.#linked(state), true, true); }

  /** Begins at once, or when the element is near the screen. */
  #near() {
    if (this.#isStarted || !connected.has(this)) return;
    if (this.loading === 'eager') this.start();
    else near.observe(this);
  }

  /** Begins. */
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
    if (!src && !table && this.#data === undefined) return this.#end();
    const { signal } = (this.#loading = new AbortController());
    // The data is on its way while the module still is.
    const answer = src && this.#data === undefined && ask(src, document.baseURI);
    if (answer) answer.catch(() => {});
    try {
      await started();
      if (signal.aborted) return;
      const isNew = !this.#mounted;
      // A table that holds nothing would hide what is said instead of it.
      if (isNew && table?.rows.length > 1) this.#hold();
      this.#mounted ??= mount(this, this.#root, this.#content, () => this.#load(), broken);
      // Yew's mark for its own listeners, of which there are none. To another Yew application around the element
      // it would be one of its own, and it would not hear of what is pressed in here.
      delete this.#root.__yew_subtree_id;
      if (this.#data !== undefined) return await give(this.#mounted, this.#data, signal);
      if (table && (isNew || !src)) this.#read();
      if (!answer) return;
      this.#mounted.loading();
      await load(this.#mounted, answer, src, signal);
    } catch (error) {
      if (isTrap(error)) crash(error);
      else this.fail(error.reason ?? 'crash', String(error.message ?? error));
    }
  }

  /** Shows the table inside the element; with its data inline it needs no files. */
  #read() {
    this.#mounted.package('table', read(this));
    this.#mounted.read('table', true);
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
      if (value) state[KEYS[name]] = name === 'query' ? value : value.split(/\s+/);
      else if (names.length === 1) state[KEYS[name]] = undefined;
    }
    return state;
  }

  /** Puts what the reader has chosen into the page's fragment. */
  #tell() {
    if (!this.#isReady) return;
    const hash = isNamed(this) ? written(location.hash, this.id, this.state) : undefined;
    if (hash === undefined || `#${hash}` === (location.hash || '#')) return;
    history.replaceState(history.state, '', hash ? `#${hash}` : location.pathname + location.search);
  }

  /** Keeps the height that the table has until the reader acts, so that nothing on the page moves. */
  #hold() {
    const { paddingTop, paddingBottom } = getComputedStyle(this);
    const height = this.clientHeight - parseFloat(paddingTop) - parseFloat(paddingBottom);
    const { style } = this.#root;
    const acts = ['pointerdown', 'keydown', 'focusin'];
    const release = () => {
      this.#root.removeAttribute('style');
      for (const act of acts) this.removeEventListener(act, release);
    };
    this.#root.hidden = true;
    this.addEventListener('stance-matrix:ready', () => {
      this.#root.hidden = false;
      if (!(height > 0)) return;
      style.setProperty('block-size', `${height}px`);
      style.setProperty('overflow', 'clip');
      for (const act of acts) this.addEventListener(act, release);
    }, { once: true });
  }

  /** Ends the widget, and shows what stands inside the element. */
  #end() {
    this.#loading?.abort();
    if (!this.#isFailed) this.#mounted?.unmount();
    this.#mounted = undefined;
    this.#isReady = false;
    this.#root.hidden = false;
    this.#root.removeAttribute('style');
    this.#content.hidden = false;
  }

  /** Gives the reader back what stands inside the element, and says why. */
  fail(reason, message) {
    if (this.#isFailed) return;
    this.#isFailed = true;
    this.#isReady = false;
    this.#loading?.abort();
    this.#root.remove();
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
