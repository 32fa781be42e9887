// What the journeys in other engines look for in the page, by role and name as a person would, through
// every open shadow root. Bundled and run in the page: see page.mjs.
import { computeAccessibleName, getRole } from 'dom-accessibility-api';

/** Every element below `root`, those of shadow roots too. */
function* everything(root) {
  for (const element of root.querySelectorAll('*')) {
    yield element;
    if (element.shadowRoot) yield* everything(element.shadowRoot);
  }
}

/** The role in its place: the cells and headers of a grid are its own. */
function roleOf(element) {
  if (element.localName === 'td' && element.closest('[role=grid]')) return 'gridcell';
  if (element.localName === 'th') return element.scope === 'row' ? 'rowheader' : 'columnheader';
  return getRole(element);
}

/** The visible elements of `role` whose name begins with `name`. */
const found = (role, name = '') =>
  [...everything(document)].filter((element) =>
    roleOf(element) === role && element.checkVisibility({ visibilityProperty: true }) && computeAccessibleName(element).trim().startsWith(name));

/** How many there are. */
export const count = (role, name) => found(role, name).length;

/** Their texts, as they show. */
export const texts = (role, name) => found(role, name).map((element) => element.innerText.trim());

/** How high what fills them is. */
export const heights = (role, name) => found(role, name).map((element) => Math.round(element.firstElementChild.getBoundingClientRect().height));

/** The middle of the first of them, once it is in sight: where a pointer goes. */
export function middle(role, name) {
  const [element] = found(role, name);
  element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
  const { x, y, width, height } = element.getBoundingClientRect();
  return [Math.round(x + width / 2), Math.round(y + height / 2)];
}

/** The name of what has the focus. */
export function focused() {
  let { activeElement } = document;
  while (activeElement?.shadowRoot?.activeElement) ({ activeElement } = activeElement.shadowRoot);
  return activeElement ? computeAccessibleName(activeElement) : '';
}
