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

/** A data package with its tables inline, as text: the form that is read fastest. */
function packaged({ scale, actors, concerns, positions }) {
  const rows = positions.flatMap(({ actor, concern, stance, statements }) => {
    const said = statements.length ? statements : [{}];
    return said.map(({ text, speaker, role, date, url }) => [actor, concern, stance ?? 'not-addressed', text, speaker, role, date, url]);
  });
  const names = (list) => csv([['id', 'name'], ...list.map(({ id, name }) => [id, name])]);
  const categories = scale.map(({ id, label }) => ({ value: id, label }));
  const key = (fields, resource) => ({ fields, reference: { resource, fields: 'id' } });
  return {
    resources: [
      {
        name: 'statements',
        data: csv([['country', 'concern', 'stance', 'quote', 'speaker', 'role', 'date', 'url'], ...rows]),
        schema: {
          fields: [{ name: 'country' }, { name: 'concern' }, { name: 'stance', categories, categoriesOrdered: true }],
          foreignKeys: [key('country', 'countries'), key('concern', 'concerns')],
        },
      },
      { name: 'countries', data: names(actors) },
      { name: 'concerns', data: names(concerns) },
    ],
  };
}

function csv(rows) {
  let text = '';
  for (const row of rows) text += `${row.map(field).join()}\n`;
  return text;
}

function field(value = '') {
  return value.includes(',') || value.includes('"') || value.includes('\n') ? `"${value.replaceAll('"', '""')}"` : value;
}
