// A permalink as it stands in the page's address.
import { LISTS, WORDS, pairs } from '../link.js';

const OURS = ['stance', 'in', ...LISTS, ...WORDS];

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
