// The short pulse: one tap at home, a second question that may be left, the own line, a skip that is taken back; leaders read
// nobody's answer (feat:K1; docs/decisions/0056).
import { axe, expect, test } from '../harness.js';
import { Visitor } from '../visitor.js';

const FORM = 'form[action="/pulses"]';
const tap = (visitor, name, number) => visitor.submit(FORM, `button[name=${name}][value="${number}"]`);
/** What stands in the newest row of the own line. */
const newest = ({ page }) => page.locator('#line tbody tr').first().locator('td').first();

test('a newcomer says how it goes, reads the own line, and nobody else reads it', async ({ browser, demo, language }) => {
  const here = { browser, demo, language };
  const newcomer = await Visitor.persona(here, 'newcomer');
  const { page } = newcomer;
  await newcomer.open('/');
  await expect(page.locator('#pulse button[name=going]')).toHaveCount(5);
  await tap(newcomer, 'going', 4);
  await expect(page, 'an answer leads to the own line').toHaveURL(/\/pulses$/);
  await expect(newest(newcomer)).toHaveText('4');
  await axe(page);
  await tap(newcomer, 'second', 2);
  await expect(page.locator('#ask'), 'two questions are all').toHaveCount(0);
  await expect(page.locator('#line tbody tr').first()).toContainText('2');
  const table = await page.request.get('/pulses/table/csv');
  expect(table.status()).toBe(200);
  expect(await table.text()).toContain('4');
  await newcomer.open('/');
  await expect(page.locator('#pulse'), 'once in two weeks').toHaveCount(0);

  const other = await Visitor.persona(here, 'Айдар Нуғманов');
  await other.open('/pulses');
  await other.page.locator(`details:has(${FORM}) summary`).click();
  await other.submit(FORM, 'button[name=skip]');
  await expect(newest(other), 'a skip is no number').not.toHaveText(/\d/);
  await axe(other.page);
  await other.page.locator(`details:has(${FORM}) summary`).click();
  await tap(other, 'going', 3);
  await expect(newest(other)).toHaveText('3');

  const coordinator = await Visitor.persona(here, 'coordinator');
  for (const path of ['/pulses/talks', '/pulses/groups']) {
    await coordinator.open(path);
    await axe(coordinator.page);
  }
  await expect(coordinator.page.locator('table'), 'nothing of a half-year that is not over').toHaveCount(0);
  const head = await Visitor.persona(here, 'head');
  await head.open('/pulses/groups');
  for (const reader of [newcomer, head]) expect((await reader.page.goto('/pulses/talks')).status(), 'names are for coordinators').toBe(403);
});
