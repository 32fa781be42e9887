// Links of the page into a matrix: which element a fragment is for.
import { parse } from './link.js';
import { connected } from './module.js';

// The fragment that an element has answered; others need not.
let answered;

/** Whether `element` is the one that the page's fragment is for, and what it asks for then. */
export function asked(element) {
  const link = parse(location.hash);
  if (!link || element.permalink === 'off' || answered === location.hash) return undefined;
  const isMeant = link.id === undefined ? element.knows(link.state) : link.id === element.id;
  if (!isMeant) return undefined;
  answered = location.hash;
  return link.state;
}

/** The fragment has changed: the element that it is for shows what it asks for. */
export function follow() {
  answered = undefined;
  // In the order of the page.
  const inOrder = [...connected].sort((a, b) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
  for (const element of inOrder) {
    const state = asked(element);
    if (state) return element.follow(state);
  }
}

/** Whether the fragment may tell of `element`: it has an id, or there is no other. */
export const isNamed = (element) => element.permalink !== 'off' && (element.id !== '' || connected.size === 1);
