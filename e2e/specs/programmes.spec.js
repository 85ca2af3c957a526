// A programme from its template to the shelf: dates and settings kept under a name, offered to the district and begun from by
// another school; a stop in the middle of the year that ends what runs and tells everybody once; what was signed stays
// readable; the next year begins with the dates moved (feat:N1; neg:N10, N17; docs/decisions/0061).
import { agree, answer, choose, sign, slip, takeIn, travel, write, writeCard } from '../deeds.js';
import { axe, expect, newSchool as test } from '../harness.js';
import { beginFrom, beginUsual, endsHere, idHere, lettersOf, oneLetterSince, setNumber, shelve, showTemplate, standsIn } from '../programmes.js';
import { Clerk, Register } from '../register.js';

const SANIA = 'Жанұзақова Сәния Ермекқызы';
const VIKTOR = 'Пак Виктор Андреевич';
const ARUZHAN = 'Төлеуова Аружан Бауыржанқызы';
const OLEG = 'Ким Олег Викторович';
const STAFF = [
  ['Сейфуллина Гүлнафиса Ахмарқызы', 'учитель', 'химия', 'педагог-исследователь', '14', '01.09.2012', 'gulnafisa@school47.example'],
  ['Оразбаев Серік Мұратұлы', 'директор', 'история', 'педагог-мастер', '14', '01.09.2012', 'serik@school47.example'],
  [SANIA, 'учитель', 'математика', 'педагог-мастер', '22', '01.09.2010', 'saniya@school47.example'],
  [VIKTOR, 'учитель', 'физика', 'педагог-исследователь', '18', '15.08.2011', 'pak@school47.example'],
  [ARUZHAN, 'учитель', 'математика', 'педагог', '0', '24.08.2026', 'aruzhan@school47.example'],
  [OLEG, 'учитель', 'физика', 'педагог', '0', '20.08.2026', 'oleg@school47.example'],
];
const brief = (name) => name.split(' ').slice(0, 2).join(' ');

const TEMPLATE = 'Шағын ұжымды мектеп';
const BASIS = 'Әдістемелік кеңестің № 2 хаттамасы';
const WHY = 'Мектеп қаңтарда жабылады, № 7 хаттама';
/** Another school, of the same district. */
const NEIGHBOUR = 'Ақбота Есенова, № 12';

/** The usual days of 2026, and what becomes of them where Saturdays and Sundays are no days of a phase. */
const USUAL = ['2026-08-15', '2026-09-01', '2026-10-31', '2026-11-01', '2026-11-06', '2027-05-25'];
const THIS_YEAR = ['2026-08-17', '2026-09-01', '2026-10-30', '2026-11-02', '2026-11-06', '2027-05-25'];
const NEXT_YEAR = ['2027-08-16', '2027-09-01', '2027-10-29', '2027-11-01', '2027-11-05', '2028-05-25'];
const LAST_DAY = '2028-05-24';

test('a programme is kept, offered, stopped and set aside, and the next one begins', async ({ browser, demo, language }) => {
  test.setTimeout(600_000);
  const register = new Register();
  const here = (who) => ({ browser, demo, language, register, who });
  const enter = (who) => Clerk.persona(here(who), who);
  const [coordinator, head, officer, neighbour] = [await enter('coordinator'), await enter('head'), await enter('district officer'), await enter(NEIGHBOUR)];
  const people = {};
  let programme, pair, order;

  await test.step('a school sets its programme up, and says on what a setting stands', async () => {
    await takeIn(coordinator, STAFF);
    programme = await beginUsual(coordinator);
    await setNumber(coordinator.about('number of newcomers'), programme, 'max_mentees', { value: '3', reason: BASIS });
  });

  await test.step('it keeps a template, and shows it to the district, which offers it', async () => {
    await showTemplate(coordinator.about('template'), TEMPLATE);
    await axe(coordinator.page);
    await officer.open('/programmes/offers');
    await officer.submit('#shown form', 'button[value=offer]');
    await expect(officer.page.locator('#offered li'), 'of which school, is not said').toHaveText(new RegExp(TEMPLATE));
    expect(await officer.words()).not.toContain('47');
    await axe(officer.page);
  });

  await test.step('another school begins from it, without the words of the first', async () => {
    const own = await beginFrom(neighbour, '#offered', TEMPLATE, { was: USUAL, dates: THIS_YEAR, look: axe });
    await neighbour.open(`/programmes/${own}/settings/max_mentees`);
    await expect(neighbour.page.locator('#history')).toContainText(TEMPLATE);
    expect(await neighbour.words()).not.toContain(BASIS);
  });

  await test.step('two find each other, by order; one who came late has a mentor named, and the draft waits', async () => {
    await enrol(ARUZHAN, SANIA);
    await sign(head.about('order of August'), '12-к', '2026-08-24');
    await coordinator.open('/people?show=waiting');
    const slips = await coordinator.printed('button[name=everybody]');
    for (const name of [SANIA, VIKTOR, ARUZHAN, OLEG]) people[name] = await Clerk.withSlip(here(name), slip(slips, name));
    await people[SANIA].about('card').open('/mentors/card');
    await writeCard(people[SANIA]);
    await coordinator.open('/mentors');
    await coordinator.page.locator('#decide').getByRole('link', { name: SANIA }).first().click();
    await coordinator.about('card').tick('decision', 'approve');
    await coordinator.submit('form[action$="/decide"]');
    await travel(coordinator, '2026-10-05');
    await write(people[ARUZHAN].about('request'), SANIA.split(' ')[0]);
    await answer(people[SANIA].about('request'), ARUZHAN, 'accept');
    await travel(coordinator, '2026-11-02');
    await coordinator.open('/proposals');
    await coordinator.submit('form[action="/proposals"]');
    await coordinator.page.locator('.board a[href$="/publish"]').click();
    await coordinator.submit('form[action$="/publish"]');
    for (const name of [ARUZHAN, SANIA]) await agree(people[name].about(`agreement of ${name}`));
    await prepare();
    await coordinator.followBoard();
    await coordinator.about('order').page.fill('[name=minutes_number]', '3');
    await coordinator.page.fill('[name=minutes_on]', '2026-11-02');
    await coordinator.submit('form[action$="/minutes"]');
    await sign(head.about('order'), '48-к', '2026-11-02');
    order = pathOf(head);
    await travel(coordinator, '2026-11-16');
    await enrol(OLEG, VIKTOR);
    await people[ARUZHAN].open('/');
    pair = new URL(await people[ARUZHAN].page.locator('main a[href^="/pairs/"]').first().evaluate((link) => link.href)).pathname;
    await people[ARUZHAN].about('meeting').open(`/meetings/new?pair=${pair.split('/')[2]}`);
    await people[ARUZHAN].page.fill('[name=day]', '2026-11-19');
    await people[ARUZHAN].page.fill('[name=at]', '15:00');
    await people[ARUZHAN].page.fill('[name=topic]', 'Сабақтың басы: алғашқы бес минут');
    await people[ARUZHAN].submit('form[action="/meetings/new"]');
  });

  const stop = `/programmes/years/${programme}/stop`;

  await test.step('nobody else comes to the stop; another school’s programme is not there', async () => {
    const year = `/programmes/years/${programme}`;
    for (const visitor of [people[ARUZHAN], people[SANIA], officer]) {
      for (const path of ['/programmes/years', year, stop]) expect(await status(visitor, path), `${visitor.who} ${path}`).toBe(403);
    }
    expect(await status(head, year), 'the head reads').toBe(200);
    expect(await status(head, stop), 'and stops nothing').toBe(403);
    for (const path of [year, stop, `/programmes/${programme}/settings/max_mentees`]) expect(await status(neighbour, path), path).toBe(404);
    expect(await status(coordinator, '/programmes/offers'), 'the district offers').toBe(403);
  });

  await test.step('the page that asks first says what ends, and wants a reason', async () => {
    await coordinator.open('/programmes/years');
    await axe(coordinator.page);
    await coordinator.page.locator(`a[href="${stop}"]`).click();
    await coordinator.page.waitForLoadState();
    expect(await endsHere(coordinator), 'pairs, a meeting, a draft').toEqual([2, 1, 1]);
    await axe(coordinator.page);
    await coordinator.about('hasty stop').page.fill('[name=reason]', 'аз');
    await expect(coordinator.submit('form[action$="/stop"]'), 'that is no reason').rejects.toThrow('422');
    await expect(coordinator.page.locator('#f-reason-e')).toBeVisible();
    await axe(coordinator.page);
  });

  await test.step('it is stopped: everybody has one letter, without the reason', async () => {
    const told = [people[ARUZHAN], people[SANIA], people[OLEG], people[VIKTOR], head];
    const before = new Map();
    for (const visitor of [...told, coordinator]) before.set(visitor, await lettersOf(visitor));
    await coordinator.about('stop').open(stop);
    await coordinator.page.fill('[name=reason]', WHY);
    await coordinator.submit('form[action$="/stop"]');
    await expect(coordinator.page.locator('.flash'), 'as many letters as there are people').toContainText(String(told.length));
    await axe(coordinator.page);
    for (const visitor of told) expect(await oneLetterSince(visitor, before.get(visitor)), visitor.who).not.toContain(WHY);
    expect(await lettersOf(coordinator), 'who does it is not written to').toEqual(before.get(coordinator));
    await head.open('/programmes/years');
    await expect(head.page.locator('#near'), 'the leaders read why').toContainText(WHY);
    await coordinator.open(stop);
    await expect(coordinator.page.locator('form[action$="/stop"]'), 'it is over').toHaveCount(0);
  });

  await test.step('the people of the pair read it at home, and part with words', async () => {
    for (const name of [ARUZHAN, SANIA]) {
      const visitor = people[name].about(`words of ${name}`);
      await visitor.open('/');
      await axe(visitor.page);
      await visitor.followBoard();
      expect(pathOf(visitor), 'the one thing to do now').toBe(pair.replace('/pairs/', '/endings/') + '/words');
      await visitor.page.fill('[name=thanks]', `Рақмет, ${name}`);
      await visitor.submit('form[action$="/words"]');
      await visitor.open('/meetings');
      await expect(visitor.page.locator('form[action$="/answer"]'), 'the meeting has fallen away').toHaveCount(0);
    }
    await people[OLEG].open('/');
    await expect(people[OLEG].page.locator('aside.aside'), 'nobody is to be named any more').toHaveCount(0);
    await people[SANIA].open('/');
    await expect(people[SANIA].page.locator('#newcomers'), 'nor is anybody waited for').toHaveCount(0);
    await head.open('/orders');
    await expect(head.page.locator('form[action$="/sign"]'), 'no order names a mentor any more').toHaveCount(0);
  });

  await test.step('it is set aside once the end of the pair is ordered', async () => {
    await shelve(coordinator, programme, 'aside');
    expect(await standsIn(coordinator, programme), 'the order waits').toBe('near');
    await prepare();
    await sign(head.about('order of the end'), '51-к', '2026-11-16');
    await shelve(coordinator, programme, 'aside');
    expect(await standsIn(coordinator, programme)).toBe('earlier');
    await axe(coordinator.page);
  });

  await test.step('what was signed can still be read', async () => {
    await read();
  });

  await test.step('the next one begins with the dates moved; what was signed stays in reach', async () => {
    const next = await beginFrom(coordinator.about('next programme'), '#own', TEMPLATE, { was: USUAL, dates: NEXT_YEAR, changed: { work_until: LAST_DAY }, look: axe });
    await expect(coordinator.page.locator('[name=work_until]'), 'what was changed holds').toHaveValue(LAST_DAY);
    await coordinator.open(`/programmes/${next}/settings/max_mentees`);
    await expect(coordinator.page.locator('#history'), 'the school’s own words come along').toContainText(BASIS);
    await coordinator.open('/programmes/years');
    expect([await standsIn(coordinator, next), await standsIn(coordinator, programme)]).toEqual(['near', 'earlier']);
    await read();
  });

  await test.step('it is taken out again, stopped as it was', async () => {
    await shelve(coordinator, programme, 'out');
    expect(await standsIn(coordinator, programme)).toBe('near');
    await expect(coordinator.page.locator(`a[href="${stop}"]`)).toHaveCount(0);
  });

  await test.step('the district offers it no longer, and who began from it goes on', async () => {
    await officer.open('/programmes/offers');
    await officer.submit('#offered form', 'button[value=withdraw]');
    await neighbour.open('/programmes/templates');
    await expect(neighbour.page.locator('#offered li')).toHaveCount(0);
    await neighbour.open('/programmes');
    await idHere(neighbour);
  });

  /** Takes a newcomer in, names a provisional mentor, and has the order of it prepared. */
  async function enrol(newcomer, mentor) {
    await coordinator.about(`newcomer ${newcomer}`).open('/newcomers');
    await coordinator.page.locator('form[action="/newcomers"] label', { hasText: brief(newcomer) }).first().click();
    await coordinator.submit('form[action="/newcomers"][method=post]');
    await coordinator.page.getByRole('link', { name: newcomer }).first().click();
    await choose(coordinator.about(`provisional mentor of ${newcomer}`), 'person', mentor);
    await coordinator.submit('form[action$="/provisional"]');
    await prepare();
  }

  /** Has the orders prepared for which there is reason. */
  async function prepare() {
    await coordinator.open('/orders');
    await coordinator.submit('form[action="/orders/prepare"]');
  }

  /** The order of the pair, its page and its words are read by those whom they are for, and by nobody else. */
  async function read() {
    for (const visitor of [people[ARUZHAN], people[SANIA], head]) {
      for (const lang of ['kk', 'ru']) expect(await visitor.paper(`${order}/paper/${lang}`), visitor.who).toContain('48-к');
    }
    await people[ARUZHAN].open(pair);
    await people[ARUZHAN].open(pair.replace('/pairs/', '/endings/') + '/words');
    expect(await people[ARUZHAN].words()).toContain(`Рақмет, ${SANIA}`);
    await coordinator.open(`/programmes/years/${programme}`);
    expect(await status(people[OLEG], pair), 'a pair of others').toBe(404);
    expect(await status(neighbour, order), 'an order of another school').toBe(404);
  }

  expect(register.unseen, 'forms that were filled in past the register').toEqual([]);
});

const pathOf = ({ page }) => new URL(page.url()).pathname;

/** What a door answers to a visitor, who signs in again where the session is over. */
async function status(visitor, path) {
  const get = () => visitor.page.request.get(path);
  const answer = await get();
  if (!answer.url().includes('/sign-in')) return answer.status();
  await visitor.enter();
  return (await get()).status();
}
