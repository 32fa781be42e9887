// How the journeys run: against the release in `dist/`, in the Chromium that CHROMIUM names, and the few in
// `engines/` in the Firefox and the WebKit that FIREFOX and WEBKIT name.
import { defineConfig, devices } from '@playwright/test';
import { freePort } from './port.mjs';

// This file is read again in every worker; all of them must come to the same port.
process.env.JOURNEYS_PORT ??= String(await freePort());
const address = `http://127.0.0.1:${process.env.JOURNEYS_PORT}/`;

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.mjs',
  globalSetup: ['./examples.mjs', './package.mjs'],
  outputDir: '../target/journeys',
  forbidOnly: Boolean(process.env.CI),
  // A journey that passes only at the second try has found a fault.
  retries: 0,
  fullyParallel: true,
  workers: 2,
  reporter: 'list',
  projects: [
    { name: 'chromium', testIgnore: 'engines/**' },
    ...['firefox', 'webkit'].filter((engine) => process.env[engine.toUpperCase()]).map((name) => ({ name, testDir: 'engines' })),
  ],
  use: {
    ...devices['Desktop Chrome'],
    baseURL: address,
    // Pictures of every step would double the time; a failure leaves its steps and one picture.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false },
    screenshot: 'only-on-failure',
    actionTimeout: 10_000,
    launchOptions: {
      executablePath: process.env.CHROMIUM,
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
    },
  },
  webServer: {
    command: `node server.mjs ../dist ${process.env.JOURNEYS_PORT}`,
    url: address,
    reuseExistingServer: false,
  },
});
