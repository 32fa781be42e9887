// The data of the benchmark, from a seed: the same on every machine, in the form that the contract asks for.

/** Rows, columns, statements in a cell that has any, the share of cells that do, and the share without a stance. */
export const SIZES = {
  small: { rows: 5, columns: 8, statements: 2, quoted: 1, silent: 0.1, seed: 1 },
  medium: { rows: 50, columns: 40, statements: 2, quoted: 1, silent: 0.1, seed: 2 },
  large: { rows: 200, columns: 1000, statements: 1, quoted: 0.3, silent: 0, seed: 3 },
};

const SCALE = Object.entries({
  full: 'Supports in full',
  part: 'Supports in part',
  open: 'Undecided',
  doubts: 'Has doubts',
  rejects: 'Rejects',
}).map(([id, label]) => ({ id, label }));
const ROLES = ['president', 'minister', 'ambassador', 'member of the delegation'];

// A name may begin with a rare letter, which is in no other word: what is typed of it is found in names of rows alone,
// also by a search through all quotes.
const RARE = words('q x z j');
const BEGINNINGS = words('a be du ki lo ma ne or pa ru sa ti u');
const MIDDLES = words('dan lir mor nel pan rus sel tam');
const ENDINGS = words('ia land mark nia ona');
const FIRST = words(`
  River Harbour Forest Border Wheat Copper Winter Island Railway Ferry Mountain Canal Desert Village Coastal Eastern
  Western Northern Southern Common
`);
const SECOND = words(`
  tolls aid patrols loans permits surveys tariffs refunds courts funds bans talks limits rights checks plans rents
  repairs duties schools grants fees leases pacts audits cables dams fares guards harvests imports labels medals nurses
  pumps roads sensors tests unions wells gates lamps vans vaults archives bells ovens rails seals tents
`);
const WORDS = words(`
  we they our their the a this that no every last other under after before without against for with and but because
  until where who have want need give take hold build open close share owe hear refuse welcome water land money trade
  people house road bridge winter summer year month border town farm mill port train school bread salt iron coal paper
  letter treaty law court vote council minister union north south east west old new long short fair free common small
  large good hard slow late first second
`);

function words(text) {
  return text.trim().split(/\s+/);
}

/** Numbers from 0 to before 1, by mulberry32. */
function random(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The data of a size in [`SIZES`]. */
export function generate({ rows, columns, statements, quoted, silent, seed }) {
  const next = random(seed);
  const of = (list) => list[Math.floor(next() * list.length)];
  const capital = (text) => text[0].toUpperCase() + text.slice(1);
  const person = () => capital(of(BEGINNINGS) + of(MIDDLES));
  const quote = (number) => {
    const said = [];
    while (said.join(' ').length < 180) said.push(of(WORDS));
    return `${capital(said.join(' '))}, no. ${number}.`;
  };

  const names = new Set();
  while (names.size < rows) {
    const beginning = next() < 0.5 ? of(RARE) + of(['a', 'e', 'o']) : of(BEGINNINGS);
    names.add(capital(beginning + of(MIDDLES) + of(ENDINGS)));
  }
  const actors = [...names].map((name, row) => ({ id: `r${row}`, name }));
  const concerns = Array.from({ length: columns }, (_, column) => ({
    id: `c${column}`,
    name: `${FIRST[column % FIRST.length]} ${SECOND[Math.floor(column / FIRST.length)]}`,
  }));
  let count = 0;
  const statement = () => ({
    text: quote(++count),
    speaker: `${person()} ${person()}`,
    role: of(ROLES),
    date: `20${10 + Math.floor(next() * 15)}-0${1 + Math.floor(next() * 9)}-1${Math.floor(next() * 10)}`,
    url: `https://example.org/${count}`,
  });
  const positions = actors.flatMap(({ id: actor }) =>
    concerns.map(({ id: concern }) => {
      const stance = next() < silent ? null : of(SCALE).id;
      return { actor, concern, stance, statements: Array.from({ length: next() < quoted ? statements : 0 }, statement) };
    }),
  );
  return { scale: SCALE, actors, concerns, positions };
}
