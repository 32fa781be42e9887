/* global LATER_CSS */
// The styles of what comes later. A release puts them into the script, so that no bundler can lose them.
import { text } from '../sheet.js';

const css = typeof LATER_CSS === 'string' ? LATER_CSS : await text('later.css');

/** Gives them to a shadow root, or to a page of its own. */
export function adopt(root, { CSSStyleSheet } = globalThis) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  return () => { root.adoptedStyleSheets = root.adoptedStyleSheets.filter((other) => other !== sheet); };
}
