// The register of facts can fail: each planted fault is seen, and what is no repeat passes.
import { createServer } from 'node:http';
import { test as base, expect } from '@playwright/test';
import { reader } from '../browser.js';
import { Clerk, Register } from '../register.js';

const html = (body) => `<!doctype html><html lang="ru"><meta charset="utf-8"><title>Тәлімгер</title><main>${body}</main></html>`;
const form = (fields) => html(`<form method="post" action="/contacts/new">${fields}<button type="submit">Сохранить</button></form>`);

const PAGES = {
  '/day': form('<input type="date" name="day">'),
  '/known': form('<input type="date" name="day" value="2026-11-12">'),
  '/on': html('<form method="post" action="/orders/1/sign"><input type="date" name="on"><button type="submit">Подписать</button></form>'),
  '/kind': form('<label><input type="radio" name="kind" value="talk"> Разговор</label><label><input type="radio" name="kind" value="duty"> Дежурство</label>'),
  '/who': form('<select name="person"><option value="">–</option><option value="1">Жүсіпов Ербол Талғатұлы</option></select>'),
  '/word': form('<textarea name="thanks"></textarea>'),
  '/strange': form('<input name="shoe_size">'),
  '/contacts/new': html('<p>Сохранено</p>'),
  '/orders/1/sign': html('<p>Сохранено</p>'),
};

const test = base.extend({
  baseURL: async ({}, use) => {
    const server = createServer((request, response) => {
      const body = PAGES[request.url];
      response.writeHead(body ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' }).end(body);
    });
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    await use(`http://127.0.0.1:${server.address().port}`);
    server.close();
  },
  clerk: async ({ page }, use) => use(new Clerk(page, 'ru', { register: new Register(), who: 'mentor' })),
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ ...reader('ru', 360), javaScriptEnabled });

    /** Fills in one field of a page and sends its form. */
    async function fill(clerk, thing, path, field, value) {
      await clerk.about(thing).open(path);
      await clerk.page.fill(`[name=${field}]`, value);
      await clerk.submit('form');
    }

    test('a fact that is asked twice is refused, also by another form and under another name', async ({ clerk }) => {
      await fill(clerk, 'meeting', '/day', 'day', '2026-11-12');
      await expect(fill(clerk, 'meeting', '/day', 'day', '2026-11-12')).rejects.toThrow(/asked twice.*day of meeting/);
      await expect(fill(clerk, 'meeting', '/on', 'on', '2026-11-12')).rejects.toThrow(/asked twice/);
    });

    test('another thing, another value and what the page knew are no repeats', async ({ clerk }) => {
      await fill(clerk, 'meeting', '/day', 'day', '2026-11-12');
      await fill(clerk, 'another meeting', '/day', 'day', '2026-11-12');
      await fill(clerk, 'meeting', '/day', 'day', '2026-11-13');
      await clerk.about('meeting').open('/known');
      await clerk.submit('form');
      expect(clerk.register.facts.size).toBe(3);
    });

    test('a choice is a fact like a word', async ({ clerk }) => {
      await clerk.about('meeting').open('/kind');
      await clerk.tick('kind', 'duty');
      await clerk.submit('form');
      await clerk.open('/kind');
      await clerk.tick('kind', 'duty');
      await expect(clerk.submit('form')).rejects.toThrow(/asked twice.*kind of meeting/);
    });

    test('a long name may be chosen for many things, and once for each', async ({ clerk }) => {
      const choose = async (thing) => {
        await clerk.about(thing).open('/who');
        await clerk.page.selectOption('[name=person]', '1');
        await clerk.submit('form');
      };
      await choose('meeting');
      await choose('another meeting');
      await expect(choose('meeting')).rejects.toThrow(/asked twice.*person of meeting/);
    });

    test('a whole sentence is never typed twice, whatever it is about', async ({ clerk }) => {
      const sentence = 'Апта сайын кездесіп тұрдық, көп көмектестіңіз';
      await fill(clerk, 'words of May', '/word', 'thanks', sentence);
      await expect(fill(clerk, 'words of June', '/word', 'thanks', sentence)).rejects.toThrow(/asked twice/);
    });

    test('a list that was read in has told its facts', async ({ clerk }) => {
      clerk.register.list(['name', 'day'], [['Төлеуова Аружан', '24.08.2026']], 'staff.csv');
      await expect(fill(clerk, 'Төлеуова Аружан', '/day', 'day', '2026-08-24')).rejects.toThrow(/staff\.csv/);
    });

    test('a field without a meaning is refused, and a form that is sent past the register is remembered', async ({ clerk }) => {
      await expect(fill(clerk, 'person', '/strange', 'shoe_size', '38')).rejects.toThrow(/shoe_size/);
      await clerk.open('/day');
      await clerk.page.fill('[name=day]', '2026-11-12');
      await clerk.page.click('button');
      await clerk.page.waitForURL('**/contacts/new');
      expect(clerk.register.unseen).toEqual(['POST /contacts/new: day']);
    });
  });
}
