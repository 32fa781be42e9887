// Gives the contract's data to the element, and filters by the names of rows as the contract has it: through the
// element's `state`. Its own search looks through quotes as well; that is measured beside it.
const element = document.querySelector('stance-matrix');
const names = document.querySelector('#names');
const actors = await given();

names.addEventListener('input', () => {
  const text = names.value.trim().toLowerCase();
  const r = actors.filter(({ name }) => name.toLowerCase().includes(text)).map(({ id }) => id);
  element.state = { ...element.state, r: text ? r : undefined };
});

/** Fetches the data and hands it over, and keeps no more of it than what the field needs. */
async function given() {
  const response = await fetch(new URLSearchParams(location.search).get('data'));
  const data = await response.json();
  window.__bench.marks.parsed = performance.now();
  element.data = packaged(data);
  return data.actors;
}

/** A data package with its tables inline, as text: the form that is read fastest. Ids, stances and days need no quotes. */
function packaged({ scale, actors, concerns, positions }) {
  const lines = ['country,concern,stance,quote,speaker,role,date,url'];
  for (const { actor, concern, stance, statements } of positions) {
    const cell = `${actor},${concern},${stance ?? 'not-addressed'}`;
    if (!statements.length) lines.push(cell);
    for (const { text, speaker, role, date, url } of statements) {
      lines.push(`${cell},${quoted(text)},${quoted(speaker)},${quoted(role)},${date},${quoted(url)}`);
    }
  }
  const categories = scale.map(({ id, label }) => ({ value: id, label }));
  const key = (fields, resource) => ({ fields, reference: { resource, fields: 'id' } });
  return {
    resources: [
      {
        name: 'statements',
        data: lines.join('\n'),
        schema: {
          fields: [{ name: 'country' }, { name: 'concern' }, { name: 'stance', categories, categoriesOrdered: true }],
          foreignKeys: [key('country', 'countries'), key('concern', 'concerns')],
        },
      },
      { name: 'countries', data: actors },
      { name: 'concerns', data: concerns },
    ],
  };
}

function quoted(text) {
  return text.includes('"') ? `"${text.replaceAll('"', '""')}"` : `"${text}"`;
}
