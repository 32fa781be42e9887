// From the address in `src`, or from what a script gives, to files in the widget: fetching, and what can go
// wrong. Every trouble has a word here; src/failure.rs has the sentence for it.

import { pack, table } from './pieces.js';

// Megabytes that the files of a matrix have at most together: so many were read in a browser with 1.2 GB of memory,
// and a module has 4 GB at most.
const MOST = 500;

// What has been fetched, by its address: one request however many elements use it.
const fetched = new Map();

/** Forgets what has been fetched. */
export const forget = () => fetched.clear();

/** Asks for `text` as an address below `base`; of what is not there or not allowed it throws a trouble. */
export async function ask(text, base, trouble = 'address', origin = undefined) {
  const address = URL.canParse(text, base) && new URL(text, base);
  const allowed = /^(https?|blob):$/.test(address.protocol) && (!origin || address.origin === origin);
  if (!allowed) throw { trouble, what: text };
  // As a reader may see it: host and path, without what could be secret behind the `?`.
  const what = address.host + address.pathname;
  if (!fetched.has(address.href)) {
    fetched.set(address.href, bytesOf(address, what));
    // What failed can be tried again.
    fetched.get(address.href).catch(() => fetched.delete(address.href));
  }
  const bytes = await fetched.get(address.href);
  return { address, what, bytes, file: address.pathname.split('/').pop() };
}

async function bytesOf(address, what) {
  const reached = (promise) => promise.catch(() => { throw { trouble: 'unreachable', what }; });
  const response = await reached(fetch(address));
  if (!response.ok) throw { trouble: 'answer', what, status: response.status };
  // What the server says is too large is not taken; of what it packs it says less than comes.
  fit(response.headers.get('content-length'), what, response.body);
  const bytes = new Uint8Array(await reached(response.arrayBuffer()));
  fit(bytes.length, what);
  return bytes;
}

/** Throws a trouble where so many bytes are too many, and takes no more of `stream`. */
function fit(size, what, stream) {
  if (!(size > MOST * 1e6)) return;
  stream?.cancel();
  throw { trouble: 'too-large', what, status: MOST };
}

/** Gives the widget what `asked` promises, and whatever a data package names besides. */
export const load = (widget, asked, source, signal) => caught(widget, signal, async () => {
  const { address, what, bytes, file } = await asked;
  if (signal.aborted) return;
  const descriptor = address.pathname.endsWith('.csv') ? alone(file, bytes) : parsed(bytes, what);
  await read(widget, file, descriptor, address, source, signal);
});

/** Gives the widget what a script has given: the text of a CSV, an array of statements, or a data package. */
export const give = (widget, data, signal) => caught(widget, signal, async () => {
  fit(data.length, 'data.csv');
  await read(widget, 'data', data.slice ? alone('data.csv', data) : data, new URL(document.baseURI), 'data', signal);
});

/** A table of statements without a package: one that says nothing but where it is. */
const alone = (name, data) => ({ resources: [{ name, data, schema: { fields: [{ name: 'stance' }] } }] });

/** What is proved of the data is asked for only when it is to be said. */
export function proved(widget, descriptor, address) {
  const proof = descriptor?.stanceMatrix?.proof;
  widget.proof = async () => (typeof proof === 'string' ? ask(proof, address, 'elsewhere', address.origin).then(({ bytes, what }) => parsed(bytes, what)) : proof);
}

async function read(widget, file, descriptor, address, source, signal) {
  proved(widget, descriptor, address);
  const paths = pack(widget, file, descriptor);
  // All are asked for before the first is waited for.
  const files = await Promise.allSettled(paths.map((path) => ask(path, address, 'elsewhere', address.origin)));
  if (signal.aborted) return;
  fit(files.reduce((size, { value }) => size + (value?.bytes.length ?? 0), 0), file);
  files.forEach(({ value }, index) => value && table(widget, paths[index], value.bytes));
  const failed = files.findLast(({ reason }) => reason);
  if (!(await show(widget, source, !failed, signal))) throw failed.reason;
}

// Milliseconds of reading at once: little data is read before the next frame, of much a part before each.
const FIRST = 50;
const NEXT = 8;

/** Reads what the widget has been given, while the page goes on, and shows it. False where it is not worth that. */
async function show(widget, source, complete, signal) {
  let end = performance.now() + FIRST;
  let told;
  while (widget.step()) {
    if (performance.now() < end) continue;
    // More than all where two tables stand in one file.
    const percent = 100 * widget.done / widget.all | 0;
    if (percent !== told) widget.loading((told = percent));
    // Not `scheduler.yield`, which would come before whatever the page has to do.
    await new Promise((resolve) => (globalThis.scheduler?.postTask ? scheduler.postTask(resolve) : setTimeout(resolve)));
    if (signal.aborted) return true;
    end = performance.now() + NEXT;
  }
  return widget.read(source, complete);
}

async function caught(widget, signal, work) {
  try {
    await work();
  } catch (error) {
    if (!error.trouble) throw error;
    if (!signal.aborted) widget.failed(error.trouble, error.what, error.status ?? 0);
  }
}

function parsed(bytes, what) {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    throw { trouble: 'no-package', what };
  }
}
