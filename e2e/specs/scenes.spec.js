// Mentoring shown in action: a situation is planned and played, observers fill their sheets on the phone, the team decides, and
// the minutes are there before it parts (feat:F11; essay:E23, E24).
import { VIEWPORTS } from '../browser.js';
import { beginScene, closeScene, decideScene, fillSheet, planScene, readMinutes, recordScene } from '../community.js';
import { axe, expect, test } from '../harness.js';
import { Clerk, Register } from '../register.js';

const TEAM = 'Математика және информатика';
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
    scene = await planScene(coordinator, { team: TEAM, day: today, place: '215 кабинет', situation: 'nobody-answers', cast: CAST, observers: OBSERVERS });
    await beginScene(coordinator, scene);
  });

  await test.step('each observer fills the sheet on the phone, alone', async () => {
    for (const [nth, name] of OBSERVERS.entries()) {
      const observer = await enter(persona(name));
      await observer.page.setViewportSize(VIEWPORTS[360]);
      await fillSheet(observer.about(`sheet of ${name}`), scene, 1 + nth, `Үнсіз күткені көмектесті, ${nth + 1}`);
      await axe(observer.page);
      await observer.page.context().close();
    }
  });

  await test.step('what was said and decided is written down, and it closes', async () => {
    await coordinator.about('minutes').open(scene);
    await recordScene(coordinator, { course: COURSE, votes: [5, 0, 1], present: [CAST.mentor, CAST.newcomer] });
    await decideScene(coordinator.about('decision'), { text: DECISION, owner: CAST.newcomer, until: '2026-10-23' });
    await closeScene(coordinator);
    await axe(page);
  });

  await test.step('the minutes in both languages; whoever took something on says that it is done', async () => {
    await readMinutes(coordinator, scene, [TEAM, COURSE, DECISION, 'Нұрбаева', 'Сәтбаева']);
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
