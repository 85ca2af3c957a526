// What is a child's own: the page on a device that an adult hands over, whom a class chooses, and a worry of which those whom
// it is about learn nothing (feat:I6, I7, I9; docs/decisions/0046, 0047, 0067). 5А of the demonstration and whoever looks after it.
import { VIEWPORTS } from '../browser.js';
import { choose, slip } from '../deeds.js';
import { axe, expect, test } from '../harness.js';
import { consent, pairs } from '../pupils.js';
import { Visitor } from '../visitor.js';

const CLASS = '5А';
/** Named by the head; no persona of the demonstration, she comes with a slip. */
const SPECIALIST = 'Қалиева Жібек Нұрланқызы';
/** On duty where pairs of 5А meet. */
const ON_DUTY = 'Бекжан Тұяқов';
const PHONE = VIEWPORTS[360];

/** Who is helped in a pair of the demonstration, and in a second one. */
const HELPED = 'Сұлтанова Айша';
const WORRIED_ABOUT = { id: 'alikhan', name: 'Ержанов Әлихан' };
const WORRY = 'Үзілісте баспалдақ астында жалғыз отырды, үйге қайтқысы келмейтінін айтты.';

/** 5А as it answers: whom each would work with. One is not there, one does not want to. */
const ANSWERS = [
  { id: 'aisha', name: HELPED, act: 'done', chosen: ['alikhan', 'arina'] },
  { id: 'alikhan', name: WORRIED_ABOUT.name, act: 'done', chosen: ['aisha'] },
  { id: 'arina', name: 'Белова Арина', act: 'done', chosen: ['aisha'] },
  { id: 'bekarys', name: 'Төлегенов Бекарыс', act: 'done', chosen: ['aisha'] },
  { id: 'danial', name: 'Қайратов Даниал', act: 'absent', chosen: [] },
  { id: 'inkar', name: 'Жұмағали Інкәр', act: 'done', chosen: ['aisha', 'nazerke'] },
  { id: 'kirill', name: 'Титов Кирилл', act: 'decline', chosen: [] },
  { id: 'nazerke', name: 'Амантай Назерке', act: 'done', chosen: ['inkar'] },
  { id: 'rayana', name: 'Ерғали Раяна', act: 'done', chosen: ['arina'] },
  { id: 'timur', name: 'Сафин Тимур', act: 'done', chosen: [] },
];
/** Those of them whom nobody may ask until their parents and they themselves have said yes. */
const NOT_YET = [
  { id: 'kirill', parts: ['diagnostics'], representative: 'Титова Елена' },
  { id: 'nazerke', parts: ['data', 'diagnostics'], representative: 'Амантай Бауыржан' },
  { id: 'timur', parts: ['data', 'diagnostics'], representative: 'Сафина Ләйсән' },
];

const here = ({ page }) => new URL(page.url()).pathname;
const status = async ({ page }, path) => (await page.goto(path)).status();
const answered = (act) => ANSWERS.filter((one) => one.act === act);
/** Of some elements, the one with a name. */
const of = (rows, name) => rows.filter({ hasText: name });

/** Where the links of the page lead, but for the helplines, and the way past the header. */
const ways = ({ page }) =>
  page.locator('a:not(.skip, [href^="tel:"], [href^="/help/talk"])').evaluateAll((all) => all.map((one) => one.getAttribute('href')));

/** While a child has the device no address opens a page of the adult's. */
async function shut(visitor, paths) {
  for (const path of paths) {
    await visitor.open(path);
    expect(here(visitor), `${path} while a child has the device`).toBe('/handed');
  }
}

/** The adult proves who they are, and has the device again. */
async function takeBack(visitor) {
  await visitor.page.fill('[name=secret]', visitor.password);
  await visitor.submit('form[action="/handed"]');
}

/** Opens the page of the pair in which somebody is helped. */
async function openPair(teacher, mentee) {
  await teacher.open('/peers');
  await teacher.open(await of(teacher.page.locator('#pairs a'), mentee).getAttribute('href'));
  return here(teacher);
}

test('a device in a child’s hand opens one page until the adult proves who they are', async ({ browser, demo, language }) => {
  test.setTimeout(240_000);
  const teacher = await Visitor.persona({ browser, demo, language }, 'teacher');
  const { page } = teacher;
  await page.setViewportSize(PHONE);
  const pair = await openPair(teacher, HELPED);
  await expect(page.locator('#voices .rows > li'), 'nobody has said anything yet').toHaveCount(0);
  await teacher.submit('form[action$="/hand"]', 'button[value=mentee]');
  expect(here(teacher)).toBe(`${pair}/device`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(HELPED);
  await axe(page);
  expect(await ways(teacher), 'no way leads from the child’s page').toEqual([]);

  const words = (locator) => locator.textContent().then((text) => text.trim());
  const said = `${await words(page.locator('#f-face-meetings legend'))} ${await words(page.locator('#f-face-meetings label:has([value=glad])'))}`;
  await teacher.tick('face-meetings', 'glad');
  await teacher.tick('met', 'yes');
  await teacher.submit('form[action$="/device"]', 'button[value=done]');
  expect(await ways(teacher), 'the last page asks for the device back').toEqual(['/handed']);
  await axe(page);

  await page.goBack();
  expect(here(teacher)).toBe(`${pair}/device`);
  await expect(page.locator('form :checked'), 'what was said is not drawn again').toHaveCount(0);
  await page.goBack();
  expect(here(teacher), 'nor does the adult’s page come by going back').toBe('/handed');
  await shut(teacher, ['/', '/peers', pair, '/pupils', `/pupils/${WORRIED_ABOUT.id}`, '/journals', '/profile']);
  await axe(page);
  await teacher.open('/help/talk');
  expect(here(teacher), 'the way to somebody who helps stays open').toBe('/help/talk');

  await teacher.open('/handed');
  await page.fill('[name=secret]', 'Ойдан шығарылған');
  await page.locator('form[action="/handed"] button').click();
  await expect(page.locator('.sum'), 'a guess is told to be wrong').toBeVisible();
  await shut(teacher, [pair]);
  await takeBack(teacher);
  expect(here(teacher), 'the page above the child’s').toBe(pair);
  await expect(page.locator('#voices .rows > li')).toContainText(said);
  await teacher.open('/pupils');
  expect(here(teacher)).toBe('/pupils');
});

test('a class answers on the handed phone, and the specialist alone reads whom it chose', async ({ browser, demo, language }) => {
  test.setTimeout(240_000);
  const at = { browser, demo, language };
  const coordinator = await Visitor.persona(at, 'coordinator');
  const today = await coordinator.page.inputValue('#clock-day');
  await coordinator.open('/people?show=waiting');
  const slips = await coordinator.printed('button[name=everybody]');
  const teacher = await Visitor.persona(at, 'teacher');
  for (const { id, ...paper } of NOT_YET) await consent(teacher, id, { ...paper, place: `Папка ${CLASS}`, on: today });

  const specialist = await Visitor.withSlip(at, slip(slips, SPECIALIST));
  const { page } = specialist;
  await specialist.open('/sociometries');
  await axe(page);
  await page.selectOption('select[name=class]', CLASS);
  // Two questions are ticked: this class is asked one of them.
  await specialist.tick('question', 'leisure');
  await specialist.submit('form[action="/sociometries"]');
  const asked = here(specialist);
  const turns = page.locator('#turns .rows > li');
  await expect(turns, 'everybody has the consent').toHaveCount(ANSWERS.length);

  await test.step('the class answers, one after another', async () => {
    await page.setViewportSize(PHONE);
    await specialist.submit('form.row[action$="/hand"]');
    await axe(page);
    const names = page.locator('main a[href*="?pupil="]');
    for (const [nth, { id, name, act, chosen }] of ANSWERS.entries()) {
      await expect(names, 'those who have not been asked').toHaveCount(ANSWERS.length - nth);
      await page.getByRole('link', { name, exact: true }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
      await expect(page.locator(`[name=work][value=${id}]`), 'nobody chooses themselves').toHaveCount(0);
      if (nth === 0) await axe(page);
      for (const whom of chosen) await specialist.tick('work', whom);
      await specialist.submit('form[action$="/ask"]', `button[value=${act}]`);
    }
    expect(await ways(specialist), 'the last page asks for the device back').toEqual(['/handed']);
    await axe(page);
    await specialist.open(`${asked}/ask?pupil=${ANSWERS[0].id}`);
    await expect(page.locator('form[action$="/ask"]'), 'an answer is never drawn again').toHaveCount(0);
    await shut(specialist, [asked, '/sociometries', '/pupils']);
    await specialist.open(`${asked}/ask`);
  });

  await test.step('the specialist has the phone again, and closes', async () => {
    await page.locator('a[href="/handed"]').click();
    await takeBack(specialist);
    expect(here(specialist)).toBe(asked);
    await expect(page.locator('main table'), 'nothing is counted yet').toHaveCount(0);
    for (const { name, act } of ANSWERS) {
      await expect(of(turns, name).locator('form'), `${name} may still be asked`).toHaveCount(act === 'done' ? 0 : 1);
    }
    await specialist.submit('form[action$="/close"]');
    await axe(page);
  });

  await test.step('indices, the table, and the sociogram that shows the same', async () => {
    const result = page.locator('#q-work');
    await expect(page.locator('#q-leisure'), 'what was not asked').toHaveCount(0);
    const rows = result.locator('tbody tr');
    await expect(rows).toHaveCount(ANSWERS.length);
    // Four of the seven others who answered chose her.
    await expect(of(rows, HELPED).locator('td').first()).toContainText(/0[.,]57/);
    for (const { name } of [...answered('absent'), ...answered('decline')]) {
      await expect(of(rows, name).locator('td').nth(2), `${name} gave no choices`).not.toHaveText(/\d/);
    }
    // Three mutual pairs of the forty-five that can be.
    await expect(result.locator('ul li').first()).toContainText(/0[.,]07/);
    const numbers = await rows.locator('th').evaluateAll((all) => all.map((one) => String(parseInt(one.textContent, 10))));
    expect(await result.locator('svg text').allTextContents()).toEqual(numbers);
    await expect(result.locator('svg line[stroke-dasharray]'), 'choices of one alone').toHaveCount(3);
    await expect(result.locator('svg line:not([stroke-dasharray])'), 'mutual ones').toHaveCount(3);
    await expect(page.locator('#support'), 'who is mutual with nobody').toContainText('Сафин Тимур');
  });

  // Nobody else learns that the class was asked: those who lead the school and its class teacher.
  const head = await Visitor.persona(at, 'head');
  for (const other of [coordinator, head, teacher]) expect(await status(other, asked), 'it is the specialist’s').toBe(404);
});

test('a worry about a child who is chosen: the pair rests at once, and whom it is about sees nothing', async ({ browser, demo, language }) => {
  test.setTimeout(240_000);
  const at = { browser, demo, language };
  const teacher = await Visitor.persona(at, 'teacher');
  const { page } = teacher;
  const onDuty = await Visitor.persona(at, ON_DUTY);
  /** What whoever it is about finds; a page that is not there gives each request a number of its own. */
  const reads = async () => {
    const all = [];
    for (const path of ['/', '/pupils', '/peers', '/concerns', '/help/talk']) {
      all.push(`${path} ${await status(onDuty, path)} ${(await onDuty.words()).replace(/[0-9a-f-]{36}/g, '')}`);
    }
    return all;
  };
  // A page that is opened for the first time may tell something once.
  await reads();
  const before = await reads();

  const pair = await openPair(teacher, WORRIED_ABOUT.name);
  await expect(page.locator('form[action$="/hand"]'), 'the two meet').toHaveCount(1);
  await teacher.open('/journals');
  const week = await page.locator('#weeks a[href^="/journals/"]').first().getAttribute('href');
  await teacher.open(week);
  const meeting = await pairs(page).count();

  await teacher.open('/concerns/new');
  await axe(page);
  await page.selectOption('select[name=pupil]', WORRIED_ABOUT.id);
  await page.fill('[name=seen]', WORRY);
  await choose(teacher, 'about', ON_DUTY.split(' ').reverse().join(' '));
  await teacher.submit('form[action="/concerns/new"]');
  const concern = here(teacher);
  await expect(page.getByRole('heading', { level: 1 }), 'name and class stand on the list').toContainText(WORRIED_ABOUT.name);
  await expect(page.locator('#seen')).toContainText(WORRY);
  await expect(page.locator('#clock, #log'), 'whoever raised it reads their own words').toHaveCount(0);

  await teacher.open(pair);
  await expect(page.locator('form[action$="/hand"]'), 'the pair rests').toHaveCount(0);
  await teacher.open(week);
  await expect(pairs(page), 'no mark is asked').toHaveCount(meeting - 1);

  const head = await Visitor.persona(at, 'head');
  await head.open(concern);
  await expect(head.page.locator('#lead li', { hasText: WORRIED_ABOUT.name }), 'the case knows the child').toHaveCount(1);
  await head.submit('form[action$="/lead"]');
  await expect(head.page.locator('#clock li').first(), 'its clock runs').toBeVisible();
  await axe(head.page);

  expect(await reads(), 'nobody whom it is about sees a sign of it').toEqual(before);
  const coordinator = await Visitor.persona(at, 'coordinator');
  for (const other of [onDuty, coordinator]) expect(await status(other, concern)).toBe(404);
});
