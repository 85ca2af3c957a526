// Papers that are signed in the system: an order by the head, a work plan by its mentor, its newcomer and the head, and both
// kinds at once from the folder, where nothing unread is signed (feat:F3, F5, F9; doc:A4).
import { bothPapers, choose, signHere, slip, takeIn } from '../deeds.js';
import { axe, expect, newSchool as test } from '../harness.js';
import { Visitor } from '../visitor.js';

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

/** The day of the order, which the empty school begins with. */
const ON = '2026-08-24';

test('orders and a work plan are signed here, one by one and from the folder', async ({ browser, demo, language }) => {
  test.setTimeout(400_000);
  const here = { browser, demo, language };
  const coordinator = await Visitor.persona(here, 'coordinator');
  const head = await Visitor.persona(here, 'head');
  let mentor, newcomer, plan;

  await test.step('a school with two newcomers', async () => {
    await takeIn(coordinator, STAFF);
    await coordinator.open('/programmes');
    await coordinator.submit('form[action="/programmes"]');
    await coordinator.open('/newcomers');
    for (const box of await coordinator.page.locator('form[action="/newcomers"] input[name=person]').all()) await box.check({ force: true });
    await coordinator.submit('form[action="/newcomers"][method=post]');
    await coordinator.open('/people?show=waiting');
    const slips = await coordinator.printed('button[name=everybody]');
    mentor = await Visitor.withSlip(here, slip(slips, SANIA));
    newcomer = await Visitor.withSlip(here, slip(slips, ARUZHAN));
  });

  await test.step('the head signs an order with the password', async () => {
    await draftOf(coordinator, ARUZHAN, SANIA);
    await head.open('/orders');
    await head.followBoard();
    await axe(head.page);
    await head.page.fill('[name=here_number]', '12-к');
    await head.page.fill('[name=here_on]', ON);
    await signHere(head, 'form[action$="/sign-here"]');
    for (const paper of await bothPapers(head)) expect(paper).toContain('12-к');
  });

  await test.step('the mentor says that the plan is ready; both sign it, each in turn', async () => {
    await mentor.open('/');
    await mentor.open(await mentor.page.locator('main a[href^="/pairs/"]').first().getAttribute('href'));
    await mentor.submit('form[action^="/plans/make/"]');
    plan = new URL(mentor.page.url()).pathname;
    await newcomer.open(plan);
    await expect(newcomer.page.locator('form[action$="/sign"]'), 'it is not ready').toHaveCount(0);
    await mentor.submit('form[action$="/ready"]');
    await newcomer.open(plan);
    await expect(newcomer.page.locator('form[action$="/sign"]'), 'it is the mentor’s turn').toHaveCount(0);
    await signHere(mentor);
    await newcomer.open(plan);
    await signHere(newcomer);
    await axe(newcomer.page);
  });

  await test.step('an edit takes the signatures off, and both sign anew', async () => {
    await newcomer.open(`${plan}/add`);
    await newcomer.page.fill('[name=text]', 'Бірінші БЖБ-ны бірге құрастыру');
    await newcomer.page.selectOption('[name=area]', 'assessment');
    await newcomer.submit('form[action$="/add"]');
    await head.open('/reports/folder');
    await expect(head.page.locator('#waiting')).toHaveCount(0);
    await mentor.open(plan);
    await mentor.submit('form[action$="/ready"]');
    for (const one of [mentor, newcomer]) {
      await one.open(plan);
      await signHere(one);
    }
  });

  await test.step('the head reads a plan and an order, and signs them at once', async () => {
    await draftOf(coordinator, OLEG, VIKTOR);
    await head.open('/orders');
    await head.followBoard();
    const order = new URL(head.page.url()).pathname;
    await head.page.fill('[name=read_number]', '13-к');
    await head.page.fill('[name=read_on]', ON);
    await head.submit('form[action$="/read"]');
    await head.open('/reports/folder');
    await expect(head.page.locator('#waiting .what a')).toHaveCount(2);
    await head.open(plan);
    await head.submit('form[action$="/read"]');
    await head.open('/reports/folder');
    await axe(head.page);
    await signHere(head, 'form[action="/reports/folder"]');
    await head.open('/reports/folder');
    await expect(head.page.locator('#waiting')).toHaveCount(0);
    await head.open(order);
    const papers = await bothPapers(head);
    for (const paper of papers) expect(paper).toContain('13-к');
    for (const lang of ['kk', 'ru']) expect(await mentor.paper(`${plan}/paper/${lang}`)).toContain('Оразбаев');
    const stranger = await Visitor.stranger(here);
    await stranger.open(papers[1].match(/\/verify\/\S+/)[0]);
    await expect(stranger.page.locator('main')).toContainText('13-к');
    expect(await stranger.words()).not.toMatch(/Ким|Пак/);
  });
});

/** The coordinator names somebody's provisional mentor and prepares the order. */
async function draftOf(coordinator, newcomer, mentor) {
  await coordinator.open('/newcomers');
  await coordinator.page.getByRole('link', { name: newcomer }).first().click();
  await choose(coordinator, 'person', mentor);
  await coordinator.submit('form[action$="/provisional"]');
  await coordinator.open('/orders');
  await coordinator.submit('form[action="/orders/prepare"]');
}
