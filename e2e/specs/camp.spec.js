// A camp of one day, from its grid to its report: the order of one's own, the steps of the draw, who may be photographed
// (feat:H1; docs/decisions/0055).
import { addSlot, addWorkshop, answerCamp, joinCamp, markDay, planCamp, putToCamp, stepCamp } from '../community.js';
import { axe, expect, test } from '../harness.js';
import { Visitor } from '../visitor.js';

const TITLE = 'Күзгі лагерь';
const IDEA = 'Ортақ сөре';
const WORKSHOPS = ['Сабақ басы', 'Үнсіздік'];

test('a camp goes from its grid to its report, and a newcomer reads why', async ({ browser, demo, language }) => {
  const here = { browser, demo, language };
  const coordinator = await Visitor.persona(here, 'coordinator');
  const newcomer = await Visitor.persona(here, 'newcomer');
  await coordinator.open('/');
  const today = await coordinator.page.inputValue('#clock-day');
  const path = await planCamp(coordinator, { title: TITLE, place: 'Бурабай', first: today, last: today, packing: 'Дәптер' });
  await addSlot(coordinator, { day: today, from: '10:00', until: '11:00', what: 'Шеберханалар' });
  for (const title of WORKSHOPS) await addWorkshop(coordinator, { slot: 0, title, leader: 'Айгүл', room: '12', seats: 1 });
  await axe(coordinator.page);
  await stepCamp(coordinator, 'open');

  await newcomer.open(path);
  await joinCamp(newcomer, { 0: [1, 0] });
  await newcomer.submit('#f-photo');
  await axe(newcomer.page);

  await coordinator.open(path);
  await stepCamp(coordinator, 'assign');
  await newcomer.open(path);
  await expect(newcomer.page.locator('#programme ol li')).toHaveCount(2);
  await expect(newcomer.page.locator('#programme ol li').last()).toContainText(WORKSHOPS[1]);
  await newcomer.page.setViewportSize({ width: 360, height: 800 });
  await newcomer.open(path);

  await putToCamp(newcomer, { title: IDEA, words: 'Апта сайын бір кітап айырбастаймыз.', unnamed: true });
  await answerCamp(newcomer, { helped: 'Үнсіздік' });
  await axe(newcomer.page);
  await coordinator.open(path);
  await markDay(coordinator, today);
  await stepCamp(coordinator, 'close');
  await expect(coordinator.page.locator('#answer'), 'one answer is too few to be shown').not.toContainText('Үнсіздік');
  for (const lang of ['kk', 'ru']) {
    // A narrow column breaks a line between words.
    const report = (await coordinator.paper(`${path}/report/${lang}`)).replace(/\s+/g, ' ');
    for (const said of [TITLE, IDEA]) expect(report).toContain(said);
  }
});
