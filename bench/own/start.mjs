// How soon a page can be used on a cheap phone: slow 4G, and a processor four times slower.
import { HOOKS } from '../build.mjs';
import { measured } from '../visit.mjs';

const CHEAP = { processor: 4, isSlow: true };

/** The figures of one visit of a page with the small data, or of the article. */
export const start = (chromium, { origin }, name) =>
  name === 'article'
    ? measured(chromium, `${origin}/article/`, undefined, { ...CHEAP, scripts: [HOOKS] })
    : measured(chromium, `${origin}/${name}/?data=${origin}/data/small.json`, undefined, CHEAP);
