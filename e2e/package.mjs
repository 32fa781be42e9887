// Before the journeys: packs the npm package, installs it into an empty project, as a developer does, and builds
// that with Vite.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
/** The project. */
export const PROJECT = path('../target/package/');
const run = (folder, ...words) => execFileSync('npm', words, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

export default async function installed() {
  rmSync(PROJECT, { recursive: true, force: true });
  mkdirSync(PROJECT, { recursive: true });
  cpSync(path('package'), PROJECT, { recursive: true });
  writeFileSync(`${PROJECT}package.json`, JSON.stringify({ name: 'a-page', private: true, type: 'module' }));
  const [{ filename, files }] = JSON.parse(run(path('../target/npm'), 'pack', '--json', '--pack-destination', PROJECT));
  // What the journeys compare.
  writeFileSync(`${PROJECT}packed.json`, JSON.stringify(files.map((file) => file.path)));
  run(PROJECT, 'install', '--offline', '--no-audit', '--no-fund', `./${filename}`);
  // Served beside the examples, below a path of its own.
  const outDir = path('../target/examples/vite');
  await build({ root: PROJECT, base: './', logLevel: 'warn', configFile: false, build: { outDir, emptyOutDir: true } });
}
