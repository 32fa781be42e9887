// Permalinks: `#stance=ROW/COLUMN` and, joined by `&`, `in=ELEMENT_ID`, `r= c= g= t= s=` (ids, comma-separated),
// `q=`, `view=`, `o=`; percent-encoded. Keys of others are kept.

export const LISTS = ['r', 'c', 'g', 't', 's'];
export const WORDS = ['q', 'view', 'o'];

/** Keys and values of a fragment; a value is undefined where there is no `=`. */
export const pairs = (hash) => hash.replace(/^#/, '').split('&').filter(Boolean).map((part) => part.split(/=(.*)/s, 2));

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

/** Two ids as one text, and back. */
export const joined = (ids) => ids.map(encodeURIComponent).join('/');
export const parted = (text) => String(text).split('/').map(decoded);
