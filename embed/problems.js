// What is wrong in the data: told to the page, and listed under the matrix. Loaded only where something is.
import { RULES } from './rules.js';
import { make } from './later/make.js';
import { say } from './say.js';

// More problems than this are counted and not listed.
const LISTED = 20;

/**
 * Tells the page of `problems` by events of `element`, and lists them behind `root`, if there is one, folded: a line that
 * the reader may pass over and an editor must not. Each is `[rule's number, file, row, column, what was found, how many more]`.
 */
export function tell(element, root, problems, texts) {
  const told = problems.map(([number, file, row, column, found, more]) => {
    const [severity, text, help] = RULES[number];
    const what = more ? `There are ${more} more problems of this sort.` : text.replace('{}', () => found);
    return { severity, file, row, column, text: what, help };
  });
  for (const detail of told) element.dispatchEvent(new CustomEvent('stance-matrix:problem', { bubbles: true, composed: true, detail }));
  const listed = told.filter(({ severity }) => severity !== 'hint');
  if (!listed.length || !root?.isConnected) return;
  const more = listed.length - LISTED;
  root.after(make('div', { class: 'widget foot problems' }, [
    make('details', {}, [
      make('summary', {}, [say(texts, 'problems', listed.length)]),
      make('ul', {}, listed.slice(0, LISTED).map((problem) => make('li', {}, [line(problem)]))),
      ...(more > 0 ? [make('p', {}, [say(texts, 'problems.more', more)])] : []),
    ]),
  ]));
}

const line = ({ file, row, column, text, help }) => `${file}${row ? `, row ${row}` : ''}${column ? `, column ${column}` : ''}: ${text} ${help}`;
