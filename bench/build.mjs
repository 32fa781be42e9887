// Builds the pages: rivals as one minified script each, ours with the files of the release beside it.
import { build, transform } from 'esbuild';
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const HERE = import.meta.dirname;
const PAGES = join(HERE, '../target/bench');
export const DIST = join(HERE, '../dist');
/** What answers the contract on a page with one element. */
export const HOOKS = join(HERE, 'pages/hooks.js');

/** The names of the rivals: the folders of `rivals` but for what they share. */
export const RIVALS = readdirSync(join(HERE, 'rivals')).filter((name) => name !== 'common');

const MINIFIED = {
  absWorkingDir: HERE,
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2024',
  legalComments: 'none',
  logLevel: 'warning',
};
// Preact stands in for React where the folder says so.
const PREACT = { react: 'preact/compat', 'react-dom': 'preact/compat', 'react-dom/client': 'preact/compat/client' };
// What a publisher puts beside a page, as far as a page without a frame and a table asks for it.
const RELEASE = ['embed.js', 'later.js', 'problems.js', 'fault-lines.js', 'fault-lines_bg.wasm', 'stance-matrix_bg.wasm', 'languages'];

/** Builds all pages, and says where each is. */
export async function pages() {
  rmSync(PAGES, { recursive: true, force: true });
  const folders = {};
  for (const name of RIVALS) folders[name] = await rival(name);
  for (const name of ['ours', 'reader']) folders[name] = await our(name);
  return folders;
}

async function rival(name) {
  const folder = join(PAGES, name);
  const entry = readdirSync(join(HERE, 'rivals', name)).find((file) => file.startsWith('page.'));
  const isPreact = name.endsWith('-preact');
  await build({
    ...MINIFIED,
    entryPoints: [join(HERE, 'rivals', name, entry)],
    outfile: join(folder, 'page.js'),
    define: { 'process.env.NODE_ENV': '"production"' },
    conditions: ['browser', 'production', 'module'],
    jsx: 'automatic',
    jsxImportSource: isPreact ? 'preact' : 'react',
    alias: isPreact ? PREACT : {},
  });
  const common = join(HERE, 'rivals/common');
  await write(folder, join(common, 'page.html'), '/* look */', join(common, 'look.css'));
  return folder;
}

/** A page of ours, which loads the release as a publisher's page does. */
async function our(name) {
  const folder = join(PAGES, name);
  mkdirSync(folder, { recursive: true });
  cpSync(join(HERE, 'pages', name), folder, { recursive: true });
  for (const file of RELEASE) cpSync(join(DIST, file), join(folder, file), { recursive: true });
  await write(folder, join(folder, 'index.html'), '/* hooks */', HOOKS);
  return folder;
}

/** Writes a page with a file in the place of `mark`, so that what all need costs no request. */
async function write(folder, page, mark, file) {
  const { code } = await transform(readFileSync(file, 'utf8'), { minify: true, loader: file.endsWith('.css') ? 'css' : 'js' });
  const html = readFileSync(page, 'utf8').replace(/\n\s*/g, '');
  writeFileSync(
    join(folder, 'index.html'),
    html.replace(mark, () => code.trim()),
  );
}
