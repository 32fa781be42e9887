// The files of words of a built folder: whole, so that a reader loads one file and no word is missing.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The words of a language; those that it has none for in English. */
export const whole = (english, own) => ({ ...english, dir: 'ltr', ...own });

/** Completes every file in `folder`, and leaves out the space between its words. */
export function complete(folder) {
  const read = (name) => JSON.parse(readFileSync(join(folder, name), 'utf8'));
  const english = read('en.json');
  for (const name of readdirSync(folder)) writeFileSync(join(folder, name), JSON.stringify(whole(english, read(name))));
}
