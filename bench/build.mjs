// Builds the pages: rivals as one minified script each, ours with the files of the release beside it.
import { build, transform } from 'esbuild';
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const HERE = import.meta.dirname;
export const DIST = join(HERE, '../dist');
/** What answers the contract on a page with one element. */
export const HOOKS = join(HERE, 'pages/hooks.js');
const PAGES = join(HERE, '../target/bench');
// Preact stands in for React where the folder says so.
const PREACT = { react: 'preact/compat', 'react-dom': 'preact/compat', 'react-dom/client': 'preact/compat/client' };

/** The names of the rivals: the folders of `rivals` but for what they share. */
export const RIVALS = readdirSync(join(HERE, 'rivals')).filter((name) => name !== 'common');

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
  const options = { absWorkingDir: HERE, bundle: true, minify: true, format: 'esm', target: 'es2024', legalComments: 'none', logLevel: 'warning' };
  await build({
    ...options,
    entryPoints: [join(HERE, 'rivals', name, entry)],
    outfile: join(folder, 'page.js'),
    define: { 'process.env.NODE_ENV': '"production"' },
    conditions: ['browser', 'production', 'module'],
    jsx: 'automatic',
    jsxImportSource: isPreact ? 'preact' : 'react',
    alias: isPreact ? PREACT : {},
  });
  const style = await build({ entryPoints: [join(HERE, 'rivals/common/look.css')], minify: true, write: false });
  writeFileSync(join(folder, 'index.html'), `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"><title>${name}</title><style>${style.outputFiles[0].text.trim()}</style><body><div id="page"></div><script type="module" src="page.js"></script></body></html>`);
  return folder;
}

/** A page of ours, which loads the release as a publisher's page does. */
async function our(name) {
  const folder = join(PAGES, name);
  mkdirSync(folder, { recursive: true });
  cpSync(join(HERE, 'pages', name), folder, { recursive: true });
  for (const file of ['embed.js', 'later.js', 'stance-matrix_bg.wasm', 'languages']) cpSync(join(DIST, file), join(folder, file), { recursive: true });
  // Inline, so that what answers the contract costs no request.
  const page = readFileSync(join(folder, 'index.html'), 'utf8').replace(/\n\s*/g, '');
  const { code } = await transform(readFileSync(HOOKS, 'utf8'), { minify: true });
  writeFileSync(join(folder, 'index.html'), page.replace('/* hooks */', () => code.trim()));
  return folder;
}
