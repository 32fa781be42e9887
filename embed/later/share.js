// The window for sharing a quote: its picture, to save, and its text with the link, to copy.
import { date, say } from '../say.js';
import { copy as copyText } from './copy.js';
import { button, make } from './make.js';
import { draw, laidOut, svg } from './picture.js';
import { save } from './save.js';

/** Opens the window for a statement; `pressed` is the button in its card. */
export function share({ element, texts, facts, statement, pressed, name }) {
  const look = looked(pressed.closest('.card').querySelector('.verdict .fill'));
  const said = says(element, texts, facts, statement, look);
  const canvas = make('canvas', { role: 'img', 'aria-label': asText(said) });
  const picture = laidOut(said, canvas.getContext('2d'));
  draw(picture, canvas);
  const copy = button(say(texts, 'share.copy'), '');
  const dialog = make('dialog', { class: 'sharing', 'aria-label': say(texts, 'share.picture'), lang: texts.language, dir: texts.dir }, [
    canvas,
    make('div', {}, [
      button(say(texts, 'share.png'), 'png'),
      button(say(texts, 'share.svg'), 'svg'),
      copy,
      button(say(texts, 'close'), ''),
    ]),
  ]);
  const [png, vector, , close] = dialog.querySelectorAll('button');
  for (const one of dialog.querySelectorAll('button')) {
    one.className = 'button';
    one.removeAttribute('data-do');
  }
  png.addEventListener('click', () => canvas.toBlob((blob) => save(`${name}.png`, blob)));
  vector.addEventListener('click', () => save(`${name}.svg`, new Blob([svg(picture, said.title)], { type: 'image/svg+xml' })));
  copy.addEventListener('click', async () => {
    if (await copyText(asText(said), dialog)) copy.textContent = say(texts, 'copied');
  });
  close.addEventListener('click', () => dialog.close());
  // The card hears of no key and no press that is meant for the window.
  dialog.addEventListener('keydown', (event) => event.stopPropagation());
  dialog.addEventListener('close', () => { dialog.remove(); pressed.focus(); });
  pressed.closest('.card').append(dialog);
  dialog.showModal();
}

/** What the picture and the text say. */
function says(element, texts, facts, [row, column, code, kind, , quote, text, speaker, role, day, source, url, lang, translation], look) {
  const isSpoken = lang.split('-')[0] === texts.tag.split('-')[0];
  const words = quote && translation && !isSpoken ? translation : quote;
  const language = words === quote ? lang : texts.tag;
  const link = new URL(location.href.split('#', 1)[0]);
  const [who, what] = [facts.rows[row], facts.columns[column]];
  const isNamed = element.permalink !== 'off';
  const own = element.id && `&in=${encodeURIComponent(element.id)}`;
  return {
    look,
    title: facts.title,
    where: say(texts, 'join', 0, who[1], what[1]),
    word: facts.scale.find(([of]) => of === code)?.[2] ?? '',
    quote: words ? quoted(words, language) : text,
    by: [speaker, role, day && date(texts, day)].filter(Boolean).join(', ') || say(texts, `kind.${kind}`),
    source: [source, url].filter(Boolean).join(', '),
    link: `${link.host}${link.pathname}`,
    address: isNamed ? `${link}#stance=${[who[0], what[0]].map(encodeURIComponent).join('/')}${own}` : `${link}`,
  };
}

const asText = ({ title, where, word, quote, by, source, address }) => [`${where}: ${word}`, quote, [by, source].filter(Boolean).join('. '), title, address].join('\n');

/** Words between the quotation marks of their language, as the browser would set them. */
function quoted(words, language) {
  const marks = { de: '„“', ru: '«»', fr: '«»', es: '«»', ar: '«»', fa: '«»', ps: '«»', kk: '«»', ky: '«»', tg: '«»' }[language.split('-')[0]] ?? '“”';
  return marks[0] + words + marks[1];
}

/** The colours and the mark of a stance, as it is painted. */
function looked(fill) {
  const { backgroundColor, color, borderTopColor } = getComputedStyle(fill);
  const path = fill.querySelector('path');
  return { fill: backgroundColor, ink: color, edge: borderTopColor, path: path?.getAttribute('d'), outline: path && getComputedStyle(path.parentNode).fill === 'none' };
}
