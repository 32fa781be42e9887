// The only script a publisher includes. It defines <stance-matrix>, starts the module once however many
// elements there are, and hands each of them over to it. What stands inside the element is the reader's
// until the widget has painted, and is the reader's again whenever anything fails.
import start, { mount } from './stance-matrix.js';
import { ask, load } from './load.js';
import { read } from './table.js';

const TAG = 'stance-matrix';
const FOLDER = new URL('.', import.meta.url).href;
const connected = new Set();
// Ends all listening of the module.
const broken = new AbortController();
let module;

/** Starts the module once; every element awaits the same promise. */
const started = () => (module ??= fetchModule());

/** Fetches the module and starts it; what it throws has the contract's word for why it cannot. */
async function fetchModule() {
  if (typeof WebAssembly !== 'object') throw because('wasm-missing', 'this browser runs no WebAssembly');
  const address = new URL('stance-matrix_bg.wasm', FOLDER);
  const response = await fetch(address).catch((error) => { throw because('network', error); });
  if (!response.ok) throw because('network', `${address.pathname} answered with error ${response.status}`);
  const isModule = response.headers.get('content-type')?.startsWith('application/wasm');
  try {
    return await start({ module_or_path: response });
  } catch (error) {
    const forbidden = /content security|csp|unsafe-eval/i.test(error);
    throw because(forbidden ? 'csp' : isModule ? 'truncated' : 'mime', error);
  }
}

const because = (reason, message) => Object.assign(new Error(message), { reason });

/** A module that broke off in the middle of something can do nothing more, for any element. */
function crash(error) {
  broken.abort();
  for (const element of connected) element.fail('crash', String(error));
}

const isTrap = (error) => typeof WebAssembly === 'object' && error instanceof WebAssembly.RuntimeError;

/** Whether what was thrown is the module's: a trap of it, or an error out of the scripts around it. */
function watch({ error, reason, filename }) {
  const thrown = error ?? reason;
  if ((isTrap(thrown) && thrown.stack.includes(FOLDER)) || filename?.startsWith(FOLDER)) crash(thrown);
}

class StanceMatrix extends HTMLElement {
  static observedAttributes = ['src', 'lang'];
  #content = document.createElement('slot');
  #root = document.createElement('div');
  #mounted;
  #loading;
  #failed = false;

  constructor() {
    super();
    const shadow = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    shadow.replaceChildren(this.#root, this.#content);
  }

  get src() { return this.getAttribute('src') ?? ''; }
  set src(value) { this.setAttribute('src', value); }

  connectedCallback() {
    if (connected.has(this)) return;
    connected.add(this);
    this.#load();
  }

  disconnectedCallback() {
    // A move disconnects and connects again at once: only a removal that lasts ends the widget.
    queueMicrotask(() => {
      if (this.isConnected) return;
      connected.delete(this);
      this.#end();
    });
  }

  attributeChangedCallback(name) {
    if (!connected.has(this)) return;
    if (name === 'src') this.#load();
    else this.#mounted?.speak();
  }

  /** Shows the table inside, and what `src` names instead of it and of what was being loaded. */
  async #load() {
    this.#loading?.abort();
    if (this.#failed) return;
    const { src } = this;
    const hasTable = this.querySelector('table') !== null;
    if (!src && !hasTable) return this.#end();
    const { signal } = (this.#loading = new AbortController());
    // The data is on its way while the module still is.
    const asked = src && ask(src, document.baseURI, signal);
    if (asked) asked.catch(() => {});
    try {
      await started();
      if (signal.aborted) return;
      if (!this.#mounted) {
        if (hasTable) this.#hold();
        this.#mounted = mount(this, this.#root, this.#content, () => this.#load(), broken.signal);
        if (hasTable) this.#read();
      } else if (!src) {
        this.#read();
      }
      if (!asked) return;
      this.#mounted.loading();
      await load(this.#mounted, asked, src, signal);
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
    this.addEventListener(`${TAG}:ready`, () => {
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
    if (!this.#failed) this.#mounted?.unmount();
    this.#mounted = undefined;
    this.#root.hidden = false;
    this.#root.removeAttribute('style');
    this.#content.hidden = false;
  }

  /** Gives the reader back what stands inside the element, and says why. */
  fail(reason, message) {
    if (this.#failed) return;
    this.#failed = true;
    this.#loading?.abort();
    this.#root.remove();
    this.#content.hidden = false;
    this.dispatchEvent(new CustomEvent(`${TAG}:error`, { bubbles: true, composed: true, detail: { reason, message } }));
  }
}

if (!customElements.get(TAG)) {
  addEventListener('error', watch);
  addEventListener('unhandledrejection', watch);
  customElements.define(TAG, StanceMatrix);
}
