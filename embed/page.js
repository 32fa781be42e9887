// What the browser does for the module: words it knows better, styles, places on screen, events. Nothing
// here knows what is drawn.

const known = new Map();

/** Whether the browser itself knows `language` for this object of `Intl`. */
function knows(name, language) {
  try { return Intl[name].supportedLocalesOf(language).length > 0; } catch { return false; }
}

/** A formatter of `Intl` for `language`, or for English where the browser does not know that. */
function formatter(name, language, options) {
  const key = name + language + JSON.stringify(options);
  if (!known.has(key)) known.set(key, new Intl[name](knows(name, language) ? language : 'en', options));
  return known.get(key);
}

/** A whole number with the separators of the language of `texts`. */
export const number = ({ language }, value) => formatter('NumberFormat', language).format(value);

/**
 * The words of `texts` under `key`: where they have several forms, the one for exactly `count`, else the one that
 * the language has for it; `{n}` is the count, `{0}` to `{2}` are `parts`.
 */
export function say(texts, key, count, ...parts) {
  const forms = texts[key] ?? key;
  const text = forms.other ? forms[count] ?? forms[formatter('PluralRules', texts.language).select(count)] ?? forms.other : forms;
  return text.replace(/{(\w)}/g, (_, place) => place === 'n' ? number(texts, count) : parts[place]);
}

/** Names as a list, by the browser's rules for the language of `texts`, else by the word for “and” there. */
export function list({ language, and }, names) {
  if (!and || knows('ListFormat', language)) return formatter('ListFormat', language).format(names);
  return [names.slice(0, -1).join(', '), names.at(-1)].filter(Boolean).join(` ${and} `);
}

/**
 * A date, a partial date or an interval as the data has it (`2021`, `2021-08`, `2021-08-19`,
 * `2021-09-07/2021-09-09`), in the language of `texts`, and in the words there where the browser has none.
 * What cannot be read stays as it is.
 */
export function date({ language, months }, text) {
  const days = text.split('/');
  const parts = Math.max(...days.map((day) => day.split('-').length));
  const options = { timeZone: 'UTC', year: 'numeric', month: parts > 1 ? 'long' : undefined, day: parts > 2 ? 'numeric' : undefined };
  try {
    if (days.length > 2) return text;
    const [from, to] = [new Date(days[0]), new Date(days.at(-1))];
    if (!months || knows('DateTimeFormat', language)) return formatter('DateTimeFormat', language, options).formatRange(from, to);
    const written = (day) => day.toISOString().slice(0, 10).split('-').slice(0, parts).map((part, index) => [part, months[part - 1], +part][index]).reverse().join(' ');
    return [...new Set([written(from), written(to)])].join(' – ');
  } catch {
    return text;
  }
}

/** The name of the language `code` in the language of `texts`, else in its own: “Russian” for `ru`; the code where it is unknown. */
export function languageName({ language }, code) {
  try {
    return formatter('DisplayNames', knows('DisplayNames', language) ? language : code, { type: 'language' }).of(code);
  } catch {
    return code;
  }
}

/** Sends an event from the element to the page. */
export function tell(element, name, detail) {
  element.dispatchEvent(new CustomEvent(`stance-matrix:${name}`, { bubbles: true, composed: true, detail }));
}

let styles;

/**
 * Gives the shadow root around `root` the widget's sheet: one for all widgets of the page. A strict policy
 * allows adopted sheets and the CSSOM, where it forbids `<style>` and `style=`.
 */
export function adopt(root, css) {
  if (!styles) {
    styles = new CSSStyleSheet();
    styles.replaceSync(css);
  }
  add(root, styles);
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
  add(root, sheet);
}

function add(node, sheet) {
  const shadow = node.getRootNode();
  const sheets = shadow.adoptedStyleSheets ?? [];
  if (!sheets.includes(sheet)) shadow.adoptedStyleSheets = [...sheets, sheet];
}

/**
 * Whether a press is on the matrix or the card below `root`. By where it is: what is in a closed shadow root
 * of the page stands in no event that the page hears.
 */
export function isPressed(root, { clientX, clientY }) {
  const pressed = root.getRootNode().elementFromPoint(clientX, clientY)?.closest('.grid, .card');
  return Boolean(pressed) && root.contains(pressed);
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
