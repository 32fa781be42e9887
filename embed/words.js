// The reader's language, and its words: one file a language, each fetched once and only when it is needed.
// In this very form bundlers see them, and take the files along.
const FILES = {
  ar: new URL('languages/ar.json', import.meta.url),
  de: new URL('languages/de.json', import.meta.url),
  en: new URL('languages/en.json', import.meta.url),
  es: new URL('languages/es.json', import.meta.url),
  fa: new URL('languages/fa.json', import.meta.url),
  fr: new URL('languages/fr.json', import.meta.url),
  kk: new URL('languages/kk.json', import.meta.url),
  ky: new URL('languages/ky.json', import.meta.url),
  ps: new URL('languages/ps.json', import.meta.url),
  ru: new URL('languages/ru.json', import.meta.url),
  tg: new URL('languages/tg.json', import.meta.url),
  tk: new URL('languages/tk.json', import.meta.url),
  tr: new URL('languages/tr.json', import.meta.url),
  uz: new URL('languages/uz.json', import.meta.url),
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
  if (!spoken.has(tag)) spoken.set(tag, speak(tag));
  return spoken.get(tag);
}

async function speak(tag) {
  const base = tag.toLowerCase().split('-', 1)[0];
  const file = FILES[SAME[base] ?? base];
  if (file) {
    // A language that has another name here says so itself.
    try { return { language: tag, ...await read(file), tag }; } catch { spoken.delete(tag); }
  }
  return { language: 'en', ...await read(FILES.en), tag };
}

/** A file of words. A release has all of them in each, in English where the language itself has none. */
async function read(file) {
  const response = await fetch(file);
  if (!response.ok) throw new Error(`${file.pathname} answered with error ${response.status}`);
  return response.json();
}
