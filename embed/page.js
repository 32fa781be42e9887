// What the browser does for the module: styles, places on screen, events. Nothing here knows what is drawn.

/** Sends an event from the element to the page. */
export function tell(element, name, detail) {
  element.dispatchEvent(new CustomEvent(`stance-matrix:${name}`, { bubbles: true, composed: true, detail }));
}

/** Gives levels of the scale a colour of their own, set as a value, so that it can be nothing but a colour. */
export function paint(root, colors) {
  const sheet = new CSSStyleSheet();
  colors.forEach((color, level) => {
    const { style } = sheet.cssRules[sheet.insertRule(`[data-level="${level}"] { --own: 1 }`, level)];
    if (!color) return;
    style.setProperty('--fill', color);
    style.setProperty('--ink', 'oklch(from var(--fill) clamp(0, (0.57 - l) * 1000, 1) 0 0)');
    style.setProperty('--edge', 'var(--ink)');
  });
  const shadow = root.getRootNode();
  shadow.adoptedStyleSheets = [...shadow.adoptedStyleSheets, sheet];
}

// Letters of a word in a cell; a longer one breaks.
const LETTERS = 12;

// So many columns of a large matrix are wider than any page.
const MANY = 20;

/**
 * Tells the styles of the matrix below `root` how many places across and lines there are, which of them are drawn (from,
 * to before), and how long the longest word in a cell is.
 */
export function fit(root, across, lines, left, right, top, bottom) {
  const sheet = root.querySelector('.sheet');
  if (!sheet) return;
  const words = root.querySelector('.legend').textContent.split(/[^\p{L}]/u);
  const letters = String(Math.min(LETTERS, Math.max(...words.map((word) => word.length))));
  if (sheet.style.getPropertyValue('--letters') !== letters) sheet.style.setProperty('--letters', letters);
  // Not as properties that cells inherit: each would be styled anew at every step.
  const { style } = sheet.firstChild;
  const room = (count, of = 'across') => `${count} * var(--${of})`;
  const wide = (count, of) => `calc(var(--stance-row-width) + ${room(count, of)})`;
  const isPart = right - left < across || bottom - top < lines;
  // Few columns share what room there is; of many none would get more than the least.
  const share = across < MANY ? `calc((100cqi - var(--stance-row-width) - 4px) / ${across})` : '';
  if (sheet.style.getPropertyValue('--share') !== share) sheet.style.setProperty('--share', share);
  sheet.style.inlineSize = isPart ? wide(across) : '';
  style.inlineSize = isPart ? wide(right - left) : '';
  [style.minInlineSize, style.maxInlineSize] = isPart ? ['', ''] : [wide(across), wide(across, 'most')];
  style.marginInlineStart = `calc(${room(left)})`;
  style.marginBlock = `calc(${room(top, 'line')}) calc(${room(lines - bottom, 'line')})`;
}

// Before it is drawn: a cell of a large matrix at the least, its headers, and the part of the screen's height that it takes
// at most.
const LEAST = { width: 104, height: 59 };
const HEAD = { width: 144, height: 128 };
const MOST = 0.85;

/**
 * The lines (from, to before) and the places across (from, to before) that are in sight of the matrix below `root`;
 * before it is drawn, about how many will be.
 */
export function sight(root) {
  const box = (selector) => root.querySelector(selector)?.getBoundingClientRect();
  const scroller = root.querySelector('.scroller') ?? { scrollTop: 0, scrollLeft: 0, clientHeight: MOST * innerHeight, clientWidth: root.clientWidth || innerWidth };
  const [cell, head, side] = [box('.cell') ?? LEAST, box('thead') ?? HEAD, box('.row') ?? HEAD];
  const part = (from, length, size) => [Math.floor(from / size), Math.ceil((from + Math.max(length, size)) / size)];
  return [
    ...part(scroller.scrollTop, scroller.clientHeight - head.height, cell.height),
    ...part(Math.abs(scroller.scrollLeft), scroller.clientWidth - side.width, cell.width),
  ];
}

/**
 * Whether a press is on the matrix or the card below `root`. By where it is: what is in a closed shadow root
 * of the page stands in no event that the page hears.
 */
export function isPressed(root, { clientX, clientY }) {
  const pressed = root.getRootNode().elementFromPoint(clientX, clientY)?.closest('.grid, .card');
  return Boolean(pressed) && root.contains(pressed);
}

/** Puts the focus on `node`, and scrolls nothing. */
export const focus = (node) => node.focus({ preventScroll: true });

/**
 * Brings a cell that has the focus by key out from under the headers: the browser counts one of which a part shows as
 * shown. Under a pointer nothing moves.
 */
export function uncover(cell) {
  if (cell.matches(':focus-visible')) cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

/** Milliseconds from the pointer's rest on a cell to its card: `--stance-hover-delay` (`80ms`, `0.1s`). */
export function hoverDelay(element) {
  const value = getComputedStyle(element).getPropertyValue('--stance-hover-delay').trim();
  const milliseconds = parseFloat(value) * (value.endsWith('ms') ? 1 : value.endsWith('s') ? 1000 : NaN);
  // No page can cause more than a long wait.
  return milliseconds >= 0 ? Math.min(milliseconds, 60_000) : 80;
}

// Screens narrower than this get the card as a sheet from below; CSS pixels, as all here.
const SHEET_BELOW = 560;
// Between the card and what it opened from, and between the card and the screen's edge.
const GAP = 6;

/**
 * Lifts the card into the browser's top layer, where no box of the page can cut it off, and puts it beside
 * `anchor`; on a narrow screen it is a sheet. A browser without popovers leaves it where its styles put it.
 */
export function place(card, anchor) {
  const [width, height] = [document.documentElement.clientWidth, innerHeight];
  if (card.showPopover && !card.matches(':popover-open')) card.showPopover();
  const set = (property, length) => card.style.setProperty(property, `${Math.round(length)}px`);
  if (width >= SHEET_BELOW) {
    card.removeAttribute('data-sheet');
    set('--room', Math.max(0, height - 2 * GAP));
    const [x, y] = corner(anchor.getBoundingClientRect(), card.getBoundingClientRect(), width, height);
    set('left', x);
    set('top', y);
  } else if (!card.hasAttribute('data-sheet')) {
    card.setAttribute('data-sheet', '');
    // Where it stood on a wider screen would hold against the sheet's own place.
    for (const property of ['left', 'top', '--room']) card.style.removeProperty(property);
    // The page scrolls so far that the sheet, whose box is still on the way up, does not hide the anchor.
    const hidden = anchor.getBoundingClientRect().bottom + 2 * GAP - (height - card.offsetHeight);
    if (hidden > 0) scrollBy(0, hidden);
  }
}

/** The card's left upper corner: below the anchor where there is room, else above, else beside it. */
function corner(anchor, card, width, height) {
  const within = (start, size, room) => Math.max(GAP, Math.min(start, room - GAP - size));
  const centred = within(anchor.left + anchor.width / 2 - card.width / 2, card.width, width);
  const below = anchor.bottom + GAP;
  if (below + card.height + GAP <= height) return [centred, below];
  const above = anchor.top - GAP - card.height;
  if (above >= GAP) return [centred, above];
  const right = anchor.right + GAP;
  const beside = right + card.width + GAP <= width ? right : anchor.left - GAP - card.width;
  return [within(beside, card.width, width), within(below, card.height, height)];
}
