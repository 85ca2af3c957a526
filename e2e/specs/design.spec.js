// The page of all components, /design: in three languages, at both widths, with and without JavaScript.
import { LOCALES, reader, VIEWPORTS } from '../browser.js';
import { axe, expect, light, noSideScroll, screens, speak, test } from '../harness.js';

for (const language of Object.keys(LOCALES)) {
  for (const width of Object.keys(VIEWPORTS)) {
    test.describe(`${language}, ${width} px`, () => {
      test.use(reader(language, width));

      test('every component is whole', async ({ page }) => {
        const answer = await page.goto('/design');
        expect(answer.status()).toBe(200);
        await speak(page, language);
        await noSideScroll(page);
        await axe(page);
        await screens(page, 'design');
      });

      test.describe('without JavaScript', () => {
        test.use({ javaScriptEnabled: false });

        test('nothing is lost', async ({ page }) => {
          await page.goto('/design');
          await speak(page, language);
          await expect(page.locator('main')).toBeVisible();
          await noSideScroll(page);
        });
      });
    });
  }
}

test('the first load is light', async ({ page }) => {
  await page.goto('/design');
  await light(page, '/design');
});
