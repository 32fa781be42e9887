// WebKit, as WebKitGTK's small browser, driven over WebDriver on a screen of its own.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { Builder, Key, Origin } from 'selenium-webdriver';
import { freePort } from '../port.mjs';

// A container has no rights for WebKit's sandbox, and no graphics card.
const QUIRKS = { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1', WEBKIT_DISABLE_DMABUF_RENDERER: '1', LIBGL_ALWAYS_SOFTWARE: '1' };
const KEYS = { Escape: Key.ESCAPE, Tab: Key.TAB, Enter: Key.ENTER, ArrowLeft: Key.ARROW_LEFT, ArrowRight: Key.ARROW_RIGHT, ArrowDown: Key.ARROW_DOWN };

/** Starts the WebKit whose small browser WEBKIT names, with WebAssembly or without. */
export async function start({ wasm }) {
  const port = await freePort();
  const environment = { ...process.env, ...QUIRKS, ...(wasm ? {} : { JSC_useWasm: '0' }) };
  // A process group of its own: the screen, the driver and the browser all end with it.
  const server = spawn('xvfb-run', ['--auto-servernum', 'WebKitWebDriver', `--port=${port}`, '--host=127.0.0.1'], {
    detached: true, stdio: 'ignore', env: environment,
  });
  const driver = await answering(`http://127.0.0.1:${port}`, server).then((address) => session(address));
  const at = ([x, y]) => driver.actions({ async: true }).move({ x, y, origin: Origin.VIEWPORT, duration: 0 });
  return {
    goto: (address) => driver.get(address),
    run: (script) => driver.executeScript(`return ${script}`),
    move: (place) => at(place).perform(),
    click: (place) => at(place).click().perform(),
    key: (name) => driver.actions({ async: true }).sendKeys(KEYS[name]).perform(),
    picture: async (path) => writeFile(path, await driver.takeScreenshot(), 'base64'),
    async close() {
      await driver.quit().catch(() => {});
      const gone = once(server, 'exit');
      process.kill(-server.pid);
      await gone;
    },
  };
}

const session = (address) => new Builder().usingServer(address).withCapabilities({
  browserName: 'MiniBrowser',
  'webkitgtk:browserOptions': { binary: process.env.WEBKIT, args: ['--automation'] },
}).build();

/** The address, once the driver there answers. */
async function answering(address, server) {
  for (;;) {
    if (server.exitCode !== null) throw new Error(`xvfb-run WebKitWebDriver ended with ${server.exitCode}`);
    const answer = await fetch(`${address}/status`).catch(() => undefined);
    if (answer?.ok) return address;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
