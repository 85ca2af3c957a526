// A message to many: a template in three languages, whom it reaches, what each reads; and a deputy who sends it on while the
// coordinator is away, to nobody twice (feat:N2, N3; docs/decisions/0057).
import { choose } from '../deeds.js';
import { axe, expect, test } from '../harness.js';
import { Visitor } from '../visitor.js';

const NAME = 'Бейсенбілік жиын';
const DEPUTY = 'Мәдина Төлеген';
const TEXTS = {
  subject_kk: 'Жиын, [year]', text_kk: 'Құрметті [name], бейсенбіде сағат 15:00-де кездесеміз. [sender]',
  subject_ru: 'Встреча, [year]', text_ru: '[name], в четверг в 15:00 встречаемся. [sender]',
  subject_en: 'A meeting, [year]', text_en: 'Dear [name], we meet on Thursday at 15:00. [sender]',
};

/** Looks whom a template reaches, and sends it to them. */
async function send(visitor, template, audience) {
  await visitor.open(template);
  await visitor.page.selectOption('#to [name=to]', audience);
  await visitor.submit('#to form[method=get]');
  const shown = Number((await visitor.page.textContent('#to h3')).match(/\d+/)[0]);
  await axe(visitor.page);
  await visitor.submit('#to form[action$="/send"]');
  await expect(visitor.page.locator('#log li'), 'as many as were shown').toHaveCount(shown);
  await axe(visitor.page);
}

test('a message goes to newcomers, and a deputy sends it to everybody else', async ({ browser, demo, language }) => {
  const here = { browser, demo, language };
  const coordinator = await Visitor.persona(here, 'coordinator');
  const { page } = coordinator;
  await coordinator.open('/');
  const today = await page.inputValue('#clock-day');
  await coordinator.open('/messages');
  await axe(page);
  await page.fill('#add [name=name]', NAME);
  await coordinator.submit('#add form');
  const template = new URL(page.url()).pathname;
  for (const [name, text] of Object.entries(TEXTS)) await page.fill(`[name=${name}]`, text);
  await coordinator.submit('#texts form');
  await expect(page.locator('#samples blockquote'), 'how it reads in each language').toHaveCount(3);
  await expect(page.locator('#samples')).not.toContainText('[name]');
  await axe(page);
  await coordinator.submit('form[action$="/try"]');
  await send(coordinator, template, 'newcomers');

  const newcomer = await Visitor.persona(here, 'newcomer');
  await newcomer.open('/messages/received');
  await expect(newcomer.page.getByRole('heading', { name: TEXTS[`subject_${language}`].split(',')[0] })).toHaveCount(1);
  await expect(newcomer.page.locator('main')).not.toContainText('[name]');
  await axe(newcomer.page);

  const deputy = await Visitor.persona(here, DEPUTY);
  expect((await deputy.page.goto(template)).status(), 'a teacher writes to nobody').toBe(403);
  await coordinator.open('/deputies');
  await choose(coordinator, 'absent', 'Сейфуллина');
  await choose(coordinator, 'deputy', DEPUTY.split(' ').reverse().join(' '));
  for (const name of ['from_day', 'until_day']) await page.fill(`[name=${name}]`, today);
  await coordinator.submit('#name form');
  await axe(page);

  await send(deputy, template, 'everybody');
  await expect(deputy.page.locator('#log'), 'nobody has it twice').not.toContainText('Сәтбаева');
  await newcomer.open('/messages/received');
  const again = newcomer.page.getByRole('heading', { name: TEXTS[`subject_${language}`].split(',')[0] });
  await expect(again, 'beside what the demonstration has sent').toHaveCount(1);

  await coordinator.open('/deputies');
  await coordinator.submit('#deputies form');
  expect((await deputy.page.goto(template)).status(), 'it is over').toBe(403);
});
