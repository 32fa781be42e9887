// Serves a folder on this machine, as a publisher's static host would: `node server.mjs FOLDER PORT`.
// The same under `/strict/` comes with the strict content policy that a newsroom may have.
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import sirv from 'sirv';
import { STRICT } from './policy.mjs';
import { spoil } from './spoiled.mjs';

const [folder, port] = process.argv.slice(2);
const UNDER_POLICY = '/strict';

// `dev`: each file is looked up when it is asked for, so a new build needs no new server.
const files = sirv(folder, { dev: true });
// Pages that other libraries draw, beside the release.
const examples = sirv(fileURLToPath(new URL('../target', import.meta.url)), { dev: true });

createServer((request, response) => {
  if (request.url.startsWith(`${UNDER_POLICY}/`)) {
    request.url = request.url.slice(UNDER_POLICY.length);
    response.setHeader('Content-Security-Policy', STRICT);
  }
  // The folder of a publisher.
  request.url = request.url.replace(/^\/stance-matrix\//, '/');
  if (spoil(folder, request, response)) return;
  const serve = request.url.startsWith('/examples/') ? examples : files;
  serve(request, response, () => {
    response.statusCode = 404;
    response.end('Not found');
  });
}).listen(Number(port), '127.0.0.1');
