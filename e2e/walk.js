// Finds the pages a persona can reach: follows links from home, and looks where their forms lead. A GET never changes
// anything, so this is safe.
import { readFileSync } from 'node:fs';

/**
 * One address of each kind of page (ids left out) that links lead to from where `page` stands, itself first.
 * Files to download are left out, and so are the switch of languages and the
 * demo's sign-in links: they would change who is walking.
 * @param {import('./demo.js').Demo} demo
 * @param {(path: string, at: number) => Promise<void>} [look] looks at each page while it is open, `at` counting from nought
 * @returns {Promise<string[]>} paths with their query
 */
export async function walk(page, demo, look = async () => {}, limit = 250) {
  const home = new URL(page.url());
  const seen = new Set([home, ...demo.personas.map(({ link }) => new URL(link))].map(kind));
  const queue = [home];
  const paths = [];
  const asked = new Set();
  while (queue.length > 0 && paths.length < limit) {
    const url = queue.shift();
    if (!(await isPage(page, url))) continue;
    const answer = await page.goto(url.href);
    if (answer?.ok() === false) throw new Error(`${url.href} gives ${answer.status()}`);
    paths.push(url.pathname + url.search);
    if ((await page.locator('a[href=""]').count()) > 0) throw new Error(`${url.href}: a link leads nowhere`);
    await formsLead(page, asked);
    for (const href of await page.locator('a[href]:not([download], .lang a)').evaluateAll((links) => links.map(({ href }) => href))) {
      const next = new URL(href);
      if (next.origin !== home.origin || seen.has(kind(next))) continue;
      seen.add(kind(next));
      queue.push(next);
    }
    await look(paths.at(-1), paths.length - 1);
  }
  if (queue.length > 0) throw new Error(`more than ${limit} kinds of pages from ${home.href}: the next is ${queue[0].href}`);
  return paths;
}

/** Links may lead to papers and tables as well: only HTML is walked. */
async function isPage(page, url) {
  const answer = await page.request.get(url.href);
  return (answer.headers()['content-type'] ?? '').startsWith('text/html');
}

/**
 * Every form of the page leads to a door that takes forms, and with the ids of things that are there: opened as a page,
 * its address gives the page above the form.
 * @param {Set<string>} asked addresses that were opened before
 */
async function formsLead(page, asked) {
  const forms = await page.locator('form').evaluateAll((all) =>
    all.map((form) => ({ method: (form.getAttribute('method') ?? 'get').toUpperCase(), action: new URL(form.getAttribute('action') ?? '', form.baseURI).href })));
  for (const { method, action } of forms) {
    const { pathname } = new URL(action);
    if (!DOORS[method].some(([, pattern]) => pattern.test(pathname))) {
      throw new Error(`${page.url()}: a form leads to ${method} ${pathname}, and no door is there`);
    }
    if (asked.has(pathname)) continue;
    asked.add(pathname);
    const answer = await page.request.get(new URL(pathname, page.url()).href);
    // 422 is the page itself: it was opened without what the form would have chosen.
    if (!answer.ok() && answer.status() !== 422) throw new Error(`${page.url()}: a form leads to ${method} ${pathname}, which gives ${answer.status()}`);
  }
}

// The doors of the application, from the table that its own test keeps true: words before places for an id.
const TABLE = readFileSync(new URL('../docs/routes.md', import.meta.url), 'utf8');
const DOORS = Object.fromEntries(['GET', 'POST'].map((method) => [method, doors(method)]));

function doors(method) {
  return [...TABLE.matchAll(new RegExp(`^\\| ${method} (\\S+) `, 'gm'))]
    .map(([, door]) => door)
    .sort((one, other) => one.split('{').length - other.split('{').length)
    .map((door) => [door, new RegExp(`^${door.replace(/\{[^}]+\}/g, '[^/]+')}$`)]);
}

/** What makes two addresses pages of the same kind: the door they go through, and the names of the query. */
export function kind({ pathname, searchParams }) {
  const [way] = DOORS.GET.find(([, pattern]) => pattern.test(pathname)) ?? [pathname];
  return `${way}?${[...searchParams.keys()].sort().join('&')}`;
}

/** The door that a request goes through: «POST /orders/{id}/sign». */
export function door(method, pathname) {
  const [way] = DOORS[method].find(([, pattern]) => pattern.test(pathname)) ?? [pathname];
  return `${method} ${way}`;
}

/** A path as part of a file name. */
export function slug(path) {
  return kind(new URL(path, 'http://demo')).replace(/[^\p{L}]+/gu, '-').replace(/^-|-$/g, '') || 'home';
}
