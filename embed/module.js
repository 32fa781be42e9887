// The module: fetched and started once for all elements, and what happens when it breaks.
import { initSync } from './stance-matrix.js';

// In this very form bundlers see it, and take the file along.
const ADDRESS = new URL('stance-matrix_bg.wasm', import.meta.url);

/** The elements that are in the page. */
export const connected = new Set();

const broken = new AbortController();
/** Ends all listening of the module. */
export const { signal } = broken;

// Whether the module has come under its own type: it is compiled from its address then, and stacks name that.
let isNamed;
let module;
/** Starts the module once; every element awaits the same promise. */
export const started = () => (module ??= fetchModule());

/** Fetches the module and starts it; what it throws has the contract's word for why it cannot. */
async function fetchModule() {
  // The youngest of what the styles need stands for all of it.
  if (typeof WebAssembly !== 'object' || !CSS.supports('color:light-dark(red,red)')) {
    // Known at once, while scripts of the page that may listen for it are still to come.
    await new Promise((resolve) => setTimeout(resolve));
    throw because('wasm-missing', 'this browser runs no WebAssembly, or is too old');
  }
  const response = await fetch(ADDRESS).catch((error) => { throw because('network', error); });
  if (!response.ok) throw because('network', `${ADDRESS.pathname} answered with error ${response.status}`);
  isNamed = response.headers.get('content-type') === 'application/wasm';
  try {
    const compiled = await (isNamed ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer()));
    return initSync({ module: compiled });
  } catch (error) {
    const forbidden = /content security|csp|unsafe-eval/i.test(error);
    throw because(forbidden ? 'csp' : isNamed ? 'truncated' : 'mime', error);
  }
}

const because = (reason, message) => Object.assign(new Error(message), { reason });

/** A module that broke off in the middle of something can do nothing more, for any element. */
export function crash(error) {
  broken.abort();
  for (const element of connected) element.fail('crash', String(error));
}

/** Whether an error is the module breaking off. */
export const isTrap = (error) => typeof WebAssembly === 'object' && error instanceof WebAssembly.RuntimeError;

/**
 * Hears of the page's errors: of the module's traps. By the top of the stack, since the page's own scripts may
 * lie in our folder or file, and may be called by the module. There stands a function of our module, or of one
 * without an address: so it is where the module was compiled from bytes, and always in WebKit. The first of
 * three lines can be a message, the next a function that the module throws by.
 */
export function watch({ error, reason }) {
  const thrown = error ?? reason;
  const nameless = isNamed ? /^[^/]*wasm-f/ : /(?<!\.wasm:)wasm-f/;
  const isOurs = (line) => line.includes(`${ADDRESS}:wasm-f`) || nameless.test(line);
  if (String(thrown?.stack).split('\n', 3).some(isOurs)) crash(thrown);
}
