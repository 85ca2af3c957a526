// The picture of README.md, made again from the demo: a newcomer's home on a phone beside the coordinator's on a desk.
// Usage: cargo build && node e2e/picture.js
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { launchOptions, reader } from './browser.js';
import { startDemo } from './demo.js';
import { signIn, speak } from './harness.js';

const FILE = fileURLToPath(new URL('../docs/pictures/homes.png', import.meta.url));

/** A page of the picture: what one persona sees first, at this width, the demo's own clock left out. */
async function home(browser, demo, role, language, width, height) {
  const context = await browser.newContext({ ...reader(language, width), viewport: { width, height } });
  const page = await context.newPage();
  await signIn(page, demo, role);
  await speak(page, language);
  const picture = await page.screenshot({ animations: 'disabled' });
  await context.close();
  return `data:image/png;base64,${picture.toString('base64')}`;
}

const demo = await startDemo('sqlite');
const browser = await chromium.launch(launchOptions);
try {
  const phone = await home(browser, demo, 'newcomer', 'kk', 360, 740);
  const desk = await home(browser, demo, 'coordinator', 'ru', 1100, 880);
  const page = await browser.newPage({ viewport: { width: 820, height: 496 } });
  await page.setContent(`<style>
    body { display: flex; gap: 16px; align-items: flex-start; justify-content: center; margin: 0; padding: 16px 0; background: #fff }
    img { border: 1px solid #D9DAD2; border-radius: 8px }
  </style><img src="${desk}" width="568"><img src="${phone}" width="222">`);
  await page.screenshot({ path: FILE });
  console.log(FILE);
} finally {
  await browser.close();
  await demo.stop();
}
