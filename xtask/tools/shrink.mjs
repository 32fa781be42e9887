// Makes a built folder smaller: `node shrink.mjs FOLDER`. The module is pruned and optimised, the names on both sides
// of the bridge between it and the scripts become short (a tenth of the bundle is such names otherwise),
// and the scripts become one, `embed.js`.
import { execFileSync } from 'node:child_process';
import { copyFileSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { slim } from './glue.mjs';
import { complete } from './languages.mjs';
import { prune } from './prune.mjs';

const folder = process.argv[2];
const module = join(folder, 'stance-matrix_bg.wasm');
const run = (program, ...options) => execFileSync(program, options, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });

// What the module uses beyond the first version of WebAssembly; every browser with `adoptedStyleSheets`
// has it. wasm-bindgen leaves no note of it in the module.
const features = ['bulk-memory', 'bulk-memory-opt', 'reference-types', 'nontrapping-float-to-int', 'sign-ext', 'mutable-globals', 'multivalue'];
const optimised = (file, ...passes) => run('wasm-opt', ...features.map((feature) => `--enable-${feature}`), ...passes, file, '-o', file);
const optimise = (...passes) => optimised(module, ...passes);

prune(module);

// Here and only here: what Trunk has optimised before packs less well. Rust's stack lies at the low end of
// the memory, where no pointer to data is. Functions with one caller stay apart, and no access to memory
// says how it is aligned, nor are values moved to where they are used: what is alike is found by the compression. How
// it was made no reader needs.
const unlike = ['--one-caller-inline-max-function-size=50', '--skip-pass=simplify-locals', '--dealign'];
const settings = ['--low-memory-unused', '-Oz', '--converge', ...unlike];
optimise(...settings, '--strip-producers', '--strip-target-features', '--debuginfo');
// `cargo xtask size` tells of it by its names, which no reader needs.
copyFileSync(module, 'target/named.wasm');
const renamed = JSON.parse(optimise('--strip-debug', '--minify-imports-and-exports-and-modules'));
writeFileSync(module, padded(readFileSync(module)));

/**
 * A module with a section of zeros at its end, which every engine passes over. Brotli takes for text what looks like
 * UTF-8 for three quarters, as our code does, and packs it less well; no zero does.
 */
function padded(bytes) {
  const text = bytes.filter((byte) => byte > 0 && byte < 0x80).length;
  const zeros = Math.max(0, Math.ceil(text / 0.735) - bytes.length);
  const length = Array.from([0, 7, 14], (shift) => ((zeros + 1) >> shift & 0x7f) | (shift < 14 ? 0x80 : 0));
  // The first of the zeros says how long its name is: it has none.
  return Buffer.concat([bytes, Buffer.from([0, ...length]), Buffer.alloc(zeros + 1)]);
}

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
writeFileSync(glue, slim(readFileSync(glue, 'utf8').replace(offered, (text, name) => (isImported.has(name) ? text : ''))));

// A script's style sheet, as text in it.
const sheet = (name) => JSON.stringify(run('esbuild', join(folder, 'styles', name), '--bundle', '--minify', '--log-level=warning').trim());

const cache = join(folder, 'names.json');
writeFileSync(cache, JSON.stringify(names));
const quoted = Object.keys(names).map((name) => name.replace(/[^\w]/g, '\\$&'));
run(
  'esbuild',
  join(folder, 'embed.js'),
  '--bundle',
  '--external:./later.js',
  '--external:./problems.js',
  '--external:./languages/*',
  '--minify',
  '--format=esm',
  `--mangle-props=^(${quoted.join('|')})$`,
  '--mangle-quoted',
  `--mangle-cache=${cache}`,
  `--define:WIDGET_CSS=${sheet('widget.css')}`,
  '--allow-overwrite',
  '--log-level=warning',
  `--outfile=${join(folder, 'embed.js')}`,
);
// The module that finds the fault lines is small, and few readers ask for it.
optimised(join(folder, 'fault-lines_bg.wasm'), '-Oz', '--converge', '--strip-debug', '--strip-producers', '--strip-target-features');
// What a page may load besides, each for itself.
const alone = ['table.css', 'frame.css', 'frame.js', 'embed-host.js', 'later.js', 'problems.js', 'fault-lines.js'];
const files = alone.map((name) => join(folder, name));
const bundle = ['--bundle', '--minify', '--format=esm', '--log-level=warning'];
run('esbuild', ...files, ...bundle, '--external:./fault-lines.js', '--allow-overwrite', `--define:LATER_CSS=${sheet('later.css')}`, `--outdir=${folder}`);
complete(join(folder, 'languages'));
for (const name of readdirSync(folder)) {
  const isScript = name.endsWith('.js') && !['embed.js', ...alone].includes(name);
  if (isScript || ['later', 'snippets', 'styles', 'tokens.css', 'names.json'].includes(name)) rmSync(join(folder, name), { recursive: true });
}
