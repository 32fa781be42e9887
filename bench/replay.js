// Does again by hand what ours has done: what an answer has changed in its shadow root is undone and, when the same is
// done once more, changed again node for node, while no script of the page hears of it. What that takes is what the
// browser needs for this very page, and the least that ours can take. Only for `bench/visit.mjs`.
{
  let records, observer, steps, types;
  const WATCHED = { subtree: true, childList: true, attributes: true, attributeOldValue: true, characterData: true, characterDataOldValue: true };
  // What would let the page hear of what is done again.
  const HEARD = ['pointerover', 'pointerout', 'pointermove', 'pointerdown', 'pointerup', 'click', 'keydown', 'input', 'focusin', 'focusout'];

  const root = () => document.querySelector('stance-matrix').shadowRoot;
  const value = ({ type, target, attributeName }) => (type === 'attributes' ? target.getAttribute(attributeName) : target.data);
  const put = ({ type, target, attributeName }, text) => {
    if (type === 'characterData') target.data = text;
    else if (text === null) target.removeAttribute(attributeName);
    else target.setAttribute(attributeName, text);
  };

  /** A record with the value that it led to: what stands there now, or what a later record found there. */
  function stepped(records) {
    const later = new Map();
    const steps = records.toReversed().map((record) => {
      if (record.type === 'childList') return { record };
      const known = later.get(record.target) ?? new Map();
      later.set(record.target, known);
      const now = known.has(record.attributeName) ? known.get(record.attributeName) : value(record);
      known.set(record.attributeName, record.oldValue);
      return { record, now };
    });
    return steps.reverse();
  }

  function change({ target, nextSibling }, away, there) {
    for (const node of away) target.removeChild(node);
    for (const node of there) target.insertBefore(node, nextSibling);
  }

  function forward() {
    for (const { record, now } of steps) {
      if (record.type !== 'childList') put(record, now);
      else change(record, record.removedNodes, record.addedNodes);
    }
    root().querySelector('.card:not(:popover-open)')?.showPopover();
  }

  function backward() {
    for (const { record } of steps.toReversed()) {
      if (record.type !== 'childList') put(record, record.oldValue);
      else change(record, record.addedNodes, record.removedNodes);
    }
  }

  for (const name of HEARD) {
    addEventListener(
      name,
      (event) => {
        if (!steps) return;
        event.stopImmediatePropagation();
        // A key has written its letter already.
        if (name === 'keydown') event.preventDefault();
        if (types?.includes(name)) {
          types = undefined;
          forward();
        }
      },
      { capture: true },
    );
  }

  window.benchReplay = {
    /** Notes what changes from now on. */
    record: () => {
      records = [];
      observer = new MutationObserver((more) => records.push(...more));
      observer.observe(root(), WATCHED);
    },
    /** Undoes that; the page hears of nothing any more. */
    undo: () => {
      records.push(...observer.takeRecords());
      observer.disconnect();
      // What stands below the matrix follows after the frame that counts.
      const isCounted = ({ target }) => !(target.closest ? target : target.parentElement)?.closest('.later');
      steps = stepped(records.filter(isCounted));
      backward();
    },
    /** At the next event of one of these types it is done again. */
    arm: (names) => {
      types = names;
    },
    /** The page hears again. */
    end: () => {
      steps = undefined;
    },
  };
}
