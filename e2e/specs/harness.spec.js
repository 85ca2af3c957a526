// The checks of the harness can fail: each is shown a page that breaks it and one that does not.
import { createServer } from 'node:http';
import { test as base, expect } from '@playwright/test';
import { reader } from '../browser.js';
import { axe, FIRST_LOAD_LIMIT, light, noSideScroll, signIn, speak } from '../harness.js';

const page = (body, lang = 'ru') =>
  `<!doctype html><html lang="${lang}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Тәлімгер</title><main><h1>Тәлімгер</h1>${body}</main></html>`;
const SWITCH = '<nav class="lang"><a href="/kk" lang="kk">Қазақша</a></nav>';

const PAGES = {
  '/': page(`<p>Әлия Серікқызы встречается с наставником в среду.</p>${SWITCH}`),
  '/kk': page('<p>Әлия Серікқызы тәлімгермен сәрсенбіде кездеседі.</p>', 'kk'),
  '/enter': page('<form action="/home/" method="post"><button type="submit">Войти</button></form>'),
  '/home/': page('<p>Главная</p>'),
  '/barrier': page('<form><input name="text"></form>'),
  '/wide': page('<div style="width: 900px">Расписание на неделю</div>'),
  '/heavy': page('<link rel="stylesheet" href="/heavy.css">'),
  '/heavy.css': `/*${'x'.repeat(FIRST_LOAD_LIMIT)}*/`,
};

const test = base.extend({
  baseURL: async ({}, use) => {
    const server = createServer((request, response) => {
      const body = PAGES[request.url];
      const type = request.url.endsWith('.css') ? 'text/css' : 'text/html; charset=utf-8';
      response.writeHead(body ? 200 : 404, { 'content-type': type }).end(body);
    });
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    await use(`http://127.0.0.1:${server.address().port}`);
    server.close();
  },
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ ...reader('ru', 360), javaScriptEnabled });

    test('a good page passes every check', async ({ page }) => {
      await page.goto('/');
      await axe(page);
      await noSideScroll(page);
      await light(page, '/');
    });

    test('a field without a label is a barrier', async ({ page }) => {
      await page.goto('/barrier');
      await expect(axe(page)).rejects.toThrow(/label/);
    });

    test('a page wider than its window is seen', async ({ page }) => {
      await page.goto('/wide');
      await expect(noSideScroll(page)).rejects.toThrow(/div/);
    });

    test('a heavy first load is seen', async ({ page }) => {
      await page.goto('/');
      await expect(light(page, '/heavy')).rejects.toThrow(/heavy\.css/);
    });

    test('the language switch is used, and a missing one is seen', async ({ page }) => {
      await page.goto('/');
      await speak(page, 'kk');
      expect(new URL(page.url()).pathname).toBe('/kk');
      page.setDefaultTimeout(500); // what is missing does not come
      await expect(speak(page, 'en')).rejects.toThrow();
    });
  });
}

test('a persona signs in by role or by name; a stranger does not', async ({ page, baseURL }) => {
  const demo = { personas: [{ name: 'Әлия Серікқызы Нұрланова', role: 'newcomer', link: `${baseURL}/enter` }] };
  expect((await signIn(page, demo, 'newcomer')).name).toBe('Әлия Серікқызы Нұрланова');
  await signIn(page, demo, 'Әлия Серікқызы Нұрланова');
  expect(new URL(page.url()).pathname).toBe('/home/');
  await expect(signIn(page, demo, 'director')).rejects.toThrow(/newcomer/);
});
