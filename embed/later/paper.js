// Paper: what is shown, with the filter named and every quote, for the article's own print and for a print of the
// matrix alone.
import { date, list, say } from '../say.js';
import { adopt } from './styles.js';
import { make } from './make.js';
import { FIRST_SILENCE } from './sentence.js';

// More columns than this do not fit beside each other on a page.
const ACROSS = 6;
// More cells or statements than this no browser can lay out in a moment.
const MOST = 5000;

/** Keeps a print version ready for the page's own print, and prints one alone. */
export class Paper {
  #before;
  #after;

  /** `place` gets the print version as its first child while the page prints; `fresh` makes it. */
  constructor(place, fresh) {
    let paper;
    this.#before = () => place.prepend((paper = fresh()));
    this.#after = () => paper.remove?.();
    addEventListener('beforeprint', this.#before);
    addEventListener('afterprint', this.#after);
    this.place = place;
  }

  /** Prints `paper` without the page around it. */
  print(paper) {
    const frame = make('iframe', { title: document.title, class: 'hidden', 'aria-hidden': 'true', tabindex: '-1' });
    this.place.append(frame);
    const { contentWindow: page, contentDocument: inside } = frame;
    inside.title = paper.querySelector('h1').textContent;
    inside.documentElement.lang = paper.lang;
    inside.documentElement.dir = paper.dir;
    inside.body.append(inside.adoptNode(paper));
    page.addEventListener('afterprint', () => frame.remove());
    adopt(inside, page);
    page.print();
  }

  /** Ends it. */
  end() {
    removeEventListener('beforeprint', this.#before);
    removeEventListener('afterprint', this.#after);
  }
}

/** The print version of what is shown under `state`. */
export function printed(facts, statements, texts, state) {
  const [rows, columns] = facts.shown.map((places) => Array.from(places));
  const words = new Map(facts.scale.map(([code, , word]) => [+code, word]));
  const paper = make('section', { class: 'paper', lang: texts.language, dir: texts.dir }, [
    make('h1', { dir: 'auto' }, [facts.title]),
    make('p', { dir: 'auto' }, [facts.description]),
    ...filter(facts, texts, state, words),
  ]);
  const isMany = rows.length * columns.length > MOST || statements.length > MOST;
  if (isMany) paper.append(make('p', {}, [say(texts, 'print.many')]));
  else {
    for (let from = 0; from < columns.length; from += ACROSS) paper.append(table(facts, rows, columns.slice(from, from + ACROSS), words));
    // A source that all of it comes from is named once, below.
    const isShared = new Set(statements.map(([, , , , , , , , , , source, url]) => source + url)).size < 2;
    for (const column of columns) paper.append(...evidence(facts, statements, texts, column, rows, words, isShared));
  }
  paper.append(foot(facts.foot));
  return paper;
}

/** What the reader has filtered by; nothing where all is shown. */
function filter(facts, texts, state, words) {
  const [rows, columns] = facts.shown;
  const said = [];
  const part = (places, axis, noun) => {
    if (places.length < facts[axis].length) said.push(say(texts, 'named', 0, say(texts, `${noun}.n`, places.length), list(texts, Array.from(places, (place) => facts[axis][place][1]).slice(0, 50))));
  };
  part(columns, 'columns', facts.nouns[1]);
  part(rows, 'rows', facts.nouns[0]);
  if (state.q) said.push(`“${state.q}”`);
  if (state.s) said.push(list(texts, facts.scale.filter(([, value]) => state.s.includes(value)).map(([code]) => words.get(+code))));
  return said.length ? [make('p', {}, [make('strong', {}, [say(texts, 'print.only', 0, said.join('; '))])])] : [];
}

function table(facts, rows, columns, words) {
  const mark = (code) => {
    const path = facts.marks.get(code);
    if (!path) return [];
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    svg.setAttribute('viewBox', '0 0 16 16');
    const drawn = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    drawn.setAttribute('d', path);
    for (const [name, value] of code < FIRST_SILENCE ? [] : [['fill', 'none'], ['stroke', '#000'], ['stroke-width', '1.75'], ['stroke-linecap', 'round']]) drawn.setAttribute(name, value);
    svg.append(drawn);
    return [svg];
  };
  const cell = (row, column) => {
    const code = facts.codes[row * facts.columns.length + column];
    return make('td', { class: code < FIRST_SILENCE ? '' : 'silence' }, [...mark(code), words.get(code)]);
  };
  const head = make('tr', {}, [make('td'), ...columns.map((column) => make('th', { scope: 'col', dir: 'auto' }, [facts.columns[column][1]]))]);
  const body = rows.map((row) => make('tr', {}, [make('th', { scope: 'row', dir: 'auto' }, [facts.rows[row][1]]), ...columns.map((column) => cell(row, column))]));
  return make('table', {}, [make('thead', {}, [head]), make('tbody', {}, body)]);
}

/** Every statement on a concern that is shown. */
function evidence(facts, statements, texts, column, rows, words, isShared) {
  const here = statements.filter(([, of, , , summary, quote, text]) => +of === column && (summary || quote || text));
  const blocks = rows.flatMap((row) => {
    const own = here.filter(([of]) => +of === row);
    if (!own.length) return [];
    const code = facts.codes[row * facts.columns.length + column];
    const name = say(texts, 'named', 0, facts.rows[row][1], words.get(code));
    return [make('h3', { dir: 'auto' }, [name]), make('ul', {}, own.map((statement) => item(statement, texts, isShared)))];
  });
  return blocks.length ? [make('h2', { dir: 'auto' }, [facts.columns[column][1]]), ...blocks] : [];
}

function item([, , , kind, summary, quote, text, speaker, role, day, source, url, lang, translation], texts, isShared) {
  const line = [say(texts, `kind.${kind}`), speaker, role, day && date(texts, day), ...(isShared ? [] : [source, url])].filter(Boolean).join(' · ');
  return make('li', {}, [
    ...(summary ? [make('p', { dir: 'auto' }, [summary])] : []),
    ...(quote ? [make('blockquote', { lang, dir: 'auto' }, [make('q', {}, [quote])])] : []),
    ...(translation ? [make('p', { dir: 'auto' }, [say(texts, 'named', 0, say(texts, 'translation'), translation)])] : []),
    ...(text ? [make('p', { dir: 'auto' }, [text])] : []),
    make('small', { dir: 'auto' }, [line]),
  ]);
}

/** What stands below the matrix, unfolded: on paper nobody can open it. */
function foot(foot) {
  const lines = Array.from(foot.querySelectorAll('dl > div'), (line) => ['dt', 'dd'].map((part) => textOf(line.querySelector(part))));
  const notes = Array.from(foot.querySelectorAll(':scope > div > details'), (details) => ['summary', 'p'].map((part) => textOf(details.querySelector(part))));
  return make('footer', {}, [...lines, ...notes].map(([name, text]) => make('p', { dir: 'auto' }, [make('small', {}, [make('strong', {}, [name]), ' ', text])])));
}

/** The text of a node, its parts set apart. */
const textOf = (node) => (node.children.length ? Array.from(node.children, (part) => part.textContent).join(' · ') : node.textContent);
