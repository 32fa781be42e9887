// Builds the pages of `examples/` into `target/examples`, before the journeys.
import { cpSync, mkdirSync, readFileSync } from 'node:fs';
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

export default async function examples() {
  // Its module is built by `cargo xtask test`.
  cpSync(new URL('yew/index.html', from), new URL('yew/index.html', into));
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
