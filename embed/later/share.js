// The window for sharing a quote: its picture, to save, and its text with the link, to copy.
import { date, say } from '../say.js';
import { copy } from './copy.js';
import { make } from './make.js';
import { draw, laidOut, svg } from './picture.js';
import { save } from './save.js';

/** Opens the window for a statement; `pressed` is the button in its card. */
export function share({ element, texts, facts, statement, pressed, name }) {
  const look = looked(pressed.closest('.card').querySelector('.verdict .fill'));
  const said = says(element, texts, facts, statement, look);
  const canvas = make('canvas', { role: 'img', 'aria-label': asText(said) });
  const picture = laidOut(said, canvas.getContext('2d'));
  draw(picture, canvas);
  const act = (key, press) => {
    const button = make('button', { type: 'button', class: 'button' }, [say(texts, key)]);
    button.addEventListener('click', () => press(button));
    return button;
  };
  const dialog = make('dialog', { class: 'sharing', 'aria-label': say(texts, 'share.picture'), lang: texts.language, dir: texts.dir }, [
    canvas,
    make('div', {}, [
      act('share.png', () => canvas.toBlob((blob) => save(`${name}.png`, blob))),
      act('share.svg', () => save(`${name}.svg`, new Blob([svg(picture, said.title)], { type: 'image/svg+xml' }))),
      act('share.copy', async (button) => {
        if (await copy(asText(said), dialog)) button.textContent = say(texts, 'copied');
      }),
      act('close', () => dialog.close()),
    ]),
  ]);
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
    // A translation is nobody's very words, and says so.
    by: [speaker, role, day && date(texts, day), words !== quote && say(texts, 'translation')].filter(Boolean).join(', ') || say(texts, `kind.${kind}`),
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
