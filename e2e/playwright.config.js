import { defineConfig } from '@playwright/test';
import { launchOptions, reader } from './browser.js';

/**
 * Every journey runs in each language at each width, on each database with JavaScript and without.
 */
const RUNS = [
  { database: 'sqlite', js: true, language: 'ru', width: 1280 },
  { database: 'sqlite', js: false, language: 'kk', width: 360 },
  { database: 'sqlite', js: true, language: 'en', width: 360 },
  { database: 'postgres', js: true, language: 'kk', width: 1280 },
  { database: 'postgres', js: false, language: 'ru', width: 360 },
  { database: 'postgres', js: false, language: 'en', width: 1280 },
].filter(({ database }) => database !== 'postgres' || process.env.TALIMGER_TEST_POSTGRES);

// These need no second run on another database: they look at pages, or at the harness itself.
const LOOKS = ['design.spec.js', 'pages.spec.js'];
const HARNESS = ['harness.spec.js', 'register.spec.js'];
// The long journeys run once; TALIMGER_SEASON=everywhere and its like walk them in every configuration.
const LONG = ['season', 'year', 'term']
  .filter((name) => process.env[`TALIMGER_${name.toUpperCase()}`] !== 'everywhere')
  .map((name) => `${name}.spec.js`);

const journeys = RUNS.map(({ database, js, language, width }, number) => ({
  name: `${database} ${js ? 'with' : 'without'} JavaScript, ${language}, ${width} px`,
  testIgnore: [...LOOKS, ...HARNESS, ...(number === 0 ? [] : LONG)].map((name) => `**/${name}`),
  use: { ...reader(language, width), database, language, javaScriptEnabled: js },
}));

export default defineConfig({
  testDir: 'specs',
  outputDir: 'test-results',
  workers: 2, // each with a demo of its own
  timeout: 120_000,
  forbidOnly: true,
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    launchOptions,
    actionTimeout: 10_000,
    navigationTimeout: 30_000,
    screenshot: 'only-on-failure',
  },
  projects: [
    { name: 'harness', testMatch: HARNESS.map((name) => `**/${name}`) },
    { name: 'pages', testMatch: LOOKS.map((name) => `**/${name}`), use: { database: 'sqlite' } },
    ...journeys,
  ],
});
