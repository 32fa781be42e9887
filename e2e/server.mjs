// Serves a folder on this machine, as a publisher's static host would: `node server.mjs FOLDER PORT`.
// The same under `/strict/` comes with the strict content policy that a newsroom may have.
import { createServer } from 'node:http';
import sirv from 'sirv';

const [folder, port] = process.argv.slice(2);
const STRICT = '/strict';
const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "connect-src 'self'",
  // The page's own icon; the widget has no pictures.
  "img-src 'self'",
  "require-trusted-types-for 'script'",
].join('; ');

// `dev`: each file is looked up when it is asked for, so a new build needs no new server.
const files = sirv(folder, { dev: true });
// Pages that other libraries draw, beside the release.
const examples = sirv('../target', { dev: true });

createServer((request, response) => {
  if (request.url.startsWith(`${STRICT}/`)) {
    request.url = request.url.slice(STRICT.length);
    response.setHeader('Content-Security-Policy', POLICY);
  }
  const serve = request.url.startsWith('/examples/') ? examples : files;
  serve(request, response, () => {
    response.statusCode = 404;
    response.end('Not found');
  });
}).listen(Number(port), '127.0.0.1');
