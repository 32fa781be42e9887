// Making nodes. What stands in them is text, never markup.

/** An element with attributes and with what is in it: nodes and texts. */
export function make(tag, attributes = {}, inside = []) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value) node.setAttribute(name, value);
  node.append(...inside);
  return node;
}

/** A button that reads `words` and does `key`. */
export const button = (words, key) => make('button', { type: 'button', class: 'link', 'data-do': key }, [words]);
