// From a mentor's first case to the result of the theory, as candidates and their coordinator walk it; the paper is written
// on the candidate's own phone, in one browser and then in another (essay:E25–E30; feat:G1–G4; neg:N22).
import { choose, slip, takeIn, travel } from '../deeds.js';
import { axe, expect, light, newSchool as test } from '../harness.js';
import { Visitor } from '../visitor.js';

const SANIA = 'Жанұзақова Сәния Ермекқызы';
const VIKTOR = 'Пак Виктор Андреевич';
const ASEL = 'Құдайбергенова Әсел Нұрланқызы';

const HEAD = 'Оразбаев Серік Мұратұлы';

const STAFF = [
  ['Сейфуллина Гүлнафиса Ахмарқызы', 'учитель', 'химия', 'педагог-исследователь', '14', '01.09.2012', 'gulnafisa@school47.example'],
  [HEAD, 'директор', 'история', 'педагог-мастер', '14', '01.09.2012', 'serik@school47.example'],
  [SANIA, 'учитель', 'математика', 'педагог-мастер', '22', '01.09.2010', 'saniya@school47.example'],
  [VIKTOR, 'учитель', 'физика', 'педагог-исследователь', '18', '15.08.2011', 'pak@school47.example'],
  [ASEL, 'учитель', 'биология', 'педагог-исследователь', '11', '01.09.2015', 'asel@school47.example'],
];

/** Eight hours each: three of them make the hours of the course, and are marked on the day after. */
const TRAININGS = ['2026-08-26', '2026-08-27', '2026-08-28'];
const MARKED = '2026-08-29';
const SITTING = '2026-09-07';
const AFTER = '2026-09-08';
/** Minutes of the paper, as the form offers them. */
const MINUTES = 60;
/** Questions of each of two topics. */
const OF_EACH = 3;

const here = (visitor) => new URL(visitor.page.url()).pathname;

test('a candidate goes from the first case to the result of the theory', async ({ browser, demo, language }) => {
  test.setTimeout(400_000);
  const school = { browser, demo, language };
  const coordinator = await Visitor.persona(school, 'coordinator');
  const head = await Visitor.persona(school, 'head');
  const people = {};
  let paper, saved;

  await test.step('the bank takes the starting material, by one button', async () => {
    await coordinator.open('/questions');
    await coordinator.submit('form[action="/questions/starter"]');
    await expect(coordinator.page.locator('#list .rows a[href^="/questions/"]').first()).toBeVisible();
  });

  await test.step('three are enrolled', async () => {
    await takeIn(coordinator, STAFF);
    await coordinator.open('/people?show=waiting');
    const slips = await coordinator.printed('button[name=everybody]');
    for (const name of [SANIA, VIKTOR, ASEL]) people[name] = await Visitor.withSlip(school, slip(slips, name));
    for (const name of [SANIA, VIKTOR, ASEL]) {
      await coordinator.open('/courses/candidates');
      await choose(coordinator, 'person', name);
      await coordinator.submit('form[action="/courses/candidates/enrol"]');
    }
    await expect(coordinator.page.locator('#candidates tbody tr')).toHaveCount(3);
  });

  const sania = people[SANIA];

  await test.step('each tells a case; two replies to others open the training', async () => {
    const cases = {};
    for (const name of [VIKTOR, ASEL, SANIA]) cases[name] = await tell(people[name], name);
    for (const [name, replies] of [[VIKTOR, 1], [ASEL, 2]]) {
      await sania.open('/courses');
      await expect(sania.page.locator('progress').last()).toHaveAttribute('value', String(replies - 1));
      await sania.open(cases[name]);
      await sania.page.fill('[name=words]', `Мен алдымен бір сұрақ қояр едім: ${family(name)} сабақта не көрді?`);
      await sania.submit('form[action$="/reply"]');
      await expect(sania.page.locator('#replies')).toContainText(family(name));
    }
    await sania.open('/courses');
    await expect(sania.page.locator('#hours-attended'), 'the gate is open').toHaveCount(1);
    await people[VIKTOR].open('/courses');
    await expect(people[VIKTOR].page.locator('#hours-attended'), 'who replied to nobody waits').toHaveCount(0);
  });

  await test.step('sessions of training: announced, signed up for, marked; hours count by themselves', async () => {
    const sessions = [];
    for (const day of TRAININGS) sessions.push(await announce(coordinator, day));
    for (const session of sessions) {
      await sania.open(session);
      await sania.submit('form[action$="/sign-up"]');
      await expect(sania.page.locator('form[action$="/step-back"]')).toHaveCount(1);
    }
    await travel(coordinator, MARKED);
    for (const [nth, session] of sessions.entries()) {
      await coordinator.open(session);
      await coordinator.page.locator('label:has(input[name=present])').first().click();
      await coordinator.submit('form[action$="/mark"]');
      await sania.open('/courses');
      const hours = sania.page.locator('progress');
      if (nth < 2) await expect(hours).toHaveAttribute('value', String((nth + 1) * 8 * 60));
      else await expect(hours, 'admitted to the exam').toHaveCount(0);
    }
  });

  const sitting = await test.step('a sitting is planned', async () => {
    await coordinator.open('/sittings/new');
    await coordinator.page.fill('[name=day]', SITTING);
    await coordinator.page.fill('[name=from]', '08:00');
    await coordinator.page.fill('[name=to]', '18:00');
    for (const topic of ['law', 'talks']) await coordinator.page.fill(`[name=topic-${topic}]`, String(OF_EACH));
    for (const one of ['kk', 'ru', 'en']) await coordinator.tick('languages', one);
    await coordinator.page.fill('[name=points]', '2');
    await coordinator.submit('form[action="/sittings/new"]');
    const planned = here(coordinator);
    await choose(coordinator, 'marker', HEAD);
    await coordinator.submit('form[action$="/marker"]');
    return planned;
  });

  await test.step('a judge who changes a share and changes it back keeps what the page shows', async () => {
    await coordinator.open(`${sitting}/panel`);
    await choose(coordinator, 'judge', HEAD);
    await coordinator.submit('form[action$="/ask"]');
    const { page } = head;
    const judging = `${sitting}/judging?topic=law`;
    await head.open(judging);
    if (await page.evaluate(() => matchMedia('(scripting: none)').matches)) return; // Nothing is saved by itself.
    const share = page.locator('select[name^=share-]').first();
    const give = async (value) => {
      const saved = page.waitForResponse((answer) => answer.request().method() === 'POST');
      await share.selectOption(value);
      await saved;
    };
    await give('35');
    await head.open(judging);
    await give('40');
    await give('35');
    await head.open(judging);
    await expect(share).toHaveValue('35');
  });

  await test.step('it begins on its day', async () => {
    await travel(coordinator, SITTING);
    await step(coordinator, sitting, 'begin');
  });

  await test.step('the candidate writes on the phone', async () => {
    await sania.open('/attempts');
    await sania.tick('language', language);
    await sania.submit('form[action="/attempts"]');
    paper = here(sania);
    await axe(sania.page);
    await light(sania.page, paper);
    expect(await left(sania)).toBeLessThanOrEqual(MINUTES * 60);
    await expect(sania.page.locator('main nav.pills button')).toHaveCount(2 * OF_EACH);
    saved = [];
    for (let number = 1; number <= OF_EACH; number += 1) {
      saved.push(await fillIn(sania));
      await sania.submit('form[data-autosave]', 'button[value=next]');
    }
    // The last one is given, and no button is pressed: the page saves by itself where it can.
    const { page } = sania;
    const told = await page.locator('[data-told]').innerText();
    saved.push(await fillIn(sania));
    if (await page.evaluate(() => matchMedia('(scripting: none)').matches)) {
      await sania.submit('form[data-autosave]', 'button[value=next]');
    } else {
      await page.locator('[data-told]').click(); // Leaves the field.
      await expect(page.locator('[data-told]')).not.toHaveText(told);
    }
  });

  await test.step('in another browser every answer is there, and the time has run on', async () => {
    const before = await left(sania);
    const other = await sania.elsewhere(school);
    await other.open('/attempts');
    await expect(other.page.locator(`a[href="${paper}"]`)).toHaveCount(1);
    for (const [nth, answer] of saved.entries()) {
      await other.open(`${paper}?q=${nth + 1}`);
      expect(await given(other), `answer ${nth + 1}`).toEqual(answer);
    }
    const after = await left(other);
    expect(after).toBeLessThanOrEqual(before);
    expect(after, 'not more than has passed').toBeGreaterThan(MINUTES * 60 / 2);
    for (let number = saved.length + 1; number <= 2 * OF_EACH; number += 1) {
      await other.open(`${paper}?q=${number}`);
      await fillIn(other);
      await other.submit('form[data-autosave]', number < 2 * OF_EACH ? 'button[value=next]' : 'button[value=hand-in]');
    }
    await other.submit('form[action$="/hand-in"]');
    expect(here(other)).toBe(paper);
    await expect(other.page.locator('#result b'), 'nothing is told yet').toHaveCount(0);
    await other.page.context().close();
  });

  await test.step('the sitting is closed and told; the candidate reads the own result, and nobody else does', async () => {
    await travel(coordinator, AFTER);
    await step(coordinator, sitting, 'close');
    await markAll(head, sitting);
    await step(coordinator, sitting, 'tell');
    await expect(coordinator.page.locator('#papers')).toContainText(family(SANIA));
    await sania.open(paper);
    await expect(sania.page.locator('#result b')).toHaveCount(1);
    await expect(sania.page.locator('form[data-autosave]')).toHaveCount(0);
    for (const visitor of [people[VIKTOR], coordinator]) {
      await visitor.open('/attempts');
      expect((await visitor.page.goto(paper)).status()).toBe(404);
    }
  });
});

const family = (name) => name.split(' ')[0];

/** Tells a case from practice; gives its address. */
async function tell(visitor, name) {
  await visitor.open('/courses/cases/new');
  await visitor.page.fill('[name=title]', `Сабақтың соңғы он минуты, ${family(name)}`);
  await visitor.page.locator('label:has(input[name=topic])').first().click();
  await visitor.page.fill('[name=situation]', 'Жас мұғалім үшінші рет сабақты уақытында бітіре алмады.');
  await visitor.page.fill('[name=did]', 'Келесі сабаққа бірге кірдік, уақытты екеуіміз де белгіледік.');
  await visitor.page.fill('[name=asks]', 'Қашан араласар едіңіз?');
  await visitor.submit('form[action="/courses/cases/new"]');
  await visitor.open('/courses/cases');
  return visitor.page.locator('main a[href^="/courses/cases/"]', { hasText: family(name) }).first().getAttribute('href');
}

/** Announces a session of twelve hours; gives its address. */
async function announce(coordinator, day) {
  await coordinator.open('/courses/trainings/new');
  const fields = { title: 'Сабақты бірге талдау', day, from: '08:00', to: '16:00', place: '214 кабинет' };
  for (const [name, value] of Object.entries(fields)) await coordinator.page.fill(`[name=${name}]`, value);
  await coordinator.submit('form[action="/courses/trainings/new"]');
  return here(coordinator);
}

/** Takes a sitting a step on. */
async function step(coordinator, sitting, word) {
  await coordinator.open(sitting);
  await coordinator.submit('form[action$="/step"]', `button[value=${word}]`);
}

/** Gives nothing for each text that waits, where the paper has drawn some: they come without names. */
async function markAll(marker, sitting) {
  await marker.open(`${sitting}/marking`);
  expect(await marker.words()).not.toContain(family(SANIA));
  const waiting = 'main form[action$="/marking"]:has([name=points][value=""])';
  while (await marker.page.locator(waiting).count()) {
    await marker.page.locator(`${waiting} [name=points]`).first().fill('0');
    await marker.submit(waiting);
  }
}

/** Answers the question that is open, whatever its kind; gives what stands there then. */
async function fillIn(visitor) {
  const form = visitor.page.locator('form[data-autosave]');
  const options = form.locator('label:has([name=answer])');
  const stems = form.locator('select[name^=answer-]');
  if (await options.filter({ has: visitor.page.locator('[type=radio], [type=checkbox]') }).count()) await options.last().click();
  else if (await stems.count()) for (const stem of await stems.all()) await stem.selectOption({ index: 1 });
  else await form.locator('[name=answer]').fill('30');
  return given(visitor);
}

/** What is answered to the question that is open, as its form would send it. */
function given(visitor) {
  return visitor.page.locator('form[data-autosave]').evaluate((form) => [...new FormData(form)].filter(([name]) => name.startsWith('answer')));
}

/** Seconds that are left, as the page came with them. */
async function left(visitor) {
  return Number(await visitor.page.locator('[data-left]').getAttribute('data-left'));
}
