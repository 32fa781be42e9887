// What the browser knows of languages: numbers, dates, lists, forms of words. `texts` is a file of `languages`, with the
// `language` that it is in.

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

/**
 * A whole number with the separators of the language of `texts`. A short one has none, and is in the usual digits
 * wherever words go from left to right.
 */
export const number = ({ language, dir }, value) => (value < 1000 && dir === 'ltr' ? `${value}` : formatter('NumberFormat', language).format(value));

/** A share from 0 to 1 in whole percent. */
export const percent = ({ language }, share) => formatter('NumberFormat', language, { style: 'percent' }).format(share);

/**
 * The words of `texts` under `key`: where they have several forms, the one for exactly `count`, else the one that
 * the language has for it; `{n}` is the count, `{0}` to `{2}` are `parts`. A stance
 * that has no words is its value.
 */
export function say(texts, key, count, ...parts) {
  const forms = texts[key] ?? key.replace('stance.', '');
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
export function date(texts, text) {
  const { language, months } = texts;
  const days = text.split('/');
  const [parts, other] = days.map((day) => day.split('-').length);
  // A day and a month are not of one kind, and a month is not its first day.
  if (other && other !== parts) return days.map((day) => date(texts, day)).join(' – ');
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
