// What a server needs of a built folder: `node release.mjs FOLDER VERSION`. A folder named after the version,
// whose files never change, so that they may be kept for ever; every text and module compressed as well as can be,
// once and here; and a list of all files with the hashes by which a page can tell that they are the right ones.
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const [folder, version] = process.argv.slice(2);
// What a publisher embeds; the rest belongs to the demo.
const PUBLISHED = ['embed.js', 'stance-matrix_bg.wasm', 'table.css', 'embed.html', 'frame.js', 'frame.css', 'embed-host.js', 'later.js', 'problems.js', 'fault-lines.js', 'fault-lines_bg.wasm', 'languages'];
const IS_PACKABLE = /\.(css|csv|html|js|json|md|svg|wasm)$/;

const brotli = (bytes, more) => brotliCompressSync(bytes, {
  params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length, ...more },
});

const known = new Map();

/** The smallest of what the settings for windows, blocks and distances make of a module, which is unlike the text they are made for. */
function smallest(bytes) {
  const hash = createHash('sha384').update(bytes).digest('base64');
  if (!known.has(hash)) {
    const modes = [constants.BROTLI_MODE_GENERIC, constants.BROTLI_MODE_FONT];
    const windows = [[17, 0], [18, 0], [18, 16]].flatMap(([window, block]) => modes.map((mode) => [window, block, mode]));
    const settings = windows.flatMap(([window, block, mode]) => [0, 2].flatMap((postfix) => [0, 15].map((direct) => ({
      [constants.BROTLI_PARAM_MODE]: mode,
      [constants.BROTLI_PARAM_LGWIN]: window,
      [constants.BROTLI_PARAM_LGBLOCK]: block,
      [constants.BROTLI_PARAM_NPOSTFIX]: postfix,
      [constants.BROTLI_PARAM_NDIRECT]: direct << postfix,
    }))));
    known.set(hash, settings.map((more) => brotli(bytes, more)).reduce((a, b) => (b.length < a.length ? b : a)));
  }
  return known.get(hash);
}

/** Compresses a file in both ways that browsers take; the bytes in the better one. */
function compress(path, bytes) {
  const packed = path.endsWith('.wasm') ? smallest(bytes) : brotli(bytes);
  writeFileSync(join(folder, `${path}.br`), packed);
  writeFileSync(join(folder, `${path}.gz`), gzipSync(bytes, { level: 9 }));
  return packed.length;
}

/** The line of a file in the list. */
function entry(path) {
  const bytes = readFileSync(join(folder, path));
  const integrity = `sha384-${createHash('sha384').update(bytes).digest('base64')}`;
  return { path, bytes: bytes.length, brotli: IS_PACKABLE.test(path) ? compress(path, bytes) : undefined, integrity };
}

mkdirSync(join(folder, version));
for (const name of PUBLISHED) cpSync(join(folder, name), join(folder, version, name), { recursive: true });

const all = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((found) => found.isFile());
const paths = all.map(({ parentPath, path, name }) => join(parentPath ?? path, name).slice(join(folder, '/').length).replaceAll('\\', '/'));
const files = paths.sort().map(entry);
const list = JSON.stringify({ version, files }, null, 2) + '\n';
writeFileSync(join(folder, 'files.json'), list);
compress('files.json', Buffer.from(list));
