// A term of pupils who help pupils, in a school of 392: consents, goals, pairs, eight weeks of the journal with two of them
// offline, a concern, an award by lot, and the closing (feat:I1–I7, J1–J3, M4). Through pages only; the test clock moves the days.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { BINARY } from '../demo.js';
import { choose, slip, takeIn, travel, upload } from '../deeds.js';
import { axe, expect, newSchool as test } from '../harness.js';
import { agreeTo, consent, giveDuty, keepWeek, mark, pairs, prepareHelper, pupilsOf, refer, roll, says, signWeek, tap, waiting } from '../pupils.js';
import { Clerk, Register } from '../register.js';

const HEAD = 'Оразбаев Серік Мұратұлы';
const TEACHER = 'Сарина Әсия Қанатқызы';
const SPECIALIST = 'Лебедева Ольга Николаевна';
const ON_DUTY = 'Жүсіпов Ербол Талғатұлы';

const STAFF = [
  ['Сейфуллина Гүлнафиса Ахмарқызы', 'учитель', 'химия', 'педагог-исследователь', '14', '01.09.2012', 'gulnafisa@school47.example'],
  [HEAD, 'директор', 'история', 'педагог-мастер', '14', '01.09.2012', 'serik@school47.example'],
  [TEACHER, 'учитель', 'математика', 'педагог-эксперт', '9', '01.09.2017', 'asiya@school47.example'],
  [SPECIALIST, 'учитель', 'самопознание', 'педагог-эксперт', '12', '01.09.2014', 'olga@school47.example'],
  [ON_DUTY, 'учитель', 'физкультура', 'педагог-модератор', '5', '01.09.2021', 'erbol@school47.example'],
];

/** Pupils of 5А who are helped, and of 8А who help them: two at most each. */
const HELPED = 8;
const HELPING = 5;
const MINUTES = 45;

/** Mondays of the eight weeks; the journal is filled in on their Fridays. */
const WEEKS = [
  ['2026-09-14', '2026-09-18'], ['2026-09-21', '2026-09-25'], ['2026-09-28', '2026-10-02'], ['2026-10-05', '2026-10-09'],
  ['2026-10-12', '2026-10-16'], ['2026-10-19', '2026-10-23'], ['2026-10-26', '2026-10-30'], ['2026-11-02', '2026-11-06'],
];
const OFFLINE = [2, 5];
/** In the second of them another device is faster with the first pair. */
const CONFLICT = 5;
/** In this week the second pair does not meet. */
const MISSED = 3;

const AWARD = { title: 'Күзгі алғыс', from: '2026-09-01', to: '2026-11-08', drawOn: '2026-11-16' };
const FROZEN_ON = '2026-11-09';
const WORRY = 'Шағала 5512: үзілісте бұрышта жалғыз жылап отырды';
const WHY = 'Торғай 7040: үйде көмектесетін ешкім жоқ';

const here = (visitor) => new URL(visitor.page.url()).pathname;
const status = async (visitor, path) => (await visitor.page.goto(path)).status();

test.skip(({ javaScriptEnabled }) => javaScriptEnabled === false, 'without JavaScript no week goes on without network');

test('a term of pupils who help pupils, from the list to the closing', async ({ browser, demo, language }) => {
  test.setTimeout(1_500_000);
  const register = new Register();
  const school = (who) => ({ browser, demo, language, register, who });
  const coordinator = await Clerk.persona(school('coordinator'), 'coordinator');
  const head = await Clerk.persona(school('head'), 'head');
  let teacher, specialist, onDuty, helped, helping, award;
  const made = [];

  await test.step('August: 392 pupils by the school’s own list, and who looks after them', async () => {
    await takeIn(coordinator, STAFF);
    await upload(coordinator, 'pupils', 'pupils.csv', roll());
    await coordinator.submit('form[action$="/apply"]');
    await coordinator.open('/people?show=waiting');
    const slips = await coordinator.printed('button[name=everybody]');
    teacher = await Clerk.withSlip(school('teacher'), slip(slips, TEACHER));
    specialist = await Clerk.withSlip(school('specialist'), slip(slips, SPECIALIST));
    onDuty = await Clerk.withSlip(school('adult on duty'), slip(slips, ON_DUTY));
    await giveDuty(coordinator.about('duty of the class teacher'), '5А', TEACHER);
    await giveDuty(head.about('duty of the specialist'), 'specialist', SPECIALIST);
    await coordinator.open('/pupils');
    await expect(coordinator.page.locator('#classes .rows > li')).toHaveCount(16);
    await teacher.open('/pupils');
    await axe(teacher.page);
    await expect(teacher.page.locator('#class li'), 'one’s own class and no other').toHaveCount(23);
    await expect(teacher.page.locator('#classes .rows > li')).toHaveCount(1);
    [helped, helping] = [(await pupilsOf(teacher, '5А')).slice(0, HELPED), (await pupilsOf(coordinator, '8А')).slice(0, HELPING)];
    expect(await status(teacher, `/pupils/${helping[0].id}`)).toBe(404);
  });

  await test.step('the rule of the award is published before anybody helps', async () => {
    await coordinator.about('award').open('/awards');
    const { page } = coordinator;
    await page.fill('[name=title]', AWARD.title);
    await coordinator.tick('kind', 'own');
    await page.fill('[name=from]', AWARD.from);
    await page.fill('[name=to]', AWARD.to);
    await page.fill('[name=threshold]', '4');
    await page.fill('[name=prizes]', '2 Театрға билет\n1 Кітап');
    await page.fill('[name=source]', 'Ұлттық Банктің 16 қарашадағы доллар бағамы');
    await page.fill('[name=draw_on]', AWARD.drawOn);
    await coordinator.submit('form[action="/awards"]');
    award = here(coordinator);
  });

  await test.step('September: both voices in every consent; a goal for each child, and the child’s own yes', async () => {
    await travel(coordinator, '2026-09-09');
    for (const [nth, { id, name }] of helped.entries()) {
      const parts = nth === 0 ? ['participation', 'data', 'off_site'] : ['participation', 'data'];
      await consent(teacher.about(name), id, { parts, representative: `Айша ${name.split(' ')[0]}`, place: 'Папка 5А', on: '2026-09-08' });
      await refer(teacher, id, { goal: 'algebra', about: 'study', why: `${WHY}, ${nth}`, answer: 'yes' });
    }
    await axe(teacher.page);
    // The head reads apart what the law names, and nothing of why.
    for (const path of [`/pupils/${helped[0].id}`, `/pupils/${helped[0].id}/reason`]) {
      await head.open(path);
      expect(await head.words(), 'why stays with whoever may know').not.toContain(WHY);
    }
    await specialist.open(`/pupils/${helped[0].id}/reason`);
    expect(await specialist.words()).toContain(WHY);
  });

  await test.step('those who help: named, trained for two hours, recommended', async () => {
    for (const { id, name } of helping) {
      await consent(coordinator.about(name), id, { parts: ['participation', 'data'], representative: `Айша ${name.split(' ')[0]}`, place: 'Папка 8А', on: '2026-09-08' });
      await prepareHelper(coordinator, id, { on: '2026-09-09', teacher: ON_DUTY, words: `${name}: сабырлы, сөзінде тұрады.` });
    }
    await coordinator.open('/volunteers');
    await expect(coordinator.page.locator('#volunteers .rows > li')).toHaveCount(HELPING);
  });

  await test.step('pairs: proposed, decided on by the class teacher, agreed to by both children', async () => {
    await travel(coordinator, '2026-09-11');
    for (const [nth, { id, name }] of helped.entries()) {
      await teacher.about(`pair of ${name}`).open(`/peers/of/${id}`);
      const proposed = teacher.page.locator('[name=helper]:checked');
      await expect(proposed, `somebody is proposed for ${name}`).toHaveCount(1);
      if (nth === 0) {
        await axe(teacher.page);
        // Another one than was proposed asks for a reason.
        await teacher.page.locator('label:has([name=helper]:not(:checked))').first().click();
        await teacher.page.fill('[name=reason]', 'Бір аулада тұрады, бірге қайтады.');
      }
      await teacher.submit('form[action$="/confirm"]');
      made.push({ path: here(teacher), name });
      await agreeTo(teacher, { weekday: '3', at: '17:00', minutes: String(MINUTES), place: 'Кітапхана', adult: ON_DUTY });
    }
    await teacher.open('/peers');
    await axe(teacher.page);
    await expect(teacher.page.locator('#pairs .rows > li')).toHaveCount(HELPED);
  });

  /** A week of the journal on the teacher's phone; gives how many pairs it has. */
  async function week(nth) {
    const [monday, friday] = WEEKS[nth];
    await travel(coordinator, friday);
    await teacher.open(`/journals/${monday}`);
    const { page } = teacher;
    const offline = OFFLINE.includes(nth);
    if (offline) {
      await keepWeek(page);
      await page.context().setOffline(true);
    }
    const all = await pairs(page).count();
    for (let at = 0; at < all; at += 1) await tap(page, at, nth === MISSED && at === 1 ? 'missed' : 'met');
    if (offline) {
      await says(page, 'waits');
      await page.goto(`/journals/${monday}`);
      await expect(mark(page, all - 1, 'met'), 'the page opens again and has what waits').toBeChecked();
    }
    if (nth === CONFLICT) await conflict(monday);
    await page.context().setOffline(false);
    if (nth === CONFLICT) {
      await says(page, 'conflict');
      await expect(pairs(page).first().locator('input:checked'), 'nobody has chosen between the two').toHaveCount(0);
      await tap(page, 0, 'met');
    }
    await says(page, 'saved');
    await signWeek(page);
    expect(await waiting(page), 'nothing waits any more').toEqual([]);
    return all;
  }

  /** The same teacher on another device says that the first pair did not meet. */
  async function conflict(monday) {
    const twin = await teacher.elsewhere(school('teacher'));
    await twin.open(`/journals/${monday}`);
    await tap(twin.page, 0, 'missed');
    await says(twin.page, 'saved');
    await twin.page.context().close();
  }

  for (const nth of [0, 1, 2]) {
    await test.step(`week ${nth + 1} of the journal${OFFLINE.includes(nth) ? ', without network' : ''}`, async () => expect(await week(nth)).toBe(HELPED));
  }

  await test.step('somebody is worried: the case has its clock, and whom it is about learns nothing', async () => {
    await travel(coordinator, '2026-10-07');
    const pages = ['/', '/pupils', '/concerns', '/help/talk'];
    const reads = async () => {
      const all = [];
      // A page that is not there gives each request a number of its own.
      for (const path of pages) all.push(`${await status(onDuty, path)} ${(await onDuty.words()).replace(/[0-9a-f-]{36}/g, '')}`);
      return all;
    };
    await onDuty.open('/');
    const before = await reads();
    await teacher.about('concern').open('/concerns/new');
    await teacher.page.fill('[name=child]', `${helped[1].name}, 5А`);
    await teacher.page.fill('[name=seen]', WORRY);
    await choose(teacher, 'about', ON_DUTY);
    await teacher.submit('form[action="/concerns/new"]');
    const concern = here(teacher);
    await lead(specialist, concern, helped[1].id);
    expect(await reads(), 'nobody whom it is about sees a sign of it').toEqual(before);
    for (const other of [onDuty, coordinator]) expect(await status(other, concern)).toBe(404);
    await teacher.open(concern);
    expect(await teacher.words(), 'whoever raised it reads their own words').toContain(WORRY);
    for (const step of ['authority', 'police', 'head', 'talk', 'measures', 'decision']) await take(specialist, concern, step);
    await specialist.about('end of the case').open(concern);
    await specialist.tick('outcome', 'explained');
    await specialist.page.fill('form[action$="/close"] [name=words]', 'Сыныптастарымен татуласты, ата-анасы хабардар.');
    await specialist.submit('form[action$="/close"]');
    await expect(specialist.page.locator('form[action$="/step"]')).toHaveCount(0);
  });

  for (const nth of [3, 4, 5, 6, 7]) {
    await test.step(`week ${nth + 1} of the journal${OFFLINE.includes(nth) ? ', without network' : ''}`, async () => expect(await week(nth)).toBe(HELPED));
  }

  await test.step('the hours follow from signed weeks alone', async () => {
    await teacher.open('/peers');
    const rows = teacher.page.locator('#pairs .rows > li');
    await expect(rows.filter({ hasText: String(MINUTES * WEEKS.length) })).toHaveCount(HELPED - 1);
    await expect(rows.filter({ hasText: String(MINUTES * (WEEKS.length - 1)) })).toHaveCount(1);
    const [first] = helping;
    for (const paper of [`/volunteers/${first.id}/hours/kk`, `/volunteers/${first.id}/thanks/ru`]) {
      expect((await coordinator.paper(paper)).replace(/\s+/g, ' ')).toContain(first.name.split(' ')[0]);
    }
  });

  await test.step('the award: named, frozen, an appeal and its answer, the lot, the vote, the order, handed over', async () => {
    for (const { id, name } of helping) {
      await coordinator.about(`nomination of ${name}`).open(award);
      await coordinator.page.selectOption('[name=pupil]', id);
      await coordinator.page.fill('[name=grounds]', `${name} сегіз апта бойы көмектесті.`);
      await coordinator.submit('form[action$="/nominate"]');
    }
    await travel(coordinator, FROZEN_ON);
    await step(coordinator, 'freeze');
    const child = `${award}/pupils/${helping[0].id}`;
    await coordinator.about('appeal').open(child);
    await coordinator.page.fill('form:has([value=appeal]) [name=words]', 'Бір кездесуі есепке алынбай қалған сияқты.');
    await coordinator.submit('form:has([value=appeal])');
    await head.about('answer to the appeal').open(child);
    await axe(head.page);
    await head.tick('answer', 'denied');
    await head.page.fill('form:has([name=what][value=answer]) [name=words]', 'Журналды бірге қарадық: бәрі есепте.');
    await head.submit('form:has([name=what][value=answer])');
    await travel(coordinator, AWARD.drawOn);
    await step(coordinator, 'draw', { seed: '512,34' });
    await step(coordinator, 'vote', { yes: '3', no: '0', protocol: '7', on: AWARD.drawOn });
    await step(coordinator, 'order', { number: '61-ө', on: AWARD.drawOn });
    await step(coordinator, 'hand', { on: AWARD.drawOn });
    await coordinator.open(award);
    await axe(coordinator.page);
    const download = coordinator.page.waitForEvent('download');
    await coordinator.page.locator('a[href$="/file"]').click();
    const file = await (await download).path();
    // Ends with an error where anything differs.
    await promisify(execFile)(BINARY, ['verify-award', file]);
    await coordinator.open(child);
    await axe(coordinator.page);
  });

  /** Takes the next step of the award. */
  async function step(visitor, word, typed = {}) {
    await visitor.about(`${word} of the award`).open(award);
    await expect(visitor.page.locator('#f-step [name=step]')).toHaveValue(word);
    for (const [name, value] of Object.entries(typed)) await visitor.page.fill(`#f-step [name=${name}]`, value);
    if (word === 'vote') for (const nth of [0, 1, 2]) await visitor.page.locator('#f-member label').nth(nth).click();
    await visitor.submit('#f-step');
  }

  await test.step('the closing: pairs end, goals are closed, nothing waits for the next week', async () => {
    for (const { path, name } of made) {
      await teacher.about(`end of the pair of ${name}`).open(path);
      await teacher.submit('form[action$="/end"]');
    }
    for (const { id } of helped) {
      await teacher.open(`/pupils/${id}`);
      const open = teacher.page.locator('form[action$="/close"]');
      if ((await open.count()) > 0) await teacher.submit('form[action$="/close"]');
      await expect(open, 'nothing is offered any more').toHaveCount(0);
    }
    await teacher.open('/peers');
    await expect(teacher.page.locator('#pairs')).toHaveCount(0);
    await travel(coordinator, '2026-11-27');
    await teacher.open('/journals/2026-11-23');
    await expect(teacher.page.locator('#f-marks')).toHaveCount(0);
  });

  expect(register.unseen, 'forms that were filled in past the register').toEqual([]);
  expect(register.facts.size, 'facts of the term').toBeGreaterThan(100);
});

/** The specialist takes a case on and writes which pupil it is about. */
async function lead(specialist, concern, pupil) {
  await specialist.about('case').open(concern);
  await specialist.submit('form[action$="/lead"]');
  await specialist.page.selectOption('[name=pupil]', pupil);
  await specialist.submit('form[action$="/name"]');
  await axe(specialist.page);
}

/** Writes down a step of the clock: the talk took place, the others are not needed here. */
async function take(specialist, concern, word) {
  await specialist.about(`${word} in the case`).open(concern);
  const form = 'form[action$="/step"]';
  await specialist.page.selectOption(`${form} [name=step]`, word);
  await specialist.page.fill(`${form} [name=step_on]`, '2026-10-07');
  await specialist.page.fill(`${form} [name=step_at]`, '09:30');
  if (word !== 'talk') {
    await specialist.page.locator(`${form} label:has([name=unneeded])`).click();
    await specialist.page.fill(`${form} [name=remark]`, `Қажет емес: ${word}`);
  }
  await specialist.submit(form);
}
