// A page in another engine than Playwright drives: found in and acted on as reader.mjs does in Chromium.
import { test as base, expect } from '@playwright/test';
import { build } from 'esbuild';
import * as firefox from './firefox.mjs';
import * as webkit from './webkit.mjs';

const ENGINES = { firefox, webkit };

/** Journeys with a `page` of the project's engine; `wasm: false` is a browser without WebAssembly. */
export const test = base.extend({
  wasm: [true, { option: true }],
  finder: [async ({}, use) => {
    const entry = new URL('find.js', import.meta.url).pathname;
    const { outputFiles } = await build({ entryPoints: [entry], bundle: true, format: 'iife', globalName: 'reader', write: false });
    await use(`(() => { ${outputFiles[0].text}; return reader; })()`);
  }, { scope: 'worker' }],
  page: async ({ wasm, finder, baseURL }, use, info) => {
    const engine = await ENGINES[info.project.name].start({ wasm });
    await use(new Page(engine, finder, baseURL));
    if (info.status !== info.expectedStatus) await engine.picture(info.outputPath('failure.png'));
    await engine.close();
  },
});

class Page {
  constructor(engine, finder, base) {
    Object.assign(this, { engine, finder, base });
  }

  /** Opens the demo as the server spoils it (see spoiled.mjs); the page writes down the widget's events. */
  open(how) {
    return this.engine.goto(new URL(`spoiled/${how}/`, this.base).href);
  }

  ask(what, ...about) {
    return this.engine.run(`${this.finder}.${what}(${about.map((one) => JSON.stringify(one)).join()})`);
  }

  count(role, name) { return this.ask('count', role, name); }
  texts(role, name) { return this.ask('texts', role, name); }
  heights(role, name) { return this.ask('heights', role, name); }
  focused() { return this.ask('focused'); }

  /** The details of the events called `name` so far. */
  heard(name) { return this.engine.run(`heard.filter((event) => event.name === '${name}').map((event) => event.detail)`); }

  async hover(role, name) { await this.engine.move(await this.#place(role, name)); }
  async click(role, name) { await this.engine.click(await this.#place(role, name)); }
  key(name) { return this.engine.key(name); }

  async #place(role, name) {
    await expect.poll(() => this.count(role, name), `${role} “${name}”`).toBeGreaterThan(0);
    return this.ask('middle', role, name);
  }
}
