// The files of words of a built folder: whole, so that a reader loads one file and no word is missing.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [START, END] = ['export default ', ';'];

/** The words in a file: a module that exports an object, which is written as JSON. */
export function words(file) {
  const text = readFileSync(file, 'utf8').trim();
  return JSON.parse(text.slice(START.length, -END.length));
}

/** The words of a language; those that it has none for in English. */
export const whole = (english, own) => ({ ...english, ...own });

/** Completes every file in `folder`, and leaves out the space between its words. */
export function complete(folder) {
  const english = words(join(folder, 'en.js'));
  for (const name of readdirSync(folder)) {
    const file = join(folder, name);
    writeFileSync(file, START + JSON.stringify(whole(english, words(file))) + END);
  }
}
