// Assembles the npm package: `node package.mjs RELEASE FOLDER VERSION`. The built files are those that the release has
// under its version; the others lie in `npm/`, the package's description without its version.
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [release, folder, version] = process.argv.slice(2);
const isCompressed = (path) => /\.(br|gz)$/.test(path);

// What an earlier build has left would go along.
rmSync(folder, { recursive: true, force: true });
cpSync(join(release, version), folder, { recursive: true, filter: (path) => !isCompressed(path) });
cpSync('npm', folder, { recursive: true });
cpSync('LICENSE', join(folder, 'LICENSE'));
const description = join(folder, 'package.json');
const { name, ...rest } = JSON.parse(readFileSync(description, 'utf8'));
writeFileSync(description, JSON.stringify({ name, version, ...rest }, null, 2) + '\n');
