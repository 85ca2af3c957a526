// Pictures of every kind of page of the demo, for each persona, in three languages and at both widths.
// Usage: node shots.js [FOLDER]
import path from 'node:path';
import { chromium } from '@playwright/test';
import { launchOptions, LOCALES, reader, VIEWPORTS } from './browser.js';
import { startDemo } from './demo.js';
import { screens, signIn, speak } from './harness.js';
import { slug, walk } from './walk.js';

const folder = path.resolve(process.argv[2] ?? 'shots');

/** Pictures of what one persona (or, without one, a visitor) sees. */
async function picture(browser, demo, persona) {
  const enter = async (page) => (persona ? signIn(page, demo, persona.name) : page.goto(demo.address));
  const who = persona?.role ?? 'visitor';
  let paths;
  for (const language of Object.keys(LOCALES)) {
    for (const width of Object.keys(VIEWPORTS)) {
      const context = await browser.newContext(reader(language, width));
      const page = await context.newPage();
      await enter(page);
      await speak(page, language);
      paths ??= await walk(page, demo);
      for (const place of paths) {
        await page.goto(new URL(place, demo.address).href);
        await screens(page, `${who}-${slug(place)}`, folder);
      }
      await context.close();
    }
  }
  console.log(`${who}: ${paths.length} pages, ${paths.join(' ')}`);
}

const demo = await startDemo('sqlite');
const browser = await chromium.launch(launchOptions);
try {
  for (const persona of [undefined, ...demo.personas]) await picture(browser, demo, persona);
  console.log(`Pictures are in ${folder}`);
} finally {
  await browser.close();
  await demo.stop();
}
