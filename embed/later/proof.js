// Which quotes were found in their source, and when: said in their card. `stance verify` records it, and names a quote
// by its digest, so that a quote that was changed since is not called found.
import { date, say } from '../say.js';
import { make } from './make.js';
import { normal } from './normal.js';

/** Says it of every quote in a card, whichever cell it opens from. */
export class Proof {
  #element;
  #matrix;
  #texts;
  // The days by digest, once they have come; of which data.
  #days;
  #of;
  #look = () => requestAnimationFrame(() => this.#mark());

  constructor(element, matrix) {
    this.#element = element;
    this.#matrix = matrix;
    element.addEventListener('stance-matrix:select', this.#look);
  }

  /** Says it in another language, or of other data. */
  update(texts) {
    this.#texts = texts;
    if (this.#of !== this.#matrix.proof) {
      this.#of = this.#matrix.proof;
      this.#days = days(this.#of);
    }
    this.#mark();
  }

  /** Ends it. */
  end() {
    this.#element.removeEventListener('stance-matrix:select', this.#look);
  }

  async #mark() {
    const days = await this.#days;
    if (!days?.size) return;
    let isOther = false;
    for (const shared of this.#element.shadowRoot.querySelectorAll('.card .share')) {
      const place = +shared.getAttribute('data-do').split(' ')[2];
      const facts = shared.parentNode.querySelector('.facts');
      const quote = this.#matrix.statements(place, place + 1, true)[0]?.[5];
      const day = quote && days.get(await digest(normal(quote)));
      const said = day ? say(this.#texts, 'found', 0, date(this.#texts, day)) : '';
      const found = facts.querySelector('.found');
      isOther ||= (found?.textContent ?? '') !== said;
      if (!said) found?.remove();
      else if (found) found.textContent = said;
      else facts.append(make('span', { class: 'found' }, [said]));
    }
    // The card is of another size now.
    if (isOther) this.#matrix.resized();
  }
}

/** The day that each quote was found on, by its digest. A proof that does not come proves nothing. */
async function days(proof) {
  try {
    // Pages that are not secure have no digests.
    const { quotes } = (crypto.subtle && (await proof?.())) ?? {};
    return new Map(Array.from(quotes ?? [], ({ sha256, checked }) => [String(sha256), String(checked)]));
  } catch {
    return new Map();
  }
}

async function digest(text) {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
