import { readdirSync } from 'node:fs';
import { defineConfig } from '@playwright/test';
import { launchOptions, reader } from './browser.js';
import { HARNESS, journeysOf, LOOKS, RUNS, runsOf } from './runs.js';

// TALIMGER_E2E=everywhere walks every journey in every run, the long ones too.
const runs = runsOf(journeysOf(readdirSync(new URL('./specs', import.meta.url))), {
  everywhere: process.env.TALIMGER_E2E === 'everywhere',
  postgres: Boolean(process.env.TALIMGER_TEST_POSTGRES),
});

const journeys = RUNS.map(({ database, js, language, width }, number) => ({
  name: `${database} ${js ? 'with' : 'without'} JavaScript, ${language}, ${width} px`,
  testMatch: [...runs].filter(([, numbers]) => numbers.includes(number)).map(([name]) => `**/${name}`),
  use: { ...reader(language, width), database, language, javaScriptEnabled: js },
})).filter(({ testMatch }) => testMatch.length > 0);

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
