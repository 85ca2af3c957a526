// What every browser spec needs: a running demo, a signed-in persona, and checks that hold on every page.
import AxeBuilder from '@axe-core/playwright';
import { test as base, expect } from '@playwright/test';
import { fileURLToPath } from 'node:url';
import { LOCALES } from './browser.js';
import { startDemo } from './demo.js';

export { expect };

/** First load of any page, everything included, as it travels (feat:P4). */
export const FIRST_LOAD_LIMIT = 150 * 1024;

const SHOTS = fileURLToPath(new URL('./shots', import.meta.url));
const SERIOUS = ['serious', 'critical'];

/** A running demo, stopped when nobody needs it any more. */
const running = (options) => async ({ database }, use) => {
  const demo = await startDemo(database, options);
  await use(demo);
  await demo.stop();
};

const PATIENCE = 200_000;

const common = base.extend({
  database: ['sqlite', { option: true, scope: 'worker' }],
  language: ['ru', { option: true }],
});

const OPENING = {
  baseURL: async ({ demo }, use) => use(demo.address),
  signIn: async ({ page, demo }, use) => use((who) => signIn(page, demo, who)),
};

/**
 * Playwright's `test` with three fixtures more:
 * `demo` — one running demo for all specs of a project and worker;
 * `language` — the language this project reads in;
 * `signIn(who)` — opens the home of a persona by role or name.
 */
export const test = common.extend({
  demo: [running(), { scope: 'worker', timeout: PATIENCE }],
  ...OPENING,
});

/** The same in a school that begins with nobody but its coordinator and head, in August: a new one for each test. */
export const newSchool = common.extend({
  demo: [running({ empty: true }), { timeout: PATIENCE }],
  ...OPENING,
});

/** Such a school on a database that it goes on with after a power cut: `demo.cut()`, `demo.back()`. */
export const keptSchool = common.extend({
  demo: [running({ empty: true, kept: true }), { timeout: PATIENCE }],
  ...OPENING,
});

/** Opens the one-click sign-in link of the first persona with this role or name. */
export async function signIn(page, demo, who) {
  const persona = demo.personas.find(({ role, name }) => role === who || name === who);
  if (!persona) {
    throw new Error(`The demo has no «${who}», only ${demo.personas.map(({ name, role }) => `${name} (${role})`).join(', ')}`);
  }
  const answer = await page.goto(persona.link);
  expect(answer.status(), `sign-in of ${persona.name}`).toBe(200);
  // A link changes nothing: it asks, and the button signs in.
  await page.locator('main form button[type=submit]').first().click();
  await expect(page, `sign-in of ${persona.name}`).toHaveURL(/\/$/);
  return persona;
}

/** Has the page speak this language, by the page's own switch where it speaks another. */
export async function speak(page, language) {
  const html = page.locator('html');
  if ((await html.getAttribute('lang')) !== language) {
    await page.locator(`.lang [lang="${language}"]`).first().click();
  }
  await expect(html).toHaveAttribute('lang', language);
}

/** Keeps a picture of the whole page as «name-language-width.png», in e2e/shots unless told otherwise. */
export async function screens(page, name, folder = SHOTS) {
  const language = await page.locator('html').getAttribute('lang');
  await page.screenshot({
    path: `${folder}/${name}-${language}-${page.viewportSize().width}.png`,
    fullPage: true,
    animations: 'disabled',
  });
}

/**
 * No serious or critical barrier by axe (WCAG 2.2 A and AA, and good practice).
 * In a context without JavaScript axe's timers stand still: the same address is then read in one with it.
 */
export async function axe(page) {
  const scriptless = await page.evaluate(() => matchMedia('(scripting: none)').matches);
  const { violations } = scriptless
    ? await aside(page, page.url(), 'load', barriersOf)
    : await barriersOf(page);
  const barriers = violations
    .filter(({ impact }) => SERIOUS.includes(impact))
    .map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
  expect(barriers, `barriers on ${page.url()}`).toEqual([]);
}

/**
 * What axe finds. Nothing of ours stands in a frame, so it runs in the page itself («legacy») and not half of it in a second
 * one that is opened for each look; what passed is told in short.
 */
const barriersOf = (page) => new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] }).analyze();

/** The page is no wider than its window; the message names the elements that stick out. */
export async function noSideScroll(page) {
  const wide = await page.evaluate(() => {
    const room = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= room) return [];
    return [...document.body.querySelectorAll('*')]
      .filter((element) => element.getBoundingClientRect().right > room + 0.5)
      .map((element) => `${element.tagName.toLowerCase()}.${element.className} to ${Math.round(element.getBoundingClientRect().right)} of ${room} px`)
      .concat('the document');
  });
  expect(wide, `side scroll on ${page.url()}`).toEqual([]);
  // And it has a head that leaves room for a page: two rows of tabs at most.
  const rows = await page.locator('.tabs li').evaluateAll((all) => new Set(all.map((one) => one.offsetTop)).size);
  expect(rows, `rows of tabs on ${page.url()}`).toBeLessThanOrEqual(2);
}

/**
 * The first load of `path` with an empty cache stays within FIRST_LOAD_LIMIT, in the session of `page`.
 * Returns the bytes by address.
 */
export async function light(page, path) {
  const bytes = await aside(page, new URL(path, page.url()).href, 'networkidle', async (_, requests) => {
    const sizes = await Promise.all(requests.map((request) => request.sizes()));
    return sizes.map(({ responseBodySize, responseHeadersSize }, nth) => [requests[nth].url(), responseBodySize + responseHeadersSize]);
  });
  const total = bytes.reduce((sum, [, part]) => sum + part, 0);
  expect(total, `first load of ${path}: ${bytes.map((part) => part.join(' ')).join(', ')}`).toBeLessThanOrEqual(FIRST_LOAD_LIMIT);
  return Object.fromEntries(bytes);
}

/** Opens `url` in a new context (JavaScript on, empty cache) with the session and size of `page`, waits, and acts there on the page and its requests. */
async function aside(page, url, waitUntil, act) {
  const context = await page.context().browser().newContext({
    javaScriptEnabled: true, // else inherited from the project
    storageState: await page.context().storageState(),
    viewport: page.viewportSize(),
    locale: LOCALES[await page.locator('html').getAttribute('lang')],
  });
  try {
    const twin = await context.newPage();
    const requests = [];
    twin.on('request', (request) => requests.push(request));
    await twin.goto(url, { waitUntil });
    return await act(twin, requests);
  } finally {
    await context.close();
  }
}
