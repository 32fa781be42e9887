// How a quote is written before it is looked for, as `stance verify` has it (crates/stance/src/verify/normal.rs).

const ELLIPSIS = /(?:\( ?DOTS ?\)|\[ ?DOTS ?\]|DOTS)/.source.replaceAll('DOTS', String.raw`(?!\.{4}|\. \. \. \.)(?:\.\.\.|\. \. \.|…)\.*`);
const ELLIPSES = new RegExp(String.raw` ?${ELLIPSIS}(?: ?${ELLIPSIS})* ?`, 'g');

/** A text with its marks, white space, accents and ellipses written in one way. */
export function normal(text) {
  const plain = text
    .replace(/[ﬀ-ﬆ]/g, (letters) => letters.normalize('NFKC'))
    .normalize('NFC')
    .replace(/[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g, '')
    .replace(/[“”„‟«»″〝〞＂]/g, '"')
    .replace(/[‘’‚‛‹›′ʻʼ`´＇]/g, "'")
    .replace(/[\p{White_Space}]+/gu, ' ');
  return plain.replace(ELLIPSES, ' … ').trim();
}
