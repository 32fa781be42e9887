// Reads a package that `?package=` names, or a table of `?statements=` rows. All of it is in memory before the first
// moment that counts: the page answers for the network then, and the element reads as it always does.
const { marks } = window.__bench;
const parameters = new URLSearchParams(location.search);
const source = parameters.get('package') ?? new URL('growth.csv', location.href).href;
const files = parameters.has('package') ? await fetched(source) : new Map([[source, table(Number(parameters.get('statements')))]]);

const network = window.fetch;
window.fetch = async (address, options) =>
  files.has(String(address)) ? new Response(files.get(String(address))) : network(address, options);
const element = document.createElement('stance-matrix');
element.setAttribute('loading', 'eager');
element.setAttribute('src', source);
marks.bytes = [...files.values()].reduce((sum, { byteLength }) => sum + byteLength, 0);
marks.parsed = performance.now();
document.body.append(element);

/** The files of a package, by their addresses. */
async function fetched(address) {
  const bytes = async (address) => new Uint8Array(await (await fetch(address)).arrayBuffer());
  const descriptor = await bytes(address);
  const { resources } = JSON.parse(new TextDecoder().decode(descriptor));
  const addresses = resources.map(({ path }) => new URL(path, address).href);
  const rest = await Promise.all(addresses.map(async (address) => [address, await bytes(address)]));
  return new Map([[address, descriptor], ...rest]);
}

/** A table of so many statements, one a cell. */
function table(count) {
  const columns = Math.ceil(count / (count < 1e6 ? 100 : 200));
  const stances = ['strongly-supports', 'supports', 'mixed', 'opposes', 'strongly-opposes'];
  const bytes = new Uint8Array(count * 64 + 64);
  const encoder = new TextEncoder();
  let length = 0;
  const write = (text) => {
    length += encoder.encodeInto(text, bytes.subarray(length)).written;
  };
  write('country,concern,stance,date\n');
  for (let row = 0, left = count; left > 0; row += 1) {
    let lines = '';
    for (let column = 0; column < columns && left > 0; column += 1, left -= 1) {
      lines += `Country ${row},Concern ${column},${stances[(row * 7 + column * 3) % 5]},20${10 + (column % 15)}-01-01\n`;
    }
    write(lines);
  }
  return bytes.slice(0, length);
}
