// One pair's whole year, from the order to the archive, through pages only; the test clock moves the days (essay:E6–E24).
// Whatever the people are asked to type or choose goes through a register that refuses to be told a fact twice.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { BINARY } from '../demo.js';
import { agree, answer, bothPapers, choose, sign, signHere, slip, travel, upload, work, write, writeCard } from '../deeds.js';
import { expect, newSchool as test } from '../harness.js';
import { Clerk, Register } from '../register.js';

const MENTOR = 'Жанұзақова Сәния Ермекқызы';
const NEWCOMER = 'Төлеуова Аружан Бауыржанқызы';

const COLUMNS = { name: 'ФИО', position: 'Должность', subject: 'Предмет', category: 'Категория', experience: 'Стаж', 'day of hiring': 'Дата приёма', address: 'Эл. почта' };
const STAFF = [
  ['Сейфуллина Гүлнафиса Ахмарқызы', 'учитель', 'химия', 'педагог-исследователь', '14', '01.09.2012', 'gulnafisa@school47.example'],
  ['Оразбаев Серік Мұратұлы', 'директор', 'история', 'педагог-мастер', '14', '01.09.2012', 'serik@school47.example'],
  [MENTOR, 'учитель', 'математика', 'педагог-мастер', '22', '01.09.2010', 'saniya@school47.example'],
  [NEWCOMER, 'учитель', 'математика', 'педагог', '0', '24.08.2026', 'aruzhan@school47.example'],
];
const TIMETABLE = `email,weekday,lesson,class,room
saniya@school47.example,1,2,8Б,214
saniya@school47.example,3,2,8Б,214
aruzhan@school47.example,1,3,5А,211
aruzhan@school47.example,2,4,5А,211
aruzhan@school47.example,4,1,6Б,211
`;

test('a year of one pair, in which nobody is asked the same twice', async ({ browser, demo, language }) => {
  test.setTimeout(600_000);
  const register = new Register();
  const here = (who) => ({ browser, demo, language, register, who });
  const coordinator = await Clerk.persona(here('coordinator'), 'coordinator');
  const head = await Clerk.persona(here('head'), 'head');
  let mentor, newcomer, pair, plan;

  await test.step('August: the lists, the programme, a provisional mentor by order', async () => {
    const rows = STAFF.map((cells) => cells.join(';')).join('\n');
    await upload(coordinator, 'staff', 'staff.csv', `${Object.values(COLUMNS).join(';')}\n${rows}\n`);
    register.list(Object.keys(COLUMNS), STAFF, 'staff.csv');
    await coordinator.submit('form[action$="/apply"]');
    await upload(coordinator, 'timetable', 'timetable.csv', TIMETABLE);
    await coordinator.submit('form[action$="/apply"]');
    await coordinator.open('/programmes');
    await coordinator.submit('form[action="/programmes"]');
    await coordinator.open('/newcomers');
    await coordinator.about('newcomers of the year').page.locator('form[action="/newcomers"] input[name=person]').first().check({ force: true });
    await coordinator.submit('form[action="/newcomers"][method=post]');
    await coordinator.page.getByRole('link', { name: NEWCOMER }).first().click();
    await choose(coordinator.about('provisional mentor'), 'person', MENTOR);
    await coordinator.submit('form[action$="/provisional"]');
    await coordinator.open('/people?show=waiting');
    const slips = await coordinator.printed('button[name=everybody]');
    mentor = await Clerk.withSlip(here('mentor'), slip(slips, MENTOR));
    newcomer = await Clerk.withSlip(here('newcomer'), slip(slips, NEWCOMER));
    await coordinator.open('/orders');
    await coordinator.submit('form[action="/orders/prepare"]');
    await sign(head.about('order of August'), '12-к', '2026-08-24');
  });

  await test.step('the mentor’s card, and the decision on it', async () => {
    await mentor.about('card').open('/mentors/card');
    await writeCard(mentor);
    await coordinator.open('/mentors');
    await coordinator.page.locator('#decide').getByRole('link', { name: MENTOR }).first().click();
    await coordinator.about('card of the mentor').tick('decision', 'approve');
    await coordinator.submit('form[action$="/decide"]');
  });

  await test.step('September: what is difficult, the first steps of adaptation', async () => {
    await travel(coordinator, '2026-09-07');
    await newcomer.about('duties').open('/commitments');
    for (const box of await newcomer.page.locator('[name=duty]').all()) await box.check();
    await newcomer.submit('form[action="/commitments"]');
    await difficulties(newcomer, 'September', { discipline: '3', assessment: '2' });
    await adapt(mentor);
  });

  await test.step('autumn: they work together, one asks, the other one agrees', async () => {
    await travel(coordinator, '2026-10-05');
    await work(newcomer.about('work of October'), MENTOR.split(' ')[0], '2026-10-02');
    await mentor.open('/contacts');
    await mentor.submit('form[action$="/confirm"]');
    await write(newcomer.about('request'), MENTOR.split(' ')[0]);
    await answer(mentor.about('request'), NEWCOMER, 'accept');
    await travel(coordinator, '2026-11-02');
    await coordinator.open('/proposals');
    await coordinator.submit('form[action="/proposals"]');
    await coordinator.page.locator('.board a[href$="/publish"]').click();
    await coordinator.submit('form[action$="/publish"]');
  });

  await test.step('the order of the pair', async () => {
    for (const one of [newcomer, mentor]) await agree(one.about('agreement'));
    await coordinator.open('/orders');
    await coordinator.submit('form[action="/orders/prepare"]');
    await coordinator.followBoard();
    await coordinator.about('order of November').page.fill('[name=minutes_number]', '3');
    await coordinator.page.fill('[name=minutes_on]', '2026-11-02');
    await coordinator.submit('form[action$="/minutes"]');
    await sign(head.about('order of November'), '48-к', '2026-11-02');
    for (const paper of await bothPapers(head)) expect(paper).toContain('48-к');
    await newcomer.open('/');
    pair = new URL(await newcomer.page.locator('a[href^="/pairs/"]').first().evaluate((link) => link.href)).pathname;
  });

  await test.step('the work plan by the template, edited by both, returned once and signed by all', async () => {
    await travel(coordinator, '2026-11-06');
    await mentor.open(pair);
    await mentor.submit('form[action^="/plans/make/"]');
    plan = new URL(mentor.page.url()).pathname;
    await add(mentor, plan, 'first step added', 'Бірінші БЖБ-ны бірге құрастыру: екі деңгей, алты тапсырма');
    await add(newcomer, plan, 'second step added', 'Үнсіз белгіні таңдап, екі апта тек соны қолданып көру');
    await mentor.submit('form[action$="/ready"]');
    await signHere(mentor);
    await newcomer.open(plan);
    await signHere(newcomer);
    await head.about('work plan that came back').open(plan);
    await head.page.locator('details', { has: head.page.locator('[name=comment]') }).locator('summary').click();
    await head.page.fill('[name=comment]', 'Ашық сабаққа дайындықты қосыңыздар.');
    await head.submit('form[action$="/return"]');
    await mentor.open(plan);
    expect(await mentor.words(), 'what is to be mended').toContain('Ашық сабаққа дайындықты қосыңыздар.');
    await add(mentor, plan, 'third step added', 'Ашық сабаққа бірге дайындалу: жоспары, рөлдері, талдауы');
    await mentor.submit('form[action$="/ready"]');
    for (const one of [mentor, newcomer, head]) {
      await one.open(plan);
      await signHere(one);
    }
    for (const lang of ['kk', 'ru']) {
      const paper = (await mentor.paper(`${plan}/paper/${lang}`)).replace(/\s+/g, ' ');
      for (const line of ['алты тапсырма', 'тек соны қолданып көру', 'Жанұзақова', 'Төлеуова']) expect(paper).toContain(line);
    }
    await mentor.open(plan);
    await mentor.submit('form[action$="/turn"]');
  });

  await test.step('the first meeting', async () => {
    await newcomer.about('first meeting').open(pair);
    await newcomer.page.fill('[name=on]', '2026-11-09');
    await newcomer.page.fill('[name=at]', '15:00');
    await newcomer.page.fill('[name=place]', '214 кабинет');
    await newcomer.submit('form[action$="/meeting"]');
    await travel(coordinator, '2026-11-10');
    await mentor.about('first meeting').open('/meetings');
    await mentor.page.locator('a[href*="&day=2026-11-09"]').click();
    await mentor.tick('minutes', '30');
    await mentor.submit('form[action="/meetings/log"]');
    await sayAll(newcomer);
  });

  await test.step('a meeting is proposed, and agreed to by the link of the letter, which works once', async () => {
    await newcomer.about('second meeting').open(`/meetings/new?pair=${pair.split('/')[2]}`);
    await newcomer.page.fill('[name=day]', '2026-11-12');
    await newcomer.page.fill('[name=at]', '15:00');
    await newcomer.page.fill('[name=topic]', 'Сабақтың басы: алғашқы бес минут');
    await newcomer.submit('form[action="/meetings/new"]');
    const link = await letterLink(mentor);
    const stranger = await Clerk.stranger(here('whoever has the letter'));
    await stranger.open(link);
    await stranger.submit('form[action^="/meetings/answer/"]', 'button[value^=accept]');
    await stranger.open(link);
    await expect(stranger.page.locator('form[action^="/meetings/answer/"]')).toHaveCount(0);
  });

  await test.step('a series, agreed to on the page; one of it moves', async () => {
    await mentor.about('series').open(`/meetings/new?pair=${pair.split('/')[2]}`);
    await mentor.page.fill('[name=day]', '2026-11-17');
    await mentor.page.fill('[name=at]', '15:10');
    await mentor.page.selectOption('[name=weeks]', '2');
    await mentor.submit('form[action="/meetings/new"]');
    await newcomer.open('/meetings');
    await newcomer.followBoard();
    await newcomer.submit('form[action$="/answer"]', 'button[value=accept_all]');
    const moved = new URL(newcomer.page.url()).pathname;
    await newcomer.about('new time of the series').page.fill('form[action$="/ask"] [name=day]', '2026-11-18');
    await newcomer.page.fill('form[action$="/ask"] [name=at]', '15:20');
    await newcomer.submit('form[action$="/ask"]');
    await mentor.open(moved);
    await mentor.submit('form[action$="/answer"]', 'button[value=accept]');
  });

  await test.step('both say what took place; a talk in the corridor is written down', async () => {
    await travel(coordinator, '2026-11-26');
    for (const one of [newcomer, mentor]) expect(await sayAll(one)).toBe(3);
    await newcomer.about('talk in the corridor').open(`/meetings/log?pair=${pair.split('/')[2]}`);
    await newcomer.tick('minutes', '5');
    await newcomer.page.fill('[name=topic]', 'Ата-анаға жазған хатым туралы');
    await newcomer.submit('form[action="/meetings/log"]');
    await newcomer.submit('form[action$="/theme"]');
    expect(await sayAll(mentor)).toBe(1);
  });

  await test.step('a lesson is watched; its sheet is shared and taken back', async () => {
    await newcomer.open(pair);
    await newcomer.page.locator('a[href^="/observations/new"]').first().click();
    await newcomer.about('lesson of December').page.locator('label:has(input[name=slot])').first().click();
    await newcomer.submit('form[action="/observations/new"]');
    const lesson = new URL(newcomer.page.url()).pathname;
    await mentor.open(lesson);
    await mentor.submit('form[action$="/answer"]', 'button[value=accept]');
    await travel(coordinator, '2026-12-14');
    await mentor.open(`${lesson}/sheet`);
    await mentor.about('lesson of December').page.fill('[name=saw]', 'Сұрақтан кейін он секунд күтті, төрт қол көтерілді.');
    await mentor.page.fill('[name=question]', 'Бесінші секундта не ойладыңыз?');
    await mentor.submit('form[action$="/sheet"]', 'button[value=finish]');
    await newcomer.open(lesson);
    await newcomer.about('lesson of December').page.fill('form[action$="/read"] [name=words]', 'Күту маған қиын еді, енді сыныпқа сенемін.');
    await newcomer.submit('form[action$="/read"]');
    const seen = async () => (await coordinator.page.goto(lesson)).status();
    await coordinator.open('/');
    expect(await seen()).toBe(404);
    await newcomer.tick('with', 'coordinator');
    await newcomer.submit('form[action$="/share"]');
    expect(await seen()).toBe(200);
    await newcomer.tick('with', 'coordinator');
    await newcomer.submit('form[action$="/share"]');
    expect(await seen()).toBe(404);
  });

  await test.step('a control by the head, whom the mentor does not read', async () => {
    await head.about('control').open('/observations/new?way=control');
    await choose(head, 'with', NEWCOMER);
    await head.submit('form[action="/observations/new"]');
    await head.page.locator('label:has(input[name=slot])').first().click();
    await head.submit('form[action="/observations/new"]');
    const lesson = new URL(head.page.url()).pathname;
    await travel(coordinator, '2027-01-12');
    await head.open(`${lesson}/sheet`);
    await head.page.fill('[name=saw]', 'Топтық жұмыс жүрді, екі топ қорытындысын өзі айтты.');
    await head.submit('form[action$="/sheet"]', 'button[value=finish]');
    await newcomer.open(lesson);
    await mentor.open('/');
    expect((await mentor.page.goto(lesson)).status()).toBe(404);
  });

  await test.step('January: the second map, the adaptation, the half-year’s report', async () => {
    await difficulties(newcomer, 'January', { discipline: '1' });
    await adapt(mentor);
    await report(mentor, 'half', 'report of the half-year', { result: 'Сұрақ қойып, күтуді үйренді.' });
    await signHere(mentor);
    await coordinator.open(new URL(mentor.page.url()).pathname);
    await signHere(coordinator);
  });

  await test.step('the head’s folder: opened first, then signed; anybody can verify the paper', async () => {
    await signFolder(head, 1);
    const paper = await mentor.paper(`${new URL(mentor.page.url()).pathname}/paper/ru`);
    const stranger = await Clerk.stranger(here('stranger'));
    await stranger.open(paper.match(/\/verify\/\S+/)[0]);
    await expect(stranger.page.locator('main')).toContainText('47');
    expect(await stranger.words()).not.toMatch(/Төлеуова|Жанұзақова/);
  });

  await test.step('May: the third map, the year’s report, words on parting', async () => {
    await travel(coordinator, '2027-05-04');
    await difficulties(newcomer, 'May', {});
    await coordinator.open('/endings');
    await coordinator.submit('form[action="/endings"]');
    for (const one of [newcomer, mentor]) {
      await one.about('year of the pair').open(pair.replace('/pairs/', '/endings/') + '/words');
        await one.page.fill('[name=worked]', `Апта сайынғы кездесу, ${one.who}`);
      await one.page.fill('[name=gave]', `Сабыр мен тәртіп, ${one.who}`);
      await one.page.fill('[name=thanks]', `Рақмет, бірге өскен жыл болды, ${one.who}`);
      await one.submit('form[action$="/words"]');
    }
    await newcomer.open(new URL(newcomer.page.url()).pathname);
    expect(await newcomer.words(), 'both have written').toContain('Рақмет, бірге өскен жыл болды, mentor');
  });

  await test.step('the reports of the year: the mentor’s and the coordinator’s in one folder, the newcomer’s own', async () => {
    await report(newcomer, 'year', 'report of the year by the newcomer', { result: 'Күтуді үйрендім.' });
    await signHere(newcomer);
    await report(mentor, 'year', 'report of the year by the mentor', { result: 'Сыныппен тыныш сөйлеседі.' });
    await signHere(mentor);
    await coordinator.open(new URL(mentor.page.url()).pathname);
    await signHere(coordinator);
    await report(coordinator, 'year', 'report of the year by the coordinator', { analysis: 'Екі жақ та риза.', decision: 'Қыркүйекте жалғастырамыз.' });
    await signHere(coordinator);
    await signFolder(head, 2);
  });

  await test.step('the last day is over: thanks, and the archive with a hash of each paper', async () => {
    await travel(coordinator, '2027-05-26');
    await coordinator.open(pair);
    const download = coordinator.page.waitForEvent('download');
    await coordinator.page.locator('form[action$="/bundle"] button').click();
    const archive = await (await download).path();
    const { stdout } = await promisify(execFile)(BINARY, ['check-archive', '--json', archive]);
    const { files, differs } = JSON.parse(stdout);
    expect(differs).toEqual([]);
    expect(files).toBeGreaterThan(20);
    for (const lang of ['kk', 'ru']) {
      const thanks = await head.paper(`${pair.replace('/pairs/', '/endings/')}/thanks/${lang}`);
      expect(thanks).toContain('Жанұзақова');
    }
  });

  expect(register.unseen, 'forms that were filled in past the register').toEqual([]);
  expect(register.facts.size, 'facts of the year').toBeGreaterThan(100);
});

/** The map of what is difficult: all lines, easy where nothing else is said. */
async function difficulties(newcomer, season, hard) {
  await newcomer.about(`map of ${season}`).open('/plans/difficulties');
  const form = newcomer.page.locator('form[action="/plans/difficulties"]');
  const names = await form.locator('input[type=radio]').evaluateAll((all) => [...new Set(all.map(({ name }) => name))]);
  for (const name of names) await newcomer.tick(name, hard[name] ?? '0');
  await newcomer.submit('form[action="/plans/difficulties"]');
}

/** Ticks the first line of the adaptation that is open. */
async function adapt(mentor) {
  await mentor.open('/');
  await mentor.open(await mentor.page.locator('a[href^="/plans/adaptation/"]').first().getAttribute('href'));
  await mentor.submit('form[action$="/tick"]', 'button[name=tick]');
}

/** Adds a step to a plan. */
async function add(visitor, plan, thing, text) {
  await visitor.about(thing).open(`${plan}/add`);
  await visitor.page.fill('[name=text]', text);
  await visitor.page.selectOption('[name=area]', 'assessment');
  await visitor.submit('form[action$="/add"]');
}

/** Says of every meeting that waits for it that it took place; gives how many there were. */
async function sayAll(visitor) {
  await visitor.open('/meetings');
  let said = 0;
  for (const href of await visitor.page.locator('ul a[href^="/meetings/"]').evaluateAll((all) => all.map((a) => a.getAttribute('href')))) {
    await visitor.open(href);
    if ((await visitor.page.locator('form[action$="/say"]').count()) === 0) continue;
    await visitor.submit('form[action$="/say"]', 'button[value=yes]');
    said += 1;
  }
  return said;
}

/** The address that the button of the newest letter leads to. */
async function letterLink(visitor) {
  const link = visitor.page.locator('main a[href^="/meetings/answer/"]');
  await expect(async () => {
    await visitor.open('/demo/letters');
    await visitor.page.locator('main .rows .act a').first().click();
    await expect(link).toHaveCount(1, { timeout: 1000 });
  }).toPass({ timeout: 20_000 });
  return link.getAttribute('href');
}

/** Writes a report on the pair: what is gathered makes nine tenths of the paper, words are the rest. */
async function report(author, term, thing, words) {
  await author.about(thing).open('/reports');
  const form = `form[action="/reports/begin"]:has([name=term][value=${term}])`;
  await author.submit(form);
  const page = new URL(author.page.url()).pathname;
  const before = await author.paper(`${page}/paper/kk`);
  for (const [name, text] of Object.entries(words)) await author.page.fill(`[name=w-${name}]`, text);
  await author.submit('form[action$="/write"]', 'button[value=ready]');
  const after = await author.paper(`${page}/paper/kk`);
  for (const text of Object.values(words)) expect(after).toContain(text);
  expect(before.length / after.length, 'the part of the paper that was there when it was opened').toBeGreaterThan(0.9);
}

/** The head opens what waits in the folder, one by one, and signs all of it at once. */
async function signFolder(head, waiting) {
  await head.open('/reports/folder');
  await expect(head.page.locator('form[action="/reports/folder"]'), 'nothing unread is signed').toHaveCount(0);
  const reports = await head.page.locator('#waiting .what a').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  expect(reports).toHaveLength(waiting);
  for (const page of reports) {
    await head.open(page);
    await head.submit('form[action$="/read"]');
  }
  await head.open('/reports/folder');
  await signHere(head, 'form[action="/reports/folder"]');
  await head.open('/reports/folder');
  await expect(head.page.locator('#waiting')).toHaveCount(0);
}
