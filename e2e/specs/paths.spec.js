// Shorter ways through the living school of the demonstration: letters as one wants them, the bundle of a year, the survey,
// needs in groups, registers, the regulation, and a pair's last day, pause and extension.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { BINARY } from '../demo.js';
import { axe, expect, test } from '../harness.js';
import { Visitor } from '../visitor.js';

const enter = ({ browser, demo, language }, who) => Visitor.persona({ browser, demo, language }, who);

/** Opens a page and looks at it as somebody who hears it. */
async function look(visitor, path) {
  await visitor.open(path);
  await axe(visitor.page);
}

test('letters come as one wants them: the night is quiet, the rest comes once a day', async ({ browser, demo, language }) => {
  const mentor = await enter({ browser, demo, language }, 'mentor');
  await look(mentor, '/profile/letters');
  await mentor.page.selectOption('[name=from]', '21:00');
  await mentor.page.selectOption('[name=until]', '07:00');
  await mentor.tick('pace', 'day');
  await mentor.tick('ahead', 'hour');
  await mentor.submit('form[action="/profile/letters"]');
  await mentor.open('/profile/letters');
  await expect(mentor.page.locator('[name=from]')).toHaveValue('21:00');
  await expect(mentor.page.locator('[name=until]')).toHaveValue('07:00');
  await expect(mentor.page.locator('[name=pace][value=day]')).toBeChecked();
  await expect(mentor.page.locator('[name=ahead][value=hour]')).toBeChecked();
});

test('the papers of a year are bound in the background, and every hash is right', async ({ browser, demo, language }) => {
  const coordinator = await enter({ browser, demo, language }, 'coordinator');
  await look(coordinator, '/reports');
  await coordinator.submit('form[action="/bundles"]:has([name=of][value=year])');
  const file = coordinator.page.locator('.board a[href$="/file"]');
  await expect(async () => {
    await coordinator.page.reload();
    await expect(file).toHaveCount(1, { timeout: 1000 });
  }).toPass({ timeout: 100_000 });
  await axe(coordinator.page);
  const download = coordinator.page.waitForEvent('download');
  await file.click();
  // Ends with an error where a paper is missing or differs.
  await promisify(execFile)(BINARY, ['check-archive', await (await download).path()]);
});

test('a survey is answered, closed, and read in groups', async ({ browser, demo, language }) => {
  const mentor = await enter({ browser, demo, language }, 'mentor');
  await look(mentor, '/surveys/own');
  const asked = mentor.page.locator('form[action="/surveys/own"] input[type=radio]');
  for (const name of await asked.evaluateAll((all) => [...new Set(all.map((one) => one.name))])) await mentor.tick(name, '4');
  await mentor.submit('form[action="/surveys/own"]');

  const coordinator = await enter({ browser, demo, language }, 'coordinator');
  await look(coordinator, '/surveys');
  await expect(coordinator.page.locator('main a[href$="/close"]'), 'nothing is read while it is open').toHaveCount(1);
  await coordinator.page.locator('main a[href$="/close"]').click();
  await axe(coordinator.page);
  await coordinator.submit('form[action$="/close"]');
  await coordinator.open('/surveys');
  await look(coordinator, await coordinator.page.locator('#waves a[href^="/surveys/"]').first().getAttribute('href'));
  await expect(coordinator.page.locator('main section.sec').first()).toBeVisible();
  await mentor.open('/surveys/own');
  await expect(mentor.page.locator('form[action="/surveys/own"]')).toHaveCount(0);
});

test('what is difficult is read in groups and without names', async ({ browser, demo, language }) => {
  const coordinator = await enter({ browser, demo, language }, 'coordinator');
  await look(coordinator, '/plans/difficulties/school');
  await expect(coordinator.page.locator('main table tbody tr').first()).toBeVisible();
  for (const { name } of demo.personas.filter(({ role }) => role === 'newcomer')) {
    expect(await coordinator.words()).not.toContain(name.split(' ')[1]);
  }
});

test('the registers are searched, taken as a table and printed', async ({ browser, demo, language }) => {
  const head = await enter({ browser, demo, language }, 'head');
  for (const register of ['mentors', 'newcomers']) {
    await look(head, `/registers/${register}`);
    const rows = await head.page.locator('main tbody tr').count();
    const table = await head.page.request.get(`/registers/${register}/table/csv`);
    expect((await table.text()).trim().split('\n')).toHaveLength(rows + 1);
    for (const lang of ['kk', 'ru']) expect(await head.paper(`/registers/${register}/paper/${lang}`)).toContain('47');
  }
  await head.open('/registers/newcomers');
  await head.page.fill('[name=q]', 'Сәтбаева');
  await head.submit('form[role=search]');
  await expect(head.page.locator('main tbody tr')).toHaveCount(1);
});

test('the school adds a line to its regulation and takes it out again', async ({ browser, demo, language }) => {
  const coordinator = await enter({ browser, demo, language }, 'coordinator');
  await look(coordinator, '/regulations');
  const line = { kk: 'Айына бір рет тәлімгерлер шай үстінде жиналады.', ru: 'Раз в месяц наставники собираются за чаем.' };
  for (const [lang, words] of Object.entries(line)) await coordinator.page.fill(`[name=${lang}]`, words);
  await coordinator.submit('form[action="/regulations/add"]:has([name=kk])');
  for (const [lang, words] of Object.entries(line)) {
    expect((await coordinator.paper(`/regulations/paper/${lang}`)).replace(/\s+/g, ' ')).toContain(words);
  }
  const added = '#own li:has(b:text-matches("шай үстінде|за чаем|over tea")) form';
  await coordinator.submit(added);
  await expect(coordinator.page.locator(added), 'it stays in the history alone').toHaveCount(0);
});

test('a pause ends early, an extension is confirmed, a last day is taken back', async ({ browser, demo, language }) => {
  const mentor = await enter({ browser, demo, language }, 'Бекжан Тұяқов');
  const coordinator = await enter({ browser, demo, language }, 'coordinator');
  await look(mentor, '/endings/yerlan-2025/pause');
  await mentor.submit('form[action$="/pause/end"]');

  await look(mentor, '/endings/yerlan-2025/extension');
  await look(coordinator, '/endings/yerlan-2025/extension');
  await coordinator.submit('form[action$="/extension/turn"]', 'button[value=confirm]');
  await mentor.open('/endings/yerlan-2025/pause');
  await mentor.page.fill('[name=from]', '2026-10-14');
  await mentor.page.fill('[name=back_on]', '2026-10-19');
  await mentor.submit('form[action$="/yerlan-2025/pause"]');
  await expect(mentor.page.locator('#history li'), 'the one that ended early stays').toHaveCount(2);

  await look(coordinator, '/endings');
  await look(coordinator, '/endings/yerlan-2025');
  await expect(coordinator.page.locator('[name=last_day]'), 'the extension has moved it').toHaveValue('2026-10-30');
  await coordinator.submit('form[action$="/take-back"]');
  await coordinator.open('/endings');
  await expect(coordinator.page.locator('#planned a[href="/endings/yerlan-2025"]')).toHaveCount(0);
});
