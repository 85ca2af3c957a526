// Mentoring shown in action: a situation is planned and played, observers fill their sheets on the phone, the team decides, and
// the minutes are there before it parts (feat:F11; essay:E23, E24).
import { VIEWPORTS } from '../browser.js';
import { choose } from '../deeds.js';
import { axe, expect, noSideScroll, test } from '../harness.js';
import { Clerk, Register } from '../register.js';

const TEAM = 'Математика және информатика';
const CRITERIA = 5;
const CAST = { chair: 'Сейфуллина Гүлнафиса', secretary: 'Тұяқов Бекжан', mentor: 'Нұрбаева Айгүл', newcomer: 'Сәтбаева Дана' };
const OBSERVERS = ['Төлеген Мәдина', 'Нуғманов Айдар', 'Тұяқов Бекжан'];
const COURSE = 'Дана сыныптағы үнсіздікті айтты, Айгүл алдымен не көргенін сұрады.';
const DECISION = 'Сабақ талдауын сұрақтан бастау';

/** How the demonstration names somebody whom the school names family first. */
const persona = (name) => name.split(' ').reverse().join(' ');

test('a situation is played, observed on the phone, and the minutes are printed', async ({ browser, demo, language }) => {
  test.setTimeout(300_000);
  const register = new Register();
  const enter = (who) => Clerk.persona({ browser, demo, language, register, who }, who);
  const coordinator = await enter('coordinator');
  const { page } = coordinator;
  let scene;

  await test.step('it is planned', async () => {
    await coordinator.about('meeting').open('/');
    const today = await page.inputValue('#clock-day');
    await coordinator.open('/scenes/new');
    await axe(page);
    await page.fill('[name=team]', TEAM);
    await page.fill('[name=day]', today);
    await page.fill('[name=from]', '15:30');
    await page.fill('[name=place]', '215 кабинет');
    await page.selectOption('[name=situation]', 'nobody-answers');
    for (const [part, name] of Object.entries(CAST)) await choose(coordinator, part, name);
    for (const name of OBSERVERS) await page.locator('label:has(input[name=observers])', { hasText: name }).click();
    await coordinator.submit('form[action="/scenes/new"]');
    scene = new URL(page.url()).pathname;
    await coordinator.submit('#f-step', 'button[value=begin]');
  });

  await test.step('each observer fills the sheet on the phone, alone', async () => {
    for (const [nth, name] of OBSERVERS.entries()) {
      const observer = await enter(persona(name));
      await observer.page.setViewportSize(VIEWPORTS[360]);
      await observer.about(`sheet of ${name}`).open(scene);
      await noSideScroll(observer.page);
      const sheet = observer.page.locator('#sheet form');
      const marks = await sheet.locator('input[type=radio]').evaluateAll((all) => [...new Set(all.map((one) => one.name))]);
      expect(marks).toHaveLength(CRITERIA);
      for (const mark of marks) await observer.tick(mark, String(1 + nth));
      await observer.page.fill('[name=helped]', `Үнсіз күткені көмектесті, ${nth + 1}`);
      await observer.submit('form[action$="/sheet"]');
      await axe(observer.page);
      await expect(observer.page.locator('#together'), 'nothing is read before it is over').toHaveCount(0);
      await observer.page.context().close();
    }
  });

  await test.step('what was said and decided is written down, and it closes', async () => {
    await coordinator.about('minutes').open(scene);
    await page.fill('[name=course]', COURSE);
    for (const [vote, count] of [['agree', '5'], ['against', '0'], ['withheld', '1']]) await page.fill(`[name=${vote}]`, count);
    for (const name of [CAST.mentor, CAST.newcomer]) await page.locator('label:has(input[name=present])', { hasText: name }).click();
    await coordinator.submit('form[action$="/record"]');
    await page.fill('form[action$="/decisions"] [name=text]', DECISION);
    await choose(coordinator.about('decision'), 'owner', CAST.newcomer);
    await page.fill('[name=until]', '2026-10-23');
    await coordinator.submit('form[action$="/decisions"]');
    await coordinator.submit('#f-step', 'button[value=close]');
    await expect(page.locator('#together ul li'), 'three sheets are enough for a mean').toHaveCount(CRITERIA);
    await axe(page);
  });

  await test.step('the minutes in both languages; whoever took something on says that it is done', async () => {
    for (const lang of ['kk', 'ru']) {
      const paper = (await coordinator.paper(`${scene}/minutes/${lang}`)).replace(/\s+/g, ' ');
      for (const words of [TEAM, COURSE, DECISION, 'Нұрбаева', 'Сәтбаева']) expect(paper).toContain(words);
    }
    const newcomer = await enter(persona(CAST.newcomer));
    await newcomer.open(scene);
    await newcomer.submit('form[action$="/done"]');
    await expect(newcomer.page.locator('#decisions form')).toHaveCount(0);
    const officer = await enter('district officer');
    await officer.open('/');
    expect((await officer.page.goto(scene)).status(), 'it stays in the school').toBe(404);
  });

  expect(register.unseen, 'forms that were filled in past the register').toEqual([]);
});
