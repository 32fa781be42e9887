// Builds the pages of `examples/` into `target/examples`, before the journeys; `node examples.mjs` does too.
import { cpSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';
import { compile } from 'svelte/compiler';

const from = new URL('../examples/', import.meta.url);
const into = new URL('../target/examples/', import.meta.url);

const svelte = {
  name: 'svelte',
  setup({ onLoad }) {
    onLoad({ filter: /\.svelte$/ }, ({ path }) => ({ contents: compile(readFileSync(path, 'utf8'), { filename: path, css: 'external' }).js.code }));
  },
};

// What `stance snippet data/central-asia` prints: the demo holds it, and a test of the command line says so.
const [snippet] = readFileSync(new URL('../index.html', import.meta.url), 'utf8').match(/<stance-matrix>[^]*<\/stance-matrix>/);

/** The snippet without what WordPress takes out of an author's post, and with its typographic apostrophes. */
const filtered = snippet
  .replace(/<\/?(stance-matrix|input|time)\b[^>]*>/g, '')
  .replace(/>[^<]+</g, (text) => text.replaceAll("'", '’'));

/** Copies the pages that need no building, with the snippet where it belongs. */
function pages() {
  for (const folder of ['.', 'html', 'wordpress', 'frame', 'strict', 'no-wasm', 'yew']) {
    const files = readdirSync(new URL(`${folder}/`, from)).filter((name) => /\.(html|css)$/.test(name));
    mkdirSync(new URL(`${folder}/`, into), { recursive: true });
    for (const file of files) {
      const text = readFileSync(new URL(`${folder}/${file}`, from), 'utf8');
      const page = text.replace(/<!-- snippet: [^>]*-->/, () => snippet).replace(/<!-- filtered: [^>]*-->/, () => filtered);
      writeFileSync(new URL(`${folder}/${file}`, into), page);
    }
  }
}

export default async function examples() {
  pages();
  for (const [name, entry] of [['react', 'main.jsx'], ['vue', 'main.js'], ['svelte', 'main.js']]) {
    const folder = new URL(`${name}/`, into);
    mkdirSync(folder, { recursive: true });
    cpSync(new URL('page.html', from), new URL('index.html', folder));
    await build({
      entryPoints: [new URL(`${name}/${entry}`, from).pathname],
      outfile: new URL('main.js', folder).pathname,
      bundle: true,
      format: 'esm',
      jsx: 'automatic',
      nodePaths: [new URL('node_modules', import.meta.url).pathname],
      conditions: ['browser'],
      define: { 'process.env.NODE_ENV': '"production"', __VUE_OPTIONS_API__: 'false', __VUE_PROD_DEVTOOLS__: 'false', __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false' },
      plugins: [svelte],
      logLevel: 'warning',
    });
  }
}

if (import.meta.filename === process.argv[1]) await examples();
