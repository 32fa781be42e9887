/* global WIDGET_CSS */
// The widget's style sheet: one for all widgets of the page. A strict policy allows adopted sheets and the CSSOM, where
// it forbids `<style>` and `style=`.
import { text } from './sheet.js';

// A release puts it into the script, so that no bundler can lose it.
const css = typeof WIDGET_CSS === 'string' ? WIDGET_CSS : await text('widget.css');
let styles;

/** Gives it to a shadow root. */
export function dress(root) {
  if (!styles) {
    styles = new CSSStyleSheet();
    styles.replaceSync(css);
  }
  const sheets = root.adoptedStyleSheets;
  if (!sheets.includes(styles)) root.adoptedStyleSheets = [...sheets, styles];
}
