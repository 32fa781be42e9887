// The reader's language, and its words: one file a language, each fetched once and only when it is needed.
import { date } from './say.js';

// In this very form bundlers see them, and take the files along.
const FILES = {
  ar: () => import('./languages/ar.js'),
  de: () => import('./languages/de.js'),
  en: () => import('./languages/en.js'),
  es: () => import('./languages/es.js'),
  fa: () => import('./languages/fa.js'),
  fr: () => import('./languages/fr.js'),
  kk: () => import('./languages/kk.js'),
  ky: () => import('./languages/ky.js'),
  ps: () => import('./languages/ps.js'),
  ru: () => import('./languages/ru.js'),
  tg: () => import('./languages/tg.js'),
  tk: () => import('./languages/tk.js'),
  tr: () => import('./languages/tr.js'),
  uz: () => import('./languages/uz.js'),
};
// The languages that have another name as well.
const SAME = { prs: 'fa' };

const spoken = new Map();

/** The language that `element` is in: its own, its nearest ancestor's, the document's, else English. */
export function tagOf(element) {
  for (let node = element; node; node = node.getRootNode().host) {
    const named = node.closest('[lang]');
    if (named) return named.lang || 'en';
  }
  return 'en';
}

/** The words of the language `tag` (BCP 47), in English where there are none. */
export function wordsOf(tag) {
  if (!spoken.has(tag)) {
    const words = speak(tag);
    spoken.set(tag, words);
    // What failed can be tried again.
    words.catch(() => spoken.delete(tag));
  }
  return spoken.get(tag);
}

/** The first date takes the browser long: it writes one while the module is on its way. */
function ready(texts) {
  date(texts, '2000-01-01');
  return texts;
}

async function speak(tag) {
  const base = tag.toLowerCase().split('-', 1)[0];
  // A language that has another name here says so itself.
  const own = await FILES[SAME[base] ?? base]?.().catch(() => {});
  if (own) return ready({ language: tag, ...own.default, tag });
  const english = await FILES.en().catch((error) => { throw Object.assign(error, { reason: 'network' }); });
  return ready({ ...english.default, language: 'en', tag });
}
