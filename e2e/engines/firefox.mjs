// Firefox, driven over WebDriver BiDi; it needs no driver of its own.
import puppeteer from 'puppeteer-core';

/** Starts the Firefox that FIREFOX names, with WebAssembly or without. */
export async function start({ wasm }) {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: process.env.FIREFOX,
    headless: true,
    defaultViewport: { width: 1024, height: 720 },
    extraPrefsFirefox: { 'javascript.options.wasm': wasm },
  });
  const page = await browser.newPage();
  return {
    goto: (address) => page.goto(address),
    run: (script) => page.evaluate(script),
    move: ([x, y]) => page.mouse.move(x, y),
    click: ([x, y]) => page.mouse.click(x, y),
    key: (name) => page.keyboard.press(name),
    picture: (path) => page.screenshot({ path }),
    close: () => browser.close(),
  };
}
