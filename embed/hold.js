// From the table to the widget that takes its place: nothing on the page moves until the reader acts.

const ACTS = ['pointerdown', 'keydown', 'focusin'];

/** Hides `root`, which the widget of `element` is drawn into, until it has painted, and gives it the table's height. */
export function hold(element, root) {
  const { paddingTop, paddingBottom } = getComputedStyle(element);
  const height = element.clientHeight - parseFloat(paddingTop) - parseFloat(paddingBottom);
  const release = () => {
    root.removeAttribute('style');
    for (const act of ACTS) element.removeEventListener(act, release);
  };
  root.hidden = true;
  element.addEventListener('stance-matrix:ready', () => {
    root.hidden = false;
    if (!(height > 0)) return;
    root.style.setProperty('block-size', `${height}px`);
    root.style.setProperty('overflow', 'clip');
    for (const act of ACTS) element.addEventListener(act, release);
  }, { once: true });
}
