// Permalinks: `#stance=ROW/COLUMN` and, joined by `&`, `in=ELEMENT_ID`, `r= c= g= t= s=` (ids, comma-separated),
// `q=`, `view=`; percent-encoded. Keys of others are kept.

const LISTS = ['r', 'c', 'g', 't', 's'];
const WORDS = ['q', 'view'];
const OURS = ['stance', 'in', ...LISTS, ...WORDS];

const pairs = (hash) => hash.replace(/^#/, '').split('&').filter(Boolean).map((part) => part.split(/=(.*)/s, 2));

function decoded(text) {
  try { return decodeURIComponent(text); } catch { return text; }
}

/** What a fragment asks for: the id of an element, if it names one, and a state; undefined if nothing of ours. */
export function parse(hash) {
  const state = {};
  let id;
  for (const [key, value = ''] of pairs(hash)) {
    if (key === 'in') id = decoded(value);
    else if (key === 'stance') state.stance = value;
    else if (WORDS.includes(key)) state[key] = decoded(value);
    else if (LISTS.includes(key)) state[key] = value ? value.split(',').map(decoded) : [];
  }
  return Object.keys(state).length ? { id, state } : undefined;
}

/** The fragment with `state` in the place of what it asks for now; undefined where the page uses it otherwise. */
export function written(hash, id, state) {
  const others = pairs(hash).filter(([key]) => !OURS.includes(key));
  // A route or an anchor of the page is no place for keys.
  if (others.some(([, value]) => value === undefined)) return undefined;
  const ours = [];
  if (state.stance) ours.push(['stance', state.stance]);
  for (const key of LISTS) if (state[key]) ours.push([key, state[key].map(encodeURIComponent).join(',')]);
  for (const key of WORDS) if (state[key]) ours.push([key, encodeURIComponent(state[key])]);
  if (id && ours.length) ours.push(['in', encodeURIComponent(id)]);
  return [...ours, ...others].map(([key, value]) => `${key}=${value}`).join('&');
}

/** Two ids as one text, and back. */
export const joined = (ids) => ids.map(encodeURIComponent).join('/');
export const parted = (text) => String(text).split('/').map(decoded);
