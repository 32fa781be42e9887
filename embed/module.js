// The module: fetched and started once for all elements, and what happens when it breaks.
import start from './stance-matrix.js';

const FOLDER = new URL('.', import.meta.url).href;

/** The elements that are in the page. */
export const connected = new Set();

const broken = new AbortController();
/** Ends all listening of the module. */
export const { signal } = broken;

let module;
/** Starts the module once; every element awaits the same promise. */
export const started = () => (module ??= fetchModule());

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
export function crash(error) {
  broken.abort();
  for (const element of connected) element.fail('crash', String(error));
}

/** Whether an error is the module breaking off. */
export const isTrap = (error) => typeof WebAssembly === 'object' && error instanceof WebAssembly.RuntimeError;

/** Hears of the page's errors: of the module's traps, and of what its own scripts throw. */
export function watch({ error, reason, filename }) {
  const thrown = error ?? reason;
  if ((isTrap(thrown) && thrown.stack.includes(FOLDER)) || filename?.startsWith(FOLDER)) crash(thrown);
}
