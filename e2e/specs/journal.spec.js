// A class teacher's week: thirty pairs, a tap for each and one for the signature, with the network gone in between
// (feat:I5; docs/decisions/0040, 0048). The pupils come by a list, the pairs through the forms of their pages.
import { upload } from '../deeds.js';
import { axe, expect, newSchool as test, noSideScroll, signIn as enter } from '../harness.js';
import { keepWeek, mark, pairs, pupilsOf, says, signWeek, tap, waiting } from '../pupils.js';
import { Visitor } from '../visitor.js';

test.skip(({ javaScriptEnabled }) => javaScriptEnabled === false, 'without JavaScript the form is sent by its buttons: web/tests/web/peers.rs');

const WHO = 'coordinator';
const PAIRS = 30;
/** Seconds that somebody needs for a tap on a phone, looking at the name first. */
const TAP = 3;

/** Sends a form as the page would, and gives where it led. */
const post = async (page, path, fields) => {
  const { status, led } = await page.evaluate(async ([to, form]) => {
    const answer = await fetch(to, { method: 'POST', body: new URLSearchParams(form) });
    return { status: answer.status, led: new URL(answer.url).pathname };
  }, [path, fields]);
  expect(status, `${path}: ${JSON.stringify(fields)}`).toBe(200);
  return led;
};

/** The ids of a class's pupils. */
const ids = async (visitor, name) => (await pupilsOf(visitor, name)).map(({ id }) => id);

/** Thirty pairs of 5Ю, helped by fifteen of 8Ю; gives the address of this week. */
async function thirtyPairs(visitor) {
  const { page } = visitor;
  const lines = Array.from({ length: PAIRS + PAIRS / 2 }, (_, at) => `Сейіт Дана${at};${at < PAIRS ? '5Ю' : '8Ю'};J${at}`);
  await upload(visitor, 'pupils', 'pupils.csv', ['ФИО;Класс;Код', ...lines].join('\n'));
  await visitor.submit('form[action$="/apply"]');
  const [helped, helping] = [await ids(visitor, '5Ю'), await ids(visitor, '8Ю')];
  expect([helped.length, helping.length]).toEqual([PAIRS, PAIRS / 2]);
  await visitor.open('/');
  const today = await page.inputValue('#clock-day');
  const paper = [['part', 'participation'], ['part', 'data'], ['representative', 'Сейіт Айша'], ['child', 'yes'], ['way', 'paper'], ['place', 'Папка 5Ю'], ['given_on', today]];
  for (const id of [...helped, ...helping]) await post(page, `/pupils/${id}/consents`, paper);
  await page.goto(`/pupils/${helping[0]}`);
  for (const id of helping) {
    await post(page, `/pupils/${id}/volunteer`, []);
    await post(page, `/pupils/${id}/train`, [['trained_on', today], ['minutes', '120']]);
    if (id === helping[0]) await page.goto(`/pupils/${id}`);
    const teacher = await page.locator('select[name=teacher] option:not([value=""])').first().getAttribute('value');
    await post(page, `/pupils/${id}/recommend`, [['teacher', teacher], ['words', 'Сабырлы.']]);
  }
  // Whoever looks after the class offers each a goal, and writes down what the child says.
  await page.goto('/duties');
  const own = (await page.locator('details.me summary .name').textContent()).trim();
  const person = await page.locator('select[name=person] option', { hasText: own }).first().getAttribute('value');
  await post(page, '/duties', [['what', '5Ю'], ['person', person]]);
  for (const id of helped) {
    await post(page, `/pupils/${id}/refer`, [['goal', 'friends'], ['reason', 'peers']]);
    await post(page, `/pupils/${id}/answer`, [['answer', 'yes']]);
  }
  await page.goto(`/pupils/${helping[0]}`);
  for (const [at, id] of helped.entries()) {
    const led = await post(page, `/peers/of/${id}/confirm`, [['helper', helping[Math.floor(at / 2)]], ['reason', 'Бір аулада тұрады.']]);
    const adult = await page.locator('select[name=teacher] option:not([value=""])').first().getAttribute('value');
    await post(page, `${led}/agree`, [
      ['helper_yes', 'yes'], ['mentee_yes', 'yes'], ['form', 'elective'], ['weekday', '3'], ['at', '17:30'], ['minutes', '45'], ['place', 'Кітапхана'], ['adult', adult],
    ]);
  }
  await visitor.open('/journals');
  return page.locator('#weeks a[href^="/journals/"]').first().getAttribute('href');
}

/** Two type a topic of the first pair: the text of the later one stays in its field, and a button saves it. */
async function textInConflict(page, phone) {
  const topic = (on) => on.locator('#f-marks [name^="topic-"]').first();
  const type = async (on, text) => {
    await on.locator('#f-marks details summary').first().click();
    await topic(on).fill(text);
    await topic(on).blur();
  };
  await type(phone, 'Бөлшектер');
  await expect.poll(() => waiting(phone), 'it is saved').toEqual([]);
  await type(page, 'Теңдеулер');
  await says(page, 'conflict');
  await expect(topic(page), 'what was typed').toHaveValue('Теңдеулер');
  await expect(page.locator('[data-note]'), 'what stands').toContainText('Бөлшектер');
  await page.locator('#f-marks button:not([name])').first().click();
  await says(page, 'ready');
  await expect(topic(page), 'the button has taken it').toHaveValue('Теңдеулер');
}

test('thirty pairs take a tap each and one for the signature, with the network gone in between', async ({ browser, demo, language }) => {
  test.setTimeout(240_000);
  const visitor = await Visitor.persona({ browser, demo, language }, WHO);
  const { page } = visitor;
  const week = await thirtyPairs(visitor);
  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto(week);
  await keepWeek(page);
  await axe(page);
  await noSideScroll(page);
  await expect(pairs(page)).toHaveCount(PAIRS);

  let taps = 0;
  const tapped = async (at, word) => {
    taps += 1;
    await tap(page, at, word);
  };
  for (let at = 0; at < 10; at += 1) await tapped(at, 'met');
  await says(page, 'saved');
  await page.context().setOffline(true);
  for (let at = 10; at < 20; at += 1) await tapped(at, at % 5 === 0 ? 'excused' : 'met');
  await says(page, 'waits');
  await page.goto(week);
  await expect(mark(page, 10, 'excused'), 'the page opens again and has what waits').toBeChecked();
  await page.goto('/');
  await expect(page, 'from the home screen too').toHaveURL(new RegExp(`${week}$`));

  const phone = await (await browser.newContext()).newPage();
  await enter(phone, demo, WHO);
  await phone.goto(week);
  await tap(phone, 10, 'missed');
  await says(phone, 'saved');
  await page.context().setOffline(false);
  await says(page, 'conflict');
  await expect(pairs(page).nth(10).locator('input:checked'), 'nobody has chosen between the two').toHaveCount(0);
  await tapped(10, 'excused');
  await says(page, 'saved');
  for (let at = 20; at < PAIRS; at += 1) await tapped(at, 'met');
  await says(page, 'saved');
  await textInConflict(page, phone);
  taps += 1;
  await signWeek(page);
  // A tap for each, one between two that differ, one signature.
  expect(taps).toBe(PAIRS + 2);
  expect(taps * TAP, 'seconds').toBeLessThan(120);
  expect(await waiting(page), 'nothing waits any more').toEqual([]);
  // Another device had the week open when it was signed: what is chosen there is neither written nor lost.
  await tap(phone, 11, 'missed');
  await expect(pairs(phone).nth(11).locator('[data-note]'), 'what stands and what was chosen').toBeVisible();
  await phone.goto(week);
  await expect(phone.locator('[data-offline-over], [data-note]').first(), 'it does not vanish with the form').not.toBeEmpty();
  await phone.context().close();
});
