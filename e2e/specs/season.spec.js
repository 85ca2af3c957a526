// A whole season of choosing, week by week: seven newcomers work with fourteen mentors, both sides choose, orders are
// signed (essay:E6–E16). Everything is done through pages; the test clock alone moves the days.
import { agree, answer, bothPapers, choose, sign, slip, travel, upload, write, writeCard } from '../deeds.js';
import { axe, expect, newSchool as test } from '../harness.js';
import { Visitor } from '../visitor.js';

const SUBJECTS = ['математика', 'физика', 'химия', 'биология', 'тарих', 'география', 'информатика'];
const MENTORS = [
  'Абаева Айнұр Саматқызы', 'Базарбаев Бауыржан Ерланұлы', 'Васильева Вера Петровна', 'Ғабитова Ғалия Маратқызы',
  'Дүйсенов Дархан Қайратұлы', 'Ермекова Елена Сергеевна', 'Жақсылықова Жанар Ахметқызы', 'Зайцев Захар Иванович',
  'Ибраева Ирада Болатқызы', 'Кәрімов Кенже Серікұлы', 'Ломова Лидия Андреевна', 'Мұқанова Мөлдір Асқарқызы',
  'Нұртаев Нұрлан Талғатұлы', 'Өтегенова Өміргүл Жомартқызы',
];
const NEWCOMERS = [
  'Сапарова Сәуле Данияровна', 'Темірова Томирис Ержанқызы', 'Усенов Ұлан Бақытұлы', 'Фролова Фаина Олеговна',
  'Хасенова Хадиша Нұрланқызы', 'Цой Цветана Викторовна', 'Шәріпов Шыңғыс Айдосұлы',
];
const family = (name) => name.split(' ')[0];

// The pages of a week are opened on its Friday; the last two days of October are a weekend.
const FRIDAYS = ['2026-09-11', '2026-09-18', '2026-09-25', '2026-10-02', '2026-10-09', '2026-10-16', '2026-10-23', '2026-10-30'];

const IMPRESSION = 'Шағала 5512: на этом уроке мне было тесно';
const REASON = 'Торғай 7040: не смогу в этом году';
const APPOINTED = 'Орын қалған жалғыз география мұғалімі, екеуімен де сөйлестік.';

const email = (side, number) => `${side}${number}@school47.example`;

function staff() {
  const line = (name, number, side, category, years, since) =>
    [name, 'учитель', SUBJECTS[number % SUBJECTS.length], category, years, since, email(side, number)].join(';');
  return [
    'ФИО;Должность;Предмет;Категория;Стаж;Дата приёма;Эл. почта',
    'Сейфуллина Гүлнафиса Ахмарқызы;учитель;химия;педагог-исследователь;14;01.09.2012;gulnafisa@school47.example',
    'Оразбаев Серік Мұратұлы;директор;история;педагог-мастер;14;01.09.2012;serik@school47.example',
    ...MENTORS.map((name, number) => line(name, number, 'mentor', 'педагог-исследователь', 12 + number, '01.09.2012')),
    ...NEWCOMERS.map((name, number) => line(name, number, 'newcomer', 'педагог', 0, '24.08.2026')),
  ].join('\n');
}

/** Two lessons a day for everybody of the fourteen, one for each newcomer. */
function timetable() {
  const lines = ['email,weekday,lesson,class,room'];
  const lesson = (side, number, day, at) => lines.push(`${email(side, number)},${day},${at},${5 + (number % 7)}А,${100 + number}`);
  for (const day of [1, 2, 3, 4, 5]) {
    MENTORS.forEach((_, number) => [0, 3].forEach((later) => lesson('mentor', number, day, ((number + day + later) % 6) + 1)));
    NEWCOMERS.forEach((_, number) => lesson('newcomer', number, day, ((number * 2 + day) % 6) + 1));
  }
  return lines.join('\n');
}

/** The addresses of somebody's planned meetings, by day. */
async function planned(visitor) {
  await visitor.open('/contacts');
  return visitor.page.locator('#planned a[href^="/rotations/"]').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
}

/** Says of every meeting up to today that it took place; gives how many there were. */
async function holdAll(visitor) {
  let held = 0;
  for (const meeting of await planned(visitor)) {
    await visitor.open(meeting);
    if ((await visitor.page.locator('form[action$="/held"]').count()) === 0) break;
    await visitor.submit('form[action$="/held"]');
    held += 1;
  }
  return held;
}

/** Puts people into one's sealed list, best first. */
async function rank(visitor, names) {
  for (const name of names) {
    await visitor.open('/choices');
    await visitor.submit('form[action="/choices"]', `button[name=add]:has-text("${family(name)}")`);
  }
}

test('a season of eight weeks, from the first order to the last', async ({ browser, demo, language }) => {
  test.setTimeout(1_500_000);
  const here = { browser, demo, language };
  const coordinator = await Visitor.persona(here, 'coordinator');
  const head = await Visitor.persona(here, 'head');
  const people = {};
  const mentor = (number) => people[MENTORS[number]];
  const newcomer = (number) => people[NEWCOMERS[number]];

  /** The coordinator prepares orders of all pairs that wait, the head signs each. */
  async function signAll(first, on, minutes) {
    await coordinator.open('/orders');
    await coordinator.submit('form[action="/orders/prepare"]');
    const papers = [];
    for (let number = first; ; number += 1) {
      await head.open('/orders');
      const way = await head.page.locator('.board a.btn').first().getAttribute('href').catch(() => null);
      if (!/^\/orders\/[^/]+$/.test(way ?? '')) return papers;
      if (minutes) {
        await coordinator.open(way);
        await coordinator.page.fill('[name=minutes_number]', '3');
        await coordinator.page.fill('[name=minutes_on]', on);
        await coordinator.submit('form[action$="/minutes"]');
      }
      await sign(head, `${number}-к`, on);
      papers.push(...(await bothPapers(head)));
    }
  }

  await test.step('August: lists, the programme, a provisional mentor for each', async () => {
    await upload(coordinator, 'staff', 'staff.csv', staff());
    await coordinator.submit('form[action$="/apply"]');
    await upload(coordinator, 'timetable', 'timetable.csv', timetable());
    await coordinator.submit('form[action$="/apply"]');
    await coordinator.open('/programmes');
    await coordinator.submit('form[action="/programmes"]');
    await coordinator.open('/newcomers');
    for (const box of await coordinator.page.locator('form[action="/newcomers"] input[name=person]').all()) await box.check({ force: true });
    await coordinator.submit('form[action="/newcomers"][method=post]');
    for (const [number, name] of NEWCOMERS.entries()) {
      await coordinator.open('/newcomers');
      await coordinator.page.getByRole('link', { name: family(name) }).first().click();
      await choose(coordinator, 'person', MENTORS[number]);
      await coordinator.submit('form[action$="/provisional"]');
    }
    const papers = (await signAll(1, '2026-08-24', false)).join().replace(/\s+/g, ' ');
    for (const name of NEWCOMERS) expect(papers).toContain(family(name));
  });

  await test.step('everybody comes in with a slip', async () => {
    await coordinator.open('/people?show=waiting');
    const slips = await coordinator.printed('button[name=everybody]');
    for (const name of [...MENTORS, ...NEWCOMERS]) people[name] = await Visitor.withSlip(here, slip(slips, name));
  });

  await test.step('provisional mentors were asked by that; of the others some apply, some are nominated', async () => {
    for (const [number, name] of MENTORS.entries()) {
      if (number >= NEWCOMERS.length && number % 2 === 1) {
        await coordinator.open(`/mentors?find=${encodeURIComponent(family(name))}`);
        await coordinator.submit('form[action="/mentors/nominate"]');
      }
      await people[name].open('/mentors/card');
      await writeCard(people[name]);
    }
    for (const name of MENTORS) {
      await coordinator.open('/mentors');
      await coordinator.page.locator('#decide').getByRole('link', { name: family(name) }).first().click();
      await coordinator.tick('decision', 'approve');
      await coordinator.submit('form[action$="/decide"]');
    }
  });

  await test.step('a plan in which everybody meets everybody', async () => {
    await travel(coordinator, '2026-09-02');
    await coordinator.open('/rotations/new');
    await expect(coordinator.page.locator('#left')).toHaveCount(0);
    await axe(coordinator.page);
    await coordinator.submit('form[action="/rotations"]');
    expect(await planned(newcomer(0))).toHaveLength(MENTORS.length);
    expect(await planned(mentor(0))).toHaveLength(NEWCOMERS.length);
  });

  /** The mentor of a planned meeting, standing on its page. */
  async function otherOf(visitor, meeting) {
    const words = await visitor.words();
    const name = MENTORS.find((mentor) => words.includes(mentor.split(' ')[1]));
    await people[name].open(meeting);
    return people[name];
  }

  // What else happens in a week, by its number from 0.
  const weeks = {
    0: async () => {
      for (const name of NEWCOMERS) {
        await people[name].open('/commitments');
        for (const box of await people[name].page.locator('[name=duty]').all()) await box.check();
        await people[name].submit('form[action="/commitments"]');
      }
      await newcomer(0).open('/contacts');
      await newcomer(0).page.locator('#own a[href^="/contacts/"]').first().click();
      await newcomer(0).tick('useful', '2');
      await newcomer(0).page.fill('[name=note]', IMPRESSION);
      await newcomer(0).submit('form[action$="/impression"]');

      const [next] = await planned(newcomer(0));
      await newcomer(0).open(next);
      await axe(newcomer(0).page);
      await newcomer(0).page.locator('form[action$="/ask"] label:has(input[name=slot])').last().click();
      await newcomer(0).submit('form[action$="/ask"]');
      await (await otherOf(newcomer(0), next)).submit('form[action$="/agree"]');
    },
    1: async () => {
      const [, next] = await planned(newcomer(1));
      await newcomer(1).open(next);
      await newcomer(1).submit('form[action$="/excuse"]');
      // The meeting that fell away is planned anew.
      await coordinator.open('/rotations/new');
      await expect(coordinator.page.locator('#plan tbody td').first()).toBeVisible();
      await coordinator.submit('form[action="/rotations"]');
    },
    5: async () => {
      await newcomer(2).open('/mentors');
      await newcomer(2).page.locator('li', { hasText: family(MENTORS[4]) }).locator('button[name=mark][value=favourite]').click();
      await write(newcomer(0), family(MENTORS[0]));
      await answer(mentor(0), NEWCOMERS[0], 'accept');
      await write(newcomer(1), family(MENTORS[1]));
      await answer(mentor(1), NEWCOMERS[1], 'decline', { reason: REASON });
      await newcomer(1).open('/requests');
      expect(await newcomer(1).words()).not.toContain(REASON);
    },
    6: async () => {
      await mentor(13).open('/requests');
      await mentor(13).page.locator('#offers li', { hasText: family(NEWCOMERS[3]) }).locator('a').click();
      await mentor(13).page.fill('[name=text]', 'Үшінші аптадан бері бірге жұмыс істеп жүрміз, сізге көмектескім келеді.');
      await mentor(13).tick('rhythm', 'weekly');
      await mentor(13).submit('form[action^="/requests/offer/"]');
      await answer(newcomer(3), MENTORS[13], 'accept');
    },
  };

  let held = 0;
  for (const [week, friday] of FRIDAYS.entries()) {
    await test.step(`week ${week + 1}`, async () => {
      await travel(coordinator, friday);
      for (const name of NEWCOMERS) held += await holdAll(people[name]);
      await weeks[week]?.();
    });
  }

  await test.step('the matrix is full, and what was private stayed so', async () => {
    for (const visitor of [coordinator, newcomer(0), mentor(0)]) {
      await visitor.open('/contacts');
      await axe(visitor.page);
    }
    await coordinator.open('/contacts?only=missing');
    await expect(coordinator.page.locator('#matrix td a')).toHaveCount(0);
    expect(held).toBeGreaterThanOrEqual(MENTORS.length * NEWCOMERS.length - 1);
    for (const path of ['/', '/contacts', '/mentors', '/newcomers', '/audit']) {
      await coordinator.open(path);
      for (const secret of [IMPRESSION, REASON]) expect(await coordinator.words()).not.toContain(secret);
    }
  });

  await test.step('sealed lists of both sides', async () => {
    await travel(coordinator, '2026-11-01');
    await rank(newcomer(1), [MENTORS[4], MENTORS[1]]);
    await rank(newcomer(2), [MENTORS[4]]);
    await rank(newcomer(4), [MENTORS[4]]);
    await rank(newcomer(5), [MENTORS[5], MENTORS[6]]);
    await rank(mentor(4), [NEWCOMERS[2], NEWCOMERS[4], NEWCOMERS[1]]);
    await rank(mentor(1), [NEWCOMERS[1]]);
    await rank(mentor(6), [NEWCOMERS[5]]);
  });

  await test.step('the machine proposes three, a person decides about the others', async () => {
    await travel(coordinator, '2026-11-02');
    await coordinator.open('/proposals');
    await coordinator.submit('form[action="/proposals"]');
    await expect(coordinator.page.locator('#pairs tbody tr')).toHaveCount(5);
    await expect(coordinator.page.locator('#unpaired .rows > li')).toHaveCount(2);
    await coordinator.page.locator('#unpaired li', { hasText: family(NEWCOMERS[4]) }).locator('a[href*="/lines/"]').click();
    await coordinator.tick('decision', 'appoint');
    await choose(coordinator, 'mentor', family(MENTORS[7]));
    await coordinator.page.fill('[name=reason]', APPOINTED);
    await coordinator.submit('form[action*="/lines/"]');
    await coordinator.page.locator('.board a[href$="/publish"]').click();
    await coordinator.submit('form[action$="/publish"]');

    for (const both of [newcomer(4), mentor(7)]) {
      await both.open('/choices');
      expect(await both.words(), 'both read that it was an appointment').toContain(APPOINTED);
    }
  });

  await test.step('a second round for the one who is left over', async () => {
    await newcomer(6).open('/choices');
    await coordinator.open('/rounds');
    await coordinator.page.fill('[name=until]', '2026-11-11');
    await coordinator.submit('form[action="/rounds"]');
    for (const name of [NEWCOMERS[6], MENTORS[8], MENTORS[9]]) await expect(coordinator.page.locator('main')).toContainText(family(name));
    await expect(coordinator.page.locator('main'), 'who has a pair is left in peace').not.toContainText(family(NEWCOMERS[1]));
    await axe(coordinator.page);

    await rank(newcomer(6), [MENTORS[9], MENTORS[8]]);
    await rank(mentor(8), [NEWCOMERS[6]]);
    await coordinator.open('/rounds');
    await coordinator.page.locator('a[href$="/close"]').first().click();
    await axe(coordinator.page);
    await coordinator.submit('form[action$="/close"]');

    await coordinator.open('/proposals');
    await coordinator.submit('form[action="/proposals"]');
    await expect(coordinator.page.locator('#pairs')).toContainText(family(MENTORS[8]));
    await coordinator.page.locator('.board a[href$="/publish"]').click();
    await coordinator.submit('form[action$="/publish"]');
  });

  await test.step('all agree, the head signs, every pair stands in an order', async () => {
    const pairs = [[0, 0], [1, 1], [2, 4], [3, 13], [4, 7], [5, 6], [6, 8]];
    for (const [one, other] of pairs) for (const side of [newcomer(one), mentor(other)]) await agree(side);
    const papers = await signAll(41, '2026-11-02', true);
    for (const language of [0, 1]) {
      const all = papers.filter((_, nth) => nth % 2 === language).join().replace(/\s+/g, ' ');
      for (const [one, other] of pairs) for (const name of [NEWCOMERS[one], MENTORS[other]]) expect(all).toContain(family(name));
    }
    await coordinator.open('/pairs');
    for (const name of NEWCOMERS) await expect(coordinator.page.locator('main')).toContainText(family(name));
  });
});
