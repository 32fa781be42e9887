// The only script a publisher includes. It defines <stance-matrix>, fetches the module once however
// many elements there are, and hands each of them over to it. What stands inside the element is the
// reader's until the widget has painted, and is the reader's again whenever anything fails.
const TAG = 'stance-matrix';
const connected = new Set();
let module;

/** Starts the module once; every element awaits the same promise. */
function start() {
  return (module ??= import('./stance-matrix.js').then(async (widget) => {
    await widget.default({ module_or_path: new URL('./stance-matrix_bg.wasm', import.meta.url) });
    // After a panic nothing in the module can be trusted any more, for any element.
    widget.onPanic((message) => {
      module = Promise.reject(new Error(message));
      module.catch(() => {});
      for (const element of connected) element.fail('crash', message);
    });
    return widget;
  }));
}

class StanceMatrix extends HTMLElement {
  static observedAttributes = ['src', 'lang'];
  #content = document.createElement('slot');
  #root = document.createElement('div');
  #mounted;
  #failed = false;

  constructor() {
    super();
    const shadow = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    shadow.replaceChildren(this.#root, this.#content);
  }

  get src() { return this.getAttribute('src') ?? ''; }
  set src(value) { this.setAttribute('src', value); }

  connectedCallback() {
    connected.add(this);
    this.#mount();
  }

  disconnectedCallback() {
    // A move disconnects and connects again at once: only a removal that lasts ends the widget.
    queueMicrotask(() => {
      if (this.isConnected) return;
      connected.delete(this);
      const mounted = this.#mounted;
      this.#mounted = undefined;
      this.#content.hidden = false;
      if (!this.#failed) mounted?.unmount();
    });
  }

  attributeChangedCallback() {
    if (!this.#failed) this.#mounted?.update();
  }

  async #mount() {
    if (this.#mounted || this.#failed) return;
    try {
      const widget = await start();
      if (!this.isConnected || this.#mounted) return;
      this.#mounted = widget.mount(this, this.#root, this.#content);
    } catch (error) {
      this.fail('wasm-missing', String(error?.message ?? error));
    }
  }

  /** Gives the reader back what stands inside the element, and says why. */
  fail(reason, message) {
    if (this.#failed) return;
    this.#failed = true;
    this.#root.remove();
    this.#content.hidden = false;
    this.dispatchEvent(new CustomEvent(`${TAG}:error`, { bubbles: true, composed: true, detail: { reason, message } }));
  }
}

if (!customElements.get(TAG)) customElements.define(TAG, StanceMatrix);
