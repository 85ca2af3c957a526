// From a school's staff list to the order that makes a mentor, as the people of the school would walk it.
import { agree, answer, bothPapers, sign, slip, travel, upload, work, write, writeCard } from '../deeds.js';
import { expect, newSchool as test } from '../harness.js';
import { Visitor } from '../visitor.js';

const SANIA = 'Жанұзақова Сәния Ермекқызы';
const VIKTOR = 'Пак Виктор Андреевич';
const ARUZHAN = 'Төлеуова Аружан Бауыржанқызы';
const OLEG = 'Ким Олег Викторович';

// As a school's office keeps it: a title above the header, one name in capitals, one with two spaces, a total below.
const STAFF = `Список педагогов на 24.08.2026;;;;;;
ФИО;Должность;Предмет;Категория;Стаж;Дата приёма;Эл. почта
Сейфуллина Гүлнафиса Ахмарқызы;учитель;химия;педагог-исследователь;14;01.09.2012;gulnafisa@school47.example
Оразбаев Серік Мұратұлы;директор;история;педагог-мастер;14;01.09.2012;serik@school47.example
${SANIA.toUpperCase()};учитель;математика;педагог-мастер;22;01.09.2010;saniya@school47.example
Пак  Виктор   Андреевич;учитель;физика;педагог-исследователь;18;15.08.2011;pak@school47.example
${ARUZHAN};учитель;математика;педагог;0;24.08.2026;aruzhan@school47.example
${OLEG};учитель;физика;педагог;0;20.08.2026;
Всего;6;;;;;
`;

// From the office of the education department: the same people, and a namesake of somebody.
const STAFF_KK = `\ufeffТегі;Аты;Әкесінің аты;Лауазымы;Пәні;Біліктілік санаты;Еңбек өтілі;Жұмысқа қабылданған күні;Электрондық пошта
Төлеуова;Аружан;Бауыржанқызы;мұғалім;математика;педагог;0;24.08.2026;aruzhan@school47.example
Ким;Олег;Викторович;мұғалім;дене шынықтыру;педагог-сарапшы;9;01.09.2017;oleg.kim@school47.example
`;

const TIMETABLE = `email,weekday,lesson,class,room
saniya@school47.example,1,2,8Б,214
aruzhan@school47.example,1,3,5А,211
`;

const IMPRESSION = 'Он секунд үнсіз күтті, мен үшінші секундта жауап беріп қоятынмын';

const REASON = 'Екінші сыныбым бар, биыл үлгермеймін';

test('from the staff list to the signed order', async ({ browser, demo, language }) => {
  test.setTimeout(400_000);
  const here = { browser, demo, language };
  const coordinator = await Visitor.persona(here, 'coordinator');
  const head = await Visitor.persona(here, 'head');
  const people = {};

  await test.step('the staff list is read, looked at, confirmed', async () => {
    await upload(coordinator, 'staff', 'staff.csv', STAFF);
    await expect(coordinator.page.locator('main')).toContainText(ARUZHAN);
    await coordinator.submit('form[action$="/apply"]');
    await expect(coordinator.page.locator('main')).toContainText(SANIA);
  });

  await test.step('the same list again writes nothing', async () => {
    await upload(coordinator, 'staff', 'staff.csv', STAFF);
    await expect(coordinator.page.locator('form[action$="/apply"] button')).not.toContainText(/[0-9]/);
    await coordinator.submit('form[action$="/discard"]');
  });

  await test.step('namesakes are asked about, and an import is taken back', async () => {
    await upload(coordinator, 'staff', 'staff_kk.csv', STAFF_KK);
    await expect(coordinator.page.locator('form[action$="/apply"] button')).toBeDisabled();
    await coordinator.tick('line-3', 'new');
    await coordinator.submit('form[action$="/decide"]');
    await coordinator.submit('form[action$="/apply"]');
    await coordinator.open(`/people?q=${encodeURIComponent('Ким')}`);
    await expect(coordinator.page.locator('.people li')).toHaveCount(2);
    await coordinator.page.goBack();
    await coordinator.submit('form[action$="/undo"]');
    await coordinator.open(`/people?q=${encodeURIComponent('Ким')}`);
    await expect(coordinator.page.locator('.people li')).toHaveCount(1);
  });

  await test.step('the timetable of lessons', async () => {
    await upload(coordinator, 'timetable', 'timetable.csv', TIMETABLE);
    await coordinator.submit('form[action$="/apply"]');
  });

  await test.step('the programme of the year, its newcomers, a provisional mentor', async () => {
    await coordinator.open('/programmes');
    await coordinator.submit('form[action="/programmes"]');
    await coordinator.open('/newcomers');
    for (const box of await coordinator.page.locator('form[action="/newcomers"] input[name=person]').all()) await box.check({ force: true });
    await coordinator.submit('form[action="/newcomers"][method=post]');
    await expect(coordinator.page.locator('main')).toContainText(ARUZHAN);
    await expect(coordinator.page.locator('main')).toContainText(OLEG);
    await coordinator.page.getByRole('link', { name: ARUZHAN }).first().click();
    const sania = coordinator.page.locator('select[name=person] option', { hasText: 'Жанұзақова Сәния' });
    await coordinator.page.selectOption('select[name=person]', await sania.getAttribute('value'));
    await coordinator.submit('form[action$="/provisional"]');
    await expect(coordinator.page.locator('#provisional')).toContainText('Сәния Ермекқызы');
  });

  await test.step('slips with codes let people in without e-mail', async () => {
    await coordinator.open('/people?show=waiting');
    const slips = await coordinator.printed('button[name=everybody]');
    for (const name of [SANIA, VIKTOR, ARUZHAN, OLEG]) people[name] = await Visitor.withSlip(here, slip(slips, name));
  });

  await test.step('the order of the provisional mentor, in two languages', async () => {
    await coordinator.open('/orders');
    await coordinator.submit('form[action="/orders/prepare"]');
    await sign(head, '12-к', '2026-08-24');
    const papers = await bothPapers(head);
    for (const paper of papers) {
      expect(paper).toContain('12-к');
      expect(paper.replace(/\s+/g, ' ')).toContain('Төлеуова');
      expect(paper.replace(/\s+/g, ' ')).toContain('Жанұзақова');
    }
  });

  await test.step('one mentor applies, one is nominated and agrees; the coordinator decides', async () => {
    const sania = people[SANIA];
    await sania.open('/mentors/card');
    await writeCard(sania);
    await coordinator.open(`/mentors?find=${encodeURIComponent('Пак')}`);
    await coordinator.submit('form[action="/mentors/nominate"]');
    const viktor = people[VIKTOR];
    await viktor.open('/mentors/card');
    await writeCard(viktor);
    for (const name of [SANIA, VIKTOR]) {
      await coordinator.open('/mentors');
      await coordinator.page.locator('#decide').getByRole('link', { name }).first().click();
      await coordinator.tick('decision', 'approve');
      await coordinator.submit('form[action$="/decide"]');
    }
  });

  await test.step('joint work, confirmed by the mentor; the impression stays with its owner', async () => {
    await travel(coordinator, '2026-09-10');
    await work(people[ARUZHAN], 'Жанұзақова', '2026-09-08');
    await people[ARUZHAN].tick('useful', '4');
    await people[ARUZHAN].page.fill('[name=note]', IMPRESSION);
    await people[ARUZHAN].submit('form[action$="/impression"]');
    await expect(people[ARUZHAN].page.locator('[name=note]')).toHaveValue(IMPRESSION);
    await work(people[OLEG], 'Пак', '2026-09-09');
    for (const name of [SANIA, VIKTOR]) {
      await people[name].open('/contacts');
      await people[name].submit('form[action$="/confirm"]');
    }
  });

  await test.step('requests: declined without harm, asked and accepted, met first', async () => {
    await write(people[OLEG], SANIA);
    await answer(people[SANIA], OLEG, 'decline', { reason: REASON });
    await people[OLEG].open('/requests');
    expect(await people[OLEG].words()).not.toContain(REASON);

    await write(people[ARUZHAN], SANIA);
    await answer(people[SANIA], ARUZHAN, 'ask', { question: 'Қай сыныптардан бастағыңыз келеді?' });
    await people[ARUZHAN].open('/requests');
    await people[ARUZHAN].page.locator('#sent .act a').first().click();
    await people[ARUZHAN].page.fill('[name=answer_text]', 'Бесінші сыныптардан: олар да мектепте жаңа.');
    await people[ARUZHAN].submit('form[action$="/reply"]');
    await answer(people[SANIA], ARUZHAN, 'accept');

    await write(people[OLEG], VIKTOR);
    await answer(people[VIKTOR], OLEG, 'meet_first');
  });

  await test.step('sealed lists of both sides', async () => {
    await travel(coordinator, '2026-11-01');
    for (const [name, wish] of [[OLEG, 'Пак'], [VIKTOR, 'Ким']]) {
      await people[name].open('/choices');
      await people[name].submit('form[action="/choices"]', `button[name=add]:has-text("${wish}")`);
      await expect(people[name].page.locator('.rank li')).toHaveCount(1);
    }
  });

  await test.step('the machine proposes, a person publishes', async () => {
    await travel(coordinator, '2026-11-02');
    await coordinator.open('/proposals');
    await coordinator.submit('form[action="/proposals"]');
    await expect(coordinator.page.locator('#pairs tbody tr')).toHaveCount(2);
    await coordinator.page.locator('.board a[href$="/publish"]').click();
    await coordinator.submit('form[action$="/publish"]');
  });

  await test.step('all four agree, the head signs the order that makes mentors', async () => {
    for (const visitor of Object.values(people)) await agree(visitor);
    await coordinator.open('/orders');
    await coordinator.submit('form[action="/orders/prepare"]');
    // One order repeals the provisional one, the other has none to repeal: two papers.
    const papers = [];
    for (const number of ['48-к', '49-к']) {
      await coordinator.open('/orders');
      await coordinator.followBoard();
      await coordinator.page.fill('[name=minutes_number]', '3');
      await coordinator.page.fill('[name=minutes_on]', '2026-11-02');
      await coordinator.submit('form[action$="/minutes"]');
      await sign(head, number, '2026-11-02');
      const [kk, ru] = await bothPapers(head);
      for (const paper of [kk, ru]) expect(paper).toContain(number);
      papers.push([kk, ru]);
    }
    for (const language of [0, 1]) {
      const both = papers.map((paper) => paper[language]).join().replace(/\s+/g, ' ');
      for (const name of [SANIA, VIKTOR, ARUZHAN, OLEG]) expect(both).toContain(name);
    }
    expect(papers[0][0]).toMatch(/тәлімгер/i);
    expect(papers[0][1]).toMatch(/наставник/i);
  });

  await test.step('a stranger can verify the paper', async () => {
    const [, verification] = (await bothPapers(head))[1].match(/(\/verify\/\S+)/);
    const stranger = await Visitor.stranger(here);
    await stranger.open(verification);
    await expect(stranger.page.locator('main')).toContainText('49-к');
    expect(await stranger.words()).not.toMatch(/Төлеуова|Ким/);
  });

  await test.step('the pair’s first page, and its first meeting', async () => {
    const aruzhan = people[ARUZHAN];
    await aruzhan.open('/');
    await aruzhan.page.locator('a[href^="/pairs/"]').first().click();
    await aruzhan.page.fill('[name=on]', '2026-11-04');
    await aruzhan.page.fill('[name=at]', '15:00');
    await aruzhan.page.fill('[name=place]', '214 кабинет');
    await aruzhan.submit('form[action$="/meeting"]');
    await people[SANIA].open(new URL(aruzhan.page.url()).pathname);
    await expect(people[SANIA].page.locator('#meeting')).toContainText('214 кабинет');
  });

  await test.step('everything is in the log, and nothing private is', async () => {
    for (const visitor of [coordinator, head]) {
      await visitor.open('/audit');
      const words = await visitor.words();
      expect(words).toContain('Төлеуова');
      expect(words).not.toContain(IMPRESSION);
      expect(words).not.toContain(REASON);
    }
  });
});
