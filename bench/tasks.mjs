// What is done on every page of a size, chosen from its data so that each action has an outcome to be seen.

// Rows and columns that every page shows without scrolling.
const [TOP, LEFT] = [5, 10];
// Rows that a first key may hide.
const SEEN = 8;

/** Cells to hover with a quote of each, columns to switch, and keys to type with a row that each hides. */
export function tasks({ actors, concerns, positions }) {
  const hovers = [];
  for (let column = 2; column < Math.min(LEFT, concerns.length); column += 1) {
    const rows = [...actors.keys()].slice(0, TOP);
    const row = rows.find((row) => positions[row * concerns.length + column].statements.length);
    if (row !== undefined) hovers.push({ row, column, quote: positions[row * concerns.length + column].statements[0].text });
  }
  return { hovers, columns: [2, 3, 4], keys: keys(actors.map(({ name }) => name.toLowerCase()).slice(0, SEEN)) };
}

/** The beginning of a name, as many letters of it as each hide one more of the names in sight. */
function keys(names) {
  const tries = names
    .filter((name) => /^[qxzj]/.test(name))
    .map((name) => {
      const found = [];
      let left = [...names.keys()];
      for (let length = 1; length <= 3; length += 1) {
        const stay = left.filter((row) => names[row].includes(name.slice(0, length)));
        const gone = left.find((row) => !stay.includes(row));
        if (gone === undefined) break;
        found.push({ key: name[length - 1], gone });
        left = stay;
      }
      return found;
    });
  const best = tries.sort((one, other) => other.length - one.length)[0];
  if (!best?.length) throw new Error('no name among the first rows begins with a rare letter: take another seed');
  return best;
}
