/* global WIDGET_CSS */
// The widget's style sheet: one for all widgets of the page. A strict policy allows adopted sheets and the CSSOM, where
// it forbids `<style>` and `style=`.
import { text } from './sheet.js';

// A release puts it into the script, so that no bundler can lose it.
const css = typeof WIDGET_CSS === 'string' ? WIDGET_CSS : await text('widget.css');
let styles;

/** It, read by the browser once: best while the module is on its way. */
export function sheet() {
  if (!styles) {
    styles = new CSSStyleSheet();
    styles.replaceSync(css);
  }
  return styles;
}

/** Gives it to a shadow root. */
export function dress(root) {
  const sheets = root.adoptedStyleSheets;
  if (!sheets.includes(sheet())) root.adoptedStyleSheets = [...sheets, styles];
}
