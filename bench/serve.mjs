// Serves the pages of a run from memory, each file compressed before the first visit, as a good host would.
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, relative } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const TYPES = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};
const SAME = { 'Cache-Control': 'no-store', 'Access-Control-Allow-Origin': '*', 'Timing-Allow-Origin': '*' };
// What is large is compressed less: minutes of it would change no figure but the time of the run.
const MUCH = 2 ** 22;

const brotli = (bytes) =>
  brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: bytes.length > MUCH ? 4 : 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  });

/** A server of folders (`{ dom: FOLDER }`, at `/dom/`) and of data (`{ small: OBJECT }`, at `/data/small.json`). */
export async function serve(folders, data) {
  const files = new Map();
  const put = (address, bytes, extension) =>
    files.set(address, { body: brotli(bytes), type: TYPES[extension] ?? 'application/octet-stream' });
  for (const [name, folder] of Object.entries(folders)) {
    for (const path of within(folder)) put(`/${name}/${relative(folder, path).replaceAll('\\', '/')}`, readFileSync(path), extname(path));
  }
  for (const [name, object] of Object.entries(data)) put(`/data/${name}.json`, Buffer.from(JSON.stringify(object)), '.json');

  let sent = { bytes: 0, requests: 0 };
  const server = createServer(({ url }, response) => {
    const path = url.split('?')[0];
    const file = files.get(path.endsWith('/') ? `${path}index.html` : path);
    if (!file) return response.writeHead(404, SAME).end();
    if (!path.includes('/data/')) sent = { bytes: sent.bytes + file.body.length, requests: sent.requests + 1 };
    response
      .writeHead(200, { ...SAME, 'Content-Type': file.type, 'Content-Encoding': 'br', 'Content-Length': file.body.length })
      .end(file.body);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    /** What was sent since this was last asked, data not counted. */
    sent: () => {
      const before = sent;
      sent = { bytes: 0, requests: 0 };
      return before;
    },
    close: () => server.close(),
  };
}

/** The files of a folder, those that are compressed already left out. */
function within(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return entries.map(({ parentPath, name }) => join(parentPath, name)).filter((path) => !/\.(br|gz)$/.test(path));
}
