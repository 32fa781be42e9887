// Makes a built folder smaller: `node shrink.mjs FOLDER`. The module is pruned and optimised, the names on both sides
// of the bridge between it and the scripts become short (a tenth of the bundle is such names otherwise),
// and the scripts become one, `embed.js`.
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { complete } from './languages.mjs';
import { prune } from './prune.mjs';

const folder = process.argv[2];
const module = join(folder, 'stance-matrix_bg.wasm');
const run = (program, ...options) => execFileSync(program, options, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });

// What the module uses beyond the first version of WebAssembly; every browser with `adoptedStyleSheets`
// has it. wasm-bindgen leaves no note of it in the module.
const features = ['bulk-memory', 'bulk-memory-opt', 'reference-types', 'nontrapping-float-to-int', 'sign-ext', 'mutable-globals', 'multivalue'];
const optimise = (...passes) => run('wasm-opt', ...features.map((feature) => `--enable-${feature}`), ...passes, module, '-o', module);

prune(module);

// Here and only here: what Trunk has optimised before packs less well. Rust's stack lies at the low end of
// the memory, where no pointer to data is. Functions with one caller stay apart, and no access to memory
// says how it is aligned: what is alike is found by the compression. How it was made no reader needs.
const optimised = ['--low-memory-unused', '--one-caller-inline-max-function-size=50', '-Oz', '--converge', '--dealign'];
optimise(...optimised, '--strip-producers', '--strip-target-features');
const renamed = JSON.parse(optimise('--minify-imports-and-exports-and-modules'));

const names = Object.fromEntries(renamed.exports);
for (const [from, name, short] of renamed.imports) {
  // All imports come from one place, which wasm-opt calls `a`.
  if (from !== './stance-matrix_bg.js') throw new Error(`${name} is imported from ${from}: give it \`catch\` in src/host/page.rs`);
  names[from] = 'a';
  names[name] = short;
}
// What the module no longer imports the script need not offer.
const glue = join(folder, 'stance-matrix.js');
const isImported = new Set(renamed.imports.map(([, name]) => name));
const offered = /^ {8}(__wbg\w+): function\([^]*?^ {8}\}(?:, arguments\); \})?,\n/gm;
writeFileSync(glue, readFileSync(glue, 'utf8').replace(offered, (text, name) => (isImported.has(name) ? text : '')));

const cache = join(folder, 'names.json');
writeFileSync(cache, JSON.stringify(names));
const quoted = Object.keys(names).map((name) => name.replace(/[^\w]/g, '\\$&'));
run(
  'esbuild',
  join(folder, 'embed.js'),
  '--bundle',
  '--external:./later.js',
  '--external:./languages/*',
  '--minify',
  '--format=esm',
  `--mangle-props=^(${quoted.join('|')})$`,
  '--mangle-quoted',
  `--mangle-cache=${cache}`,
  '--allow-overwrite',
  '--log-level=warning',
  `--outfile=${join(folder, 'embed.js')}`,
);
// What a page may load besides, each for itself; the styles of what comes later go into its script.
const alone = ['table.css', 'frame.css', 'frame.js', 'embed-host.js', 'later.js'];
const files = alone.map((name) => join(folder, name));
const bundle = ['--bundle', '--minify', '--format=esm', '--log-level=warning'];
const later = JSON.stringify(run('esbuild', join(folder, 'later.css'), ...bundle));
run('esbuild', ...files, ...bundle, '--allow-overwrite', `--define:LATER_CSS=${later}`, `--outdir=${folder}`);
complete(join(folder, 'languages'));
for (const name of readdirSync(folder)) {
  const isScript = name.endsWith('.js') && !['embed.js', ...alone].includes(name);
  if (isScript || ['later', 'snippets', 'tokens.css', 'names.json', 'later.css', 'evidence.css', 'tools.css', 'paper.css'].includes(name)) rmSync(join(folder, name), { recursive: true });
}
