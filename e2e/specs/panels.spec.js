// Judges set the cut of an exam: alone and question by question, once more with the spread of the others before them, and what
// they come to is taken (feat:G4; methods of measurement, §3; docs/decisions/0039).
import { choose, slip, takeIn } from '../deeds.js';
import { axe, expect, newSchool as test } from '../harness.js';
import { Clerk, Register } from '../register.js';

const HEAD = 'Оразбаев Серік Мұратұлы';
const SANIA = 'Жанұзақова Сәния Ермекқызы';
const VIKTOR = 'Лещенко Виктор Андреевич';
const STAFF = [
  ['Сейфуллина Гүлнафиса Ахмарқызы', 'учитель', 'химия', 'педагог-исследователь', '14', '01.09.2012', 'gulnafisa@school47.example'],
  [HEAD, 'директор', 'история', 'педагог-мастер', '14', '01.09.2012', 'serik@school47.example'],
  [SANIA, 'учитель', 'математика', 'педагог-мастер', '22', '01.09.2010', 'saniya@school47.example'],
  [VIKTOR, 'учитель', 'физика', 'педагог-исследователь', '18', '15.08.2011', 'leshchenko@school47.example'],
];

/** Of a hundred who are just ready, so many answer rightly: each judge in the first round, and all of them in the second. */
const SHARES = [40, 60, 80];
const AGREED = 65;
const BOUNDS = { lowest: '1', highest: '2', fewest: '10', most: '50' };

const here = (visitor) => new URL(visitor.page.url()).pathname;

test('three judges set the cut, alone and in two rounds', async ({ browser, demo, language, javaScriptEnabled }) => {
  test.setTimeout(500_000);
  const register = new Register();
  const school = (who) => ({ browser, demo, language, register, who });
  const coordinator = await Clerk.persona(school('coordinator'), 'coordinator');
  const judges = {};
  let sitting;

  await test.step('a sitting with questions of one topic', async () => {
    await coordinator.open('/questions');
    await coordinator.submit('form[action="/questions/starter"]');
    await takeIn(coordinator, STAFF);
    await coordinator.open('/people?show=waiting');
    const slips = await coordinator.printed('button[name=everybody]');
    judges[HEAD] = await Clerk.persona(school('head'), 'head');
    for (const name of [SANIA, VIKTOR]) judges[name] = await Clerk.withSlip(school(name), slip(slips, name));
    await coordinator.about('sitting').open('/sittings/new');
    await coordinator.page.fill('[name=day]', '2026-09-07');
    await coordinator.page.fill('[name=from]', '08:00');
    await coordinator.page.fill('[name=to]', '18:00');
    await coordinator.page.fill('[name=topic-law]', '3');
    await coordinator.tick('languages', 'ru');
    await coordinator.page.fill('[name=points]', '1');
    await coordinator.submit('form[action="/sittings/new"]');
    sitting = here(coordinator);
  });

  await test.step('three are asked', async () => {
    for (const name of Object.keys(judges)) {
      await coordinator.about(`judge ${name}`).open(`${sitting}/panel`);
      await choose(coordinator, 'judge', name);
      await coordinator.submit('form[action$="/ask"]');
    }
    await axe(coordinator.page);
  });

  await test.step('each judges alone, and says what they would put up with', async () => {
    for (const [nth, [name, judge]] of Object.entries(judges).entries()) {
      await judgeAll(judge.about('first round'), () => SHARES[nth]);
      if (nth === 0) await axe(judge.page);
      for (const other of Object.keys(judges)) if (other !== name) expect(await judge.words()).not.toContain(other.split(' ')[0]);
      for (const [bound, value] of Object.entries(BOUNDS)) await judge.page.selectOption(`[name=${bound}]`, value);
      await judge.submit('form[action$="/bounds"]');
    }
  });

  await test.step('they see how far they lie apart, without names, and say it again', async () => {
    await step('discuss');
    for (const judge of Object.values(judges)) {
      await judge.open(`${sitting}/judging`);
      // Whoever of the three asks: sixty is among the others' shares or their mean.
      await expect(judge.page.locator('#f-judging p.small.muted:not([role])').first(), 'the spread of the others').toContainText('60');
      await judgeAll(judge.about('second round'), (at) => AGREED - (at % 2) * 5);
    }
    await coordinator.open(`${sitting}/panel`);
    await expect(coordinator.page.locator('#outcome'), 'nothing is told before they are ready').toHaveCount(0);
  });

  await test.step('what they came to becomes the cut', async () => {
    await step('close');
    await expect(coordinator.page.locator('#outcome p').first()).toBeVisible();
    await axe(coordinator.page);
    await coordinator.open(sitting);
    const before = await coordinator.page.locator('#facts').innerText();
    await step('take');
    await coordinator.open(sitting);
    expect(await coordinator.page.locator('#facts').innerText()).not.toBe(before);
    await axe(coordinator.page);
  });

  /** The coordinator takes the judging a step on. */
  async function step(word) {
    await coordinator.open(`${sitting}/panel`);
    await coordinator.submit('#f-step', `button[value=${word}]`);
  }

  /** Says of every question how many would answer it rightly, and hands in. */
  async function judgeAll(judge, share) {
    await judge.open(`${sitting}/judging?topic=law`);
    const asked = await judge.page.locator('select[name^=share-]').all();
    for (const [at, one] of asked.entries()) {
      const value = String(share(at));
      if ((await one.inputValue()) === value) continue;
      // With JavaScript each is saved by itself: nobody is faster than that.
      const saved = javaScriptEnabled && judge.page.waitForResponse((answer) => answer.request().method() === 'POST');
      await one.selectOption(value);
      await saved;
    }
    await judge.submit('#f-judging', 'button[value=hand-in]');
  }

  expect(register.unseen, 'forms that were filled in past the register').toEqual([]);
  expect(register.facts.size, 'what judges say is told once').toBeGreaterThan(60);
});
