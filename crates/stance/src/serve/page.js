// The page of `stance serve`: asks for the package as it is, shows it, and asks again for what comes after that.
const element = document.querySelector('stance-matrix');
const [name, sum, go, note, problems, list] = ['name', 'sum', 'go', 'note', 'problems', 'list'].map((id) => document.getElementById(id));
const { classList } = document.documentElement;

// After so long it is tried again to reach the command.
const PAUSE = 1000;

const SORTS = {
  error: ['error', 'errors', 'Not shown until mended.'],
  warning: ['warning', 'warnings', 'Shown, but perhaps not as meant.'],
  hint: ['hint', 'hints', 'Could be better.'],
};

/** A node with what is in it; text is only ever text. */
function make(tag, content, attributes = {}) {
  const node = document.createElement(tag);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  node.append(...[content].flat().filter((part) => part !== ''));
  return node;
}

/** Where a problem is: its file, row and column. */
function where({ file, row, column }, files) {
  const known = Object.hasOwn(files, file);
  const rest = [row && `row ${row}`, column && `column ${column}`].filter(Boolean).map((part) => `, ${part}`).join('');
  return make('p', [known ? make('a', file, { href: files[file] }) : file, rest], { class: 'where' });
}

const item = (problem, files) => make('li', [
  problem.file ? where(problem, files) : '',
  make('p', problem.text, { class: 'what' }),
  problem.help ? make('p', problem.help, { class: 'help' }) : '',
]);

/** The problems of one severity, under how many they are. */
function sort(severity, all, files) {
  const found = all.filter((problem) => problem.severity === severity);
  if (!found.length) return '';
  const [one, several, meaning] = SORTS[severity];
  const heading = make('h3', [`${found.length} ${found.length === 1 ? one : several}`, make('small', meaning)]);
  return make('section', [heading, make('ol', found.map((problem) => item(problem, files)))]);
}

let hadMatrix = false;
// What the reader had chosen when the data changed.
let chosen;

// The element sees to what attributes and links ask for first.
element.addEventListener('stance-matrix:ready', () => queueMicrotask(() => {
  if (chosen) element.state = chosen;
  chosen = undefined;
  hadMatrix = true;
}));

/** Shows the matrix; where there is none, the one before stays. */
function draw({ data, language }) {
  note.hidden = Boolean(data);
  note.textContent = hadMatrix ? 'Nothing in it can be shown now. This is the matrix as it was.' : 'Nothing in it can be shown yet.';
  if (!data) return;
  if (hadMatrix) chosen ??= element.state;
  if (element.lang !== language) element.lang = language;
  element.data = data;
}

/** Shows what the package says. */
function show(sheet) {
  name.textContent = sheet.name;
  sum.textContent = `${sheet.sum}.`;
  const count = sheet.problems.length;
  document.title = (count ? `(${count}) ` : '') + (sheet.title || sheet.name);
  classList.remove('is-lost');
  classList.toggle('is-wrong', sheet.problems.some(({ severity }) => severity === 'error'));
  list.replaceChildren(...Object.keys(SORTS).map((severity) => sort(severity, sheet.problems, sheet.files)).filter(Boolean));
  problems.hidden = go.hidden = !count;
  draw(sheet);
}

/** What comes after `edition`; nothing, if there is nothing for a while. */
async function ask(edition) {
  const answer = await fetch(`sheet?${edition}`);
  if (!answer.ok) throw new Error(answer.statusText);
  return answer.status === 200 ? answer.json() : undefined;
}

/** Says that nothing is heard any more; whatever is said after that counts. */
async function lost() {
  sum.textContent = 'The command has ended. When it runs again, this page goes on.';
  classList.add('is-lost');
  await new Promise((done) => { setTimeout(done, PAUSE); });
  return '';
}

async function follow() {
  for (let edition = ''; ;) {
    const next = await ask(edition).catch(() => null);
    if (next) show(next.sheet);
    edition = next === null ? await lost() : next?.edition ?? edition;
  }
}

go.addEventListener('click', () => problems.focus());
follow();
