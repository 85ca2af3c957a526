// Somebody who did not pass appeals; whoever neither marked nor is bound to them decides with a reason (feat:G7; docs/decisions/0036).
import { slip } from '../deeds.js';
import { axe, expect, test } from '../harness.js';
import { Clerk, Register } from '../register.js';

/** Whose paper of last week in the demonstration was not enough. */
const CANDIDATE = 'Котова Полина Андреевна';
const GROUNDS = 'В задании о конфиденциальности верны два ответа, а засчитан один.';
const REASON = 'Задание проверили по Закону: верен один ответ, второй касается другого случая.';

test('a result is appealed against, decided, and read by the candidate', async ({ browser, demo, language }) => {
  test.setTimeout(240_000);
  const register = new Register();
  const here = (who) => ({ browser, demo, language, register, who });
  const coordinator = await Clerk.persona(here('coordinator'), 'coordinator');
  await coordinator.open('/people?show=waiting');
  const slips = await coordinator.printed('button[name=everybody]');
  const candidate = await Clerk.withSlip(here('candidate'), slip(slips, CANDIDATE));

  await candidate.about('appeal').open('/attempts');
  await candidate.open(await candidate.page.locator('#papers a').first().getAttribute('href'));
  const own = await candidate.page.locator('#result a[href$="/appeal"]').getAttribute('href');
  await candidate.open(own);
  await axe(candidate.page);
  await candidate.tick('kind', 'question');
  await candidate.page.fill('[name=words]', GROUNDS);
  await candidate.submit('form[action$="/appeal"]');
  await expect(candidate.page.locator('#filed')).toContainText(GROUNDS);

  const head = await Clerk.persona(here('head'), 'head');
  await head.about('decision').open('/appeals');
  await axe(head.page);
  const appeal = await head.page.locator('#waiting a').first().getAttribute('href');
  await head.open(appeal);
  await axe(head.page);
  await head.tick('result', 'dismissed');
  await head.page.fill('[name=reason]', REASON);
  await head.submit('form[action^="/appeals/"]');

  await candidate.open(own);
  await expect(candidate.page.locator('#filed')).toContainText(REASON);
  await expect(candidate.page.locator('form[action$="/appeal"]'), 'decided once').toHaveCount(0);
  const teacher = await Clerk.persona(here('teacher'), 'teacher');
  await teacher.open('/');
  expect((await teacher.page.goto(own)).status(), 'another’s result').toBe(404);
  expect((await teacher.page.goto(appeal)).status(), 'only those who lead the school decide').toBe(403);
  expect(register.unseen, 'forms that were filled in past the register').toEqual([]);
});
