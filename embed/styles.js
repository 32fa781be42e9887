/* global LATER_CSS */
// The styles of what comes later. A release puts them into the script, so that no bundler can lose them; where
// nothing is built they are fetched.

const PARTS = ['evidence.css', 'tools.css', 'paper.css'];
const fetched = async (name) => (await fetch(new URL(name, import.meta.url))).text();
const css = typeof LATER_CSS === 'string' ? LATER_CSS : (await Promise.all(PARTS.map(fetched))).join('');

/** Gives them to a shadow root, or to a page of its own. */
export function adopt(root, { CSSStyleSheet } = globalThis) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  return () => { root.adoptedStyleSheets = root.adoptedStyleSheets.filter((other) => other !== sheet); };
}
