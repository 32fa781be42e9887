// Pages with a fault, for engines whose requests no journey can change: the demo under `/spoiled/HOW/`.
import { readFileSync } from 'node:fs';
import { STRICT } from './policy.mjs';

// Before all else: writes down every event of the widget.
const RECORDER = `
  globalThis.heard = [];
  for (const name of ['ready', 'select', 'filter', 'problem', 'error']) {
    addEventListener('stance-matrix:' + name, ({ detail }) => heard.push({ name, detail }));
  }
  addEventListener('securitypolicyviolation', ({ effectiveDirective }) => heard.push({ name: 'violation', detail: effectiveDirective }));
`;
const POLICIES = { strict: STRICT, forbidden: "script-src 'self'", scriptless: "script-src 'none'" };

/** Answers what is asked for under `/spoiled/HOW/` in `folder`; whether it did. */
export function spoil(folder, request, response) {
  const [, how, file] = request.url.match(/^\/spoiled\/(\w+)\/(.*)$/) ?? [];
  if (how === undefined) return false;
  request.url = `/${file}`;
  if (file === '') {
    const page = readFileSync(`${folder}/index.html`, 'utf8').replace('<head>', '<head><script src="recorder.js"></script>');
    response.setHeader('Content-Type', 'text/html;charset=utf-8');
    if (POLICIES[how]) response.setHeader('Content-Security-Policy', POLICIES[how]);
    response.end(page.replace('<stance-matrix', '<stance-matrix loading="eager"'));
    return true;
  }
  if (file === 'recorder.js') {
    response.setHeader('Content-Type', 'text/javascript');
    response.end(RECORDER);
    return true;
  }
  return file.endsWith('.wasm') && spoilModule(how, `${folder}/${file}`, response);
}

function spoilModule(how, path, response) {
  const kind = (type) => response.setHeader('Content-Type', type);
  const faults = {
    404: () => response.writeHead(404).end('Not found'),
    gone: () => response.destroy(),
    mime: () => { kind('text/html'); response.end('<!doctype html><p>Please log in'); },
    cut: () => { kind('application/wasm'); response.end(readFileSync(path).subarray(0, 20_000)); },
  };
  faults[how]?.();
  return how in faults;
}
