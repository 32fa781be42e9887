// From the address in `src` to files in the widget: fetching, and what can go wrong. Every trouble has a
// word here; src/failure.rs has the sentence for it.

/** Asks for `text` as an address below `base`; of what is not there or not allowed it throws a trouble. */
export async function ask(text, base, signal, trouble = 'address', origin = undefined) {
  const address = parse(text, base);
  const allowed = /^(https?|blob):$/.test(address?.protocol) && (!origin || address.origin === origin);
  if (!allowed) throw { trouble, what: text };
  // As a reader may see it: host and path, without what could be secret behind the `?`.
  const what = address.host + address.pathname;
  const reached = (promise) => promise.catch(() => { throw { trouble: 'unreachable', what }; });
  const response = await reached(fetch(address, { signal }));
  if (!response.ok) throw { trouble: 'answer', what, status: response.status };
  const bytes = new Uint8Array(await reached(response.arrayBuffer()));
  return { address, what, bytes, file: address.pathname.split('/').pop() };
}

/** Gives the widget what `asked` promises, and whatever a data package names besides. */
export async function load(widget, asked, src, signal) {
  try {
    const { address, what, bytes, file } = await asked;
    if (signal.aborted) return;
    if (address.pathname.endsWith('.csv')) return widget.csv(file, bytes, src);
    const paths = widget.package(file, parsed(bytes, what));
    // All are asked for before the first is waited for.
    const files = await Promise.allSettled(paths.map((path) => ask(path, address, signal, 'elsewhere', address.origin)));
    if (signal.aborted) return;
    files.forEach(({ value }, index) => value && widget.file(paths[index], value.bytes));
    const failed = files.findLast(({ reason }) => reason);
    if (!widget.read(src, !failed)) throw failed.reason;
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

function parse(text, base) {
  try {
    return new URL(text, base);
  } catch {
    return null;
  }
}
