// Every kind of page that links lead each persona to: answers, is whole at both widths, has no barriers; homes are light.
import { reader, VIEWPORTS } from '../browser.js';
import { axe, expect, light, noSideScroll, signIn, speak, test } from '../harness.js';
import { walk } from '../walk.js';

// Side scroll is looked for at both widths in every language; barriers at the width given here.
const TURNS = [
  { language: 'kk', width: 360 },
  { language: 'ru', width: 1280 },
  { language: 'en', width: 360 },
];

/** Signs in afresh as each persona in turn. */
async function* personas(page, demo) {
  for (const persona of demo.personas) {
    await page.context().clearCookies();
    yield await signIn(page, demo, persona.name);
  }
}

for (const { language, width } of TURNS) {
  test.describe(`${language}, ${width} px`, () => {
    test.use(reader(language, width));

    test('every page of every persona is whole', async ({ page, demo }) => {
      test.setTimeout(900_000);
      for await (const { role } of personas(page, demo)) {
        await speak(page, language);
        for (const path of await walk(page, demo)) {
          await test.step(`${role}: ${path}`, async () => {
            const answer = await page.goto(path);
            expect(answer.status(), path).toBe(200);
            for (const size of Object.values(VIEWPORTS)) {
              await page.setViewportSize(size);
              await noSideScroll(page);
            }
            await page.setViewportSize(VIEWPORTS[width]);
            await axe(page);
          });
        }
      }
    });
  });
}

test('the first load of every persona’s home is light', async ({ page, demo }) => {
  for await (const _ of personas(page, demo)) await light(page, page.url());
});
