// The command line, as the journeys of an author drive it. STANCE names the program.
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const DEMO = fileURLToPath(new URL('../data/central-asia', import.meta.url));

/** Writes the demo into `file`, whose name says the format. */
export const exported = (file, ...options) => execFileSync(process.env.STANCE, ['export', DEMO, '--output', file, ...options]);

/** A copy of the demo in `folder`, and `stance serve` on it. */
export class Desk {
  constructor(folder) {
    this.folder = folder;
    cpSync(DEMO, folder, { recursive: true });
  }

  /** Starts to serve it, where it was served before. */
  async start() {
    this.program = spawn(process.env.STANCE, ['serve', this.folder, '--port', this.port ?? '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [line] = await once(this.program.stdout, 'data');
    this.address = String(line).match(/http:\S+/)[0];
    this.port = new URL(this.address).port;
  }

  async end() {
    const ended = once(this.program, 'exit');
    this.program.kill();
    await ended;
  }

  /** Saves a file as many editors do: a new one takes the place of the old one. */
  save(name, change) {
    const file = `${this.folder}/${name}`;
    writeFileSync(`${file}~`, change(readFileSync(file, 'utf8')));
    renameSync(`${file}~`, file);
  }
}
