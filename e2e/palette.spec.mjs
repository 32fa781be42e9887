// The palette as the browser computes it: contrasts, and that the stances are told apart by everybody.
import { converter, differenceEuclidean, filterDeficiencyDeuter, filterDeficiencyProt, filterDeficiencyTrit, wcagContrast } from 'culori';
import { expect, test } from '@playwright/test';
import { article, button, grid, pack, publish, visit } from './reader.mjs';

const SILENCES = ['not-addressed', 'declined', 'abstained', 'not-asked', 'not-researched', 'conflicting', 'outdated'];
// Nine levels take all nine steps of the palette; every kind of silence stands beside them.
const ALL = ['country,concern,stance', ...Array.from({ length: 9 }, (_, level) => `Ostland,Level ${level + 1},level-${level + 1}`),
  ...SILENCES.map((silence) => `Ostland,${silence},${silence}`)].join('\n');
const PAGE = article('<stance-matrix src="datapackage.json"></stance-matrix>', '<link rel="stylesheet" href="../page.css">');

/** The colours of every cell, as computed. */
const colours = (page) => grid(page).getByRole('gridcell').filter({ hasText: /\S/ }).evaluateAll((cells) => cells.map((cell) => {
  const box = cell.firstElementChild;
  const { backgroundColor, backgroundImage, color, borderTopColor } = getComputedStyle(box);
  const mark = getComputedStyle(box.firstElementChild);
  const drawn = mark.fill === 'none' ? mark.stroke : mark.fill;
  const hatch = backgroundImage.match(/(?:rgb|oklch)\([^)]*\)/g) ?? [];
  return { name: cell.innerText.trim(), fills: [backgroundColor, ...hatch], word: color, outline: borderTopColor, mark: drawn };
}));

/** What is behind the matrix: the nearest ground that is painted. */
const paper = (page) => grid(page).evaluate((table) => {
  let node = table;
  const ground = () => getComputedStyle(node).backgroundColor;
  while (ground() === 'rgba(0, 0, 0, 0)') node = node.parentElement ?? node.getRootNode().host;
  return ground();
});

for (const colorScheme of ['light', 'dark']) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test(`words, marks and outlines of every stance and silence stand out, ${colorScheme}`, async ({ page }) => {
      await publish(page, { 'index.html': PAGE, ...pack(ALL) });
      await visit(page, 'made/index.html');
      const around = await paper(page);
      const cells = await colours(page);
      expect(cells).toHaveLength(9 + SILENCES.length);
      const weak = [];
      const ask = (what, a, b, least) => {
        const ratio = wcagContrast(a, b);
        if (ratio < least) weak.push(`${what}: ${ratio.toFixed(2)} of ${least}`);
      };
      for (const { name, fills, word, outline, mark } of cells) {
        for (const fill of fills) ask(`word on fill, ${name}`, word, fill, 4.5);
        for (const fill of fills) ask(`mark on fill, ${name}`, mark, fill, 3);
        ask(`outline on fill, ${name}`, outline, fills[0], 3);
        ask(`outline on page, ${name}`, outline, around, 3);
      }
      expect(weak).toEqual([]);
    });

    test(`every token of text and lines stands out on every ground it stands on, ${colorScheme}`, async ({ page }) => {
      await visit(page);
      const token = await page.locator('stance-matrix').evaluate((element) => {
        const probe = element.shadowRoot.querySelector('section').appendChild(document.createElement('i'));
        const names = ['page', 'text', 'muted', 'line', 'hatch', 'outline', 'accent', 'find', 'ink-dark', 'ink-light'];
        const colours = names.map((name) => { probe.style.color = `var(--stance-${name})`; return [name, getComputedStyle(probe).color]; });
        probe.remove();
        return Object.fromEntries(colours);
      });
      // What stands on what: words and the focus at 4.5, outlines of controls and marks at 3. Hairlines and hatching only part what is told apart without them.
      const grounds = { text: [['text', 'page'], ['text', 'hatch'], ['text', 'find'], ['muted', 'page'], ['muted', 'hatch'], ['accent', 'page'], ['page', 'text']], marks: [['outline', 'page'], ['accent', 'page'], ['accent', 'hatch'], ['text', 'page'], ['muted', 'page']] };
      const weak = [];
      for (const [kind, least] of [['text', 4.5], ['marks', 3]]) {
        for (const [front, back] of grounds[kind]) {
          const ratio = wcagContrast(token[front], token[back]);
          if (ratio < least) weak.push(`${front} on ${back}: ${ratio.toFixed(2)} of ${least}`);
        }
      }
      expect(weak).toEqual([]);
    });

    test(`all nine colours of the palette are told apart from their neighbours by everybody, ${colorScheme}`, async ({ page }) => {
      await publish(page, { 'index.html': PAGE, ...pack(ALL) });
      await visit(page, 'made/index.html');
      const fills = (await colours(page)).slice(0, 9).map(({ fills }) => fills[0]);
      const difference = differenceEuclidean('oklab');
      const alike = [];
      for (const [who, filter] of [['protanopia', filterDeficiencyProt(1)], ['deuteranopia', filterDeficiencyDeuter(1)], ['tritanopia', filterDeficiencyTrit(1)]]) {
        for (const [index, fill] of fills.entries()) {
          for (const [further, other] of fills.slice(index + 1).entries()) {
            const by = difference(filter(fill), filter(other));
            // Twice what is just noticed between neighbours; four times between any others.
            const least = further ? 0.08 : 0.04;
            if (by < least) alike.push(`${index + 1} and ${index + further + 2}, ${who}: ${by.toFixed(3)} of ${least}`);
          }
        }
      }
      expect(alike).toEqual([]);
    });

    test(`words of dimmed cells can still be read, ${colorScheme}`, async ({ page }) => {
      await visit(page);
      await button(page.getByRole('list', { name: 'Stances' }), 'Worries about').click();
      await button(page.getByRole('list', { name: 'Stances' }), 'Pursues').click();
      for (const { name, fills, word } of await colours(page)) expect(wcagContrast(word, fills[0]), name).toBeGreaterThanOrEqual(4.5);
    });

    test(`the five stances of the demo are told apart by everybody and in grey, ${colorScheme}`, async ({ page }) => {
      await visit(page);
      const fills = new Map((await colours(page)).filter(({ name }) => name !== 'Not reported').map(({ name, fills }) => [name.replace(/\s+/g, ' '), fills[0]]));
      expect(fills.size).toBe(5);
      const difference = differenceEuclidean('oklab');
      const grey = (color) => converter('oklab')(color).l;
      // A just noticeable difference in OKLab is about 0.02.
      const eyes = {
        'full colour vision': [(a, b) => difference(a, b), 0.12],
        protanopia: [(a, b) => difference(filterDeficiencyProt(1)(a), filterDeficiencyProt(1)(b)), 0.12],
        deuteranopia: [(a, b) => difference(filterDeficiencyDeuter(1)(a), filterDeficiencyDeuter(1)(b)), 0.12],
        tritanopia: [(a, b) => difference(filterDeficiencyTrit(1)(a), filterDeficiencyTrit(1)(b)), 0.12],
        grey: [(a, b) => Math.abs(grey(a) - grey(b)), 0.05],
      };
      const alike = [];
      const all = [...fills];
      for (const [index, [name, fill]] of all.entries()) {
        for (const [other, another] of all.slice(index + 1)) {
          for (const [who, [apart, least]] of Object.entries(eyes)) {
            const by = apart(fill, another);
            if (by < least) alike.push(`${name} and ${other}, ${who}: ${by.toFixed(3)} of ${least}`);
          }
        }
      }
      expect(alike).toEqual([]);
    });
  });
}
