// Answers the contract (docs/performance.md) for a page with one <stance-matrix>. A classic script, before all others.
{
  const marks = { start: performance.now() };
  const root = () => document.querySelector('stance-matrix')?.shadowRoot;
  const find = (selector) => root()?.querySelector(selector);
  const ready = new Promise((resolve, reject) => {
    addEventListener(
      'stance-matrix:ready',
      () => {
        marks.mounted = performance.now();
        requestAnimationFrame(() =>
          requestAnimationFrame(() => {
            marks.painted = performance.now();
            resolve();
          }),
        );
      },
      { once: true },
    );
    addEventListener('stance-matrix:error', ({ detail }) => reject(new Error(`${detail.reason}: ${detail.message}`)), { once: true });
  });
  window.__bench = {
    marks,
    ready,
    get root() {
      return root();
    },
    cellSelector: '.grid .cell',
    cellEl: (row, column) => find(`[data-key="${row}:${column}"]`),
    cardText: () => {
      const card = find('.card');
      return card?.getClientRects().length ? card.textContent : '';
    },
    chipEl: (column) => find(`[data-do^="columns ${column} "]`),
    filterEl: () => document.querySelector('#names') ?? find('input[type=search]'),
    searchEl: () => find('input[type=search]'),
    scrollerEl: () => find('.scroller'),
  };
}
