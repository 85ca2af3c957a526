// Every kind of page that links lead each persona to: answers, is whole at both widths, has no barriers; homes are light.
import { reader, VIEWPORTS } from '../browser.js';
import { axe, expect, light, noSideScroll, signIn, speak, test } from '../harness.js';
import { kind, walk } from '../walk.js';

// The demo's personas by role; two who share a role see the same kinds of pages with other things on them.
const ROLES = ['coordinator', 'head', 'newcomer', 'mentor', 'teacher', 'district officer'];

// Side scroll is looked for at both widths in every language; barriers in one language for each kind of page and role.
const TURNS = [
  { language: 'kk', width: 360 },
  { language: 'ru', width: 1280 },
  { language: 'en', width: 360 },
];

// Each role in a worker of its own.
test.describe.configure({ mode: 'parallel' });

/** Looks whether the page that is open is whole. */
async function look(page, barriers) {
  for (const size of Object.values(VIEWPORTS)) {
    await page.setViewportSize(size);
    await noSideScroll(page);
  }
  if (barriers) await axe(page);
}

for (const [nth, role] of ROLES.entries()) {
  test(`every page of a ${role} is whole`, async ({ page, demo }) => {
    test.setTimeout(900_000);
    await signIn(page, demo, role);
    const [first, ...others] = TURNS;
    const barriers = (at, turn) => (at + nth) % TURNS.length === turn;
    await speak(page, first.language);
    await page.setViewportSize(VIEWPORTS[first.width]);
    // The walk opens every page already: it is looked at on the way.
    const paths = await walk(page, demo, (path, at) => test.step(`${first.language}: ${path}`, async () => {
      await look(page, barriers(at, 0));
      await page.setViewportSize(VIEWPORTS[first.width]);
    }));
    expect(new Set(paths.map((path) => kind(new URL(path, demo.address)))).size).toBe(paths.length);
    for (const [turn, { language, width }] of others.entries()) {
      await page.goto('/');
      await speak(page, language);
      for (const [at, path] of paths.entries()) {
        await test.step(`${language}: ${path}`, async () => {
          await page.setViewportSize(VIEWPORTS[width]);
          const answer = await page.goto(path);
          expect(answer.status(), path).toBe(200);
          await look(page, barriers(at, turn + 1));
        });
      }
    }
  });
}

test.describe('on a phone', () => {
  test.use(reader('kk', 360));

  test('the first load of every persona’s home is light', async ({ page, demo }) => {
    for (const { name } of demo.personas) {
      await page.context().clearCookies();
      await signIn(page, demo, name);
      await light(page, page.url());
    }
  });
});
