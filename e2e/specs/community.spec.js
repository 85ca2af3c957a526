// What young teachers of a district do together in an autumn: a camp of forty people from six schools with twelve workshops, thirty
// ideas, a situation that eight observers and a guest of another school watch, up to the minutes and the report (feat:F11, H1–H4;
// essay:E17, E23, E24). Through pages only; the test clock moves the days.
import { VIEWPORTS } from '../browser.js';
import {
  addSlot, addWorkshop, answerCamp, answerIdea, beginScene, closeScene, comeToScene, commentOn, decideScene, discloseIdea, drawn, explained, fillSheet, groupPeople, ideaOf, joinCamp, joinIdea,
  markDay, mergeIdea, planCamp, planIdea, planScene, putToCamp, readMinutes, recordScene, shareIdea, stepCamp, takeHome, voteAtCamp, voteFor,
} from '../community.js';
import { choose, slip, takeIn, travel } from '../deeds.js';
import { axe, expect, newSchool as test } from '../harness.js';
import { Clerk, Register } from '../register.js';

const FAMILIES = [
  'Абишева', 'Бейсенова', 'Габдуллина', 'Дәуренова', 'Ескендірова', 'Жұмағалиева', 'Зейнуллина', 'Ибрагимова', 'Кенжеғалиева', 'Лұқпанова',
  'Мырзағалиева', 'Нығметова', 'Оңғарова', 'Өтепова', 'Пазылова', 'Рысқұлова', 'Тілеубаева', 'Уәлиханова', 'Утегенова', 'Фазылова',
  'Хайруллина', 'Шаяхметова', 'Ыдырысова', 'Ізтілеуова', 'Қуанышева', 'Белова', 'Воронина', 'Горбунова', 'Данилова', 'Егорова',
  'Жданова', 'Зимина', 'Карпова', 'Лаврова', 'Морозова', 'Орлова', 'Панова', 'Родина', 'Титова', 'Фомина',
];
const GIVEN = ['Аяулым', 'Балнұр', 'Гаухар', 'Динара', 'Еркежан', 'Жанерке', 'Зарина', 'Инкар', 'Камшат', 'Ләззат'];
const FATHERS = ['Асқарқызы', 'Берікқызы', 'Дәулетқызы', 'Ерболқызы', 'Маратқызы', 'Нұрланқызы', 'Самалқызы'];
const PEOPLE = FAMILIES.map((family, nth) => `${family} ${GIVEN[nth % GIVEN.length]} ${FATHERS[nth % FATHERS.length]}`);
/** So many work at the school that holds the camp; each of the others sends five. */
const HERE = 15;
const THERE = 5;
/** At which of the six schools somebody works, by their place in the list. */
const schoolOf = (nth) => (nth < HERE ? 0 : 1 + Math.floor((nth - HERE) / THERE));

const COORDINATORS = [
  ['Сейфуллина Гүлнафиса Ахмарқызы', 'gulnafisa@school47.example'], ['Есенова Ақбота Талғатқызы', 'akbota@school12.example'],
  ['Қасымов Нұржан Бекұлы', 'nurzhan@school3.example'], ['Чернова Лариса Павловна', 'larisa@school5.example'],
  ['Ержанов Самат Қуатұлы', 'samat@school21.example'], ['Бәйтенова Тоғжан Ілиясқызы', 'togzhan@school60.example'],
];
const HEAD = 'Оразбаев Серік Мұратұлы';
const MENTOR = 'Нұрбаева Айгүл Сайлауқызы';

const [FIRST, SECOND, LAST, AFTER] = ['2026-10-26', '2026-10-27', '2026-10-28', '2026-11-02'];
const TITLE = 'Жас мұғалімдер лагері';
/** The first slot is for everybody, the others have four workshops each. */
const GRID = [
  { day: FIRST, from: '09:30', until: '10:00', what: 'Ашылу', where: 'Мәжіліс залы' },
  { day: FIRST, from: '10:30', until: '12:00', what: 'Сабақ' },
  { day: SECOND, from: '10:00', until: '11:30', what: 'Сынып' },
  { day: LAST, from: '10:15', until: '11:45', what: 'Өзіміз' },
];
const WORKSHOPS = {
  1: ['Сабақтың басы', 'Жақсы сұрақ', 'Сегіз минут топта', 'Тақта мен дәптер'],
  2: ['Тынышсыз сынып', 'Ата-анаға хат', 'Екі тілдегі сынып', 'Телефон үстелде'],
  3: ['Дауысты сақтау', 'Бес күндік жоспар', 'Тексеруге бір сағат', 'Қателік күнделігі'],
};
const SEATS = [6, 10, 12, 12];
const SLOTS = Object.keys(WORKSHOPS).map(Number);

/** Most want the first workshop, which is the smallest one; every tenth leaves the order open. */
function wishOf(nth, slot) {
  if (nth % 10 === 9) return [];
  return nth % 2 ? [0, 1, 2] : [0, 3, 1 + ((nth + slot) % 2)];
}

const IDEAS = [
  'Үзілісте ән', 'Ортақ сөре', 'Жасыл шам', 'Апта сұрағы', 'Бір бос сағат', 'Кофе мен сабақ', 'Алаң картасы', 'Сабақ айырбасы', 'Тыныш бөлме',
  'Ашық есік', 'Күзгі серуен', 'Хат жәшігі', 'Сурет көрмесі', 'Көрші сынып', 'Дәптер апталығы', 'Ортақ сөздік', 'Бірінші қоңырау', 'Жарты сағат кітап',
  'Кітап сөресі', 'Қосымша орындық', 'Гүл бұрышы', 'Шахмат сағаты', 'Сынып радиосы', 'Кешкі қоңырау', 'Көмек тақтасы', 'Жеті минут', 'Жұма шайы',
  'Аз қағаз', 'Кеш басталсын', 'Ұялмай сұрау',
];
/** From here on ideas have no name; they are seen on the next day. */
const NAMED = 27;
/** What one school alone talks of, without a name; its board shows that from the next Monday. */
const UNNAMED = ['Тыныш сұрақ', 'Жазбаша кеңес'];
const DOUBLE = 18;
const OF_DOUBLE = 1;
const WHY = 'Ата-аналар кестені кім өзгерткенін сұрады.';

const TEAM = 'Жас мұғалімдер бірлестігі';
const CAST = { chair: COORDINATORS[0][0], secretary: HEAD, mentor: MENTOR, newcomer: PEOPLE[0] };
const OBSERVERS = PEOPLE.slice(1, 9);
const COURSE = 'Үнсіздіктен бастадық, Айгүл жауапты өзі айтпай, үш рет сұрақ қойды.';
const DECISION = 'Әр талдауды жас мұғалімнің өз сөзінен бастау';
const WORDS = 'Көбі сабақты бірге жоспарлағысы келетінін айтты, келесі лагерьде бір күн соған беріледі.';
const RESULT = 'Сөре мұғалімдер бөлмесінде тұр, апта сайын он шақты кітап қолдан қолға өтеді.';

/** Family and given name, as lists of people have them. */
const brief = (name) => name.split(' ').slice(0, 2).join(' ');
/** What is printed, without the breaks that a narrow column puts into words. */
const bare = (text) => text.replace(/[\s\u00ad-]+/g, '');

test('an autumn of young teachers, from the staff lists to the report of their camp', async ({ browser, demo, language }) => {
  test.setTimeout(1_500_000);
  const register = new Register();
  const school = (who) => ({ browser, demo, language, register, who });
  const enter = (who) => Clerk.persona(school(who), who);
  const head = await enter('head');
  const coordinators = [];
  const people = {};
  const guests = COORDINATORS.slice(1).map((_, at) => PEOPLE[HERE + at * THERE]);
  const of = (nth) => people[PEOPLE[nth]];
  let coordinator, camp, seed, ids, scene;

  await test.step('August: six schools bring their lists, and forty young teachers come in with their slips', async () => {
    for (const { role, name } of demo.personas) if (role === 'coordinator') coordinators.push(await enter(name));
    expect(coordinators).toHaveLength(COORDINATORS.length);
    [coordinator] = coordinators;
    for (const [at, visitor] of coordinators.entries()) {
      const [own, address] = COORDINATORS[at];
      const teacher = (name, years, email) => [name, 'учитель', 'химия', years > 3 ? 'педагог-эксперт' : 'педагог', String(years), years > 3 ? '01.09.2012' : '24.08.2026', email];
      const here = [...PEOPLE.entries()].filter(([nth]) => schoolOf(nth) === at);
      const leading = at === 0 ? [[HEAD, 'директор', 'история', 'педагог-мастер', '14', '01.09.2012', 'serik@school47.example'], teacher(MENTOR, 14, 'aigul@school47.example')] : [];
      await takeIn(visitor, [teacher(own, 14, address), ...leading, ...here.map(([nth, name]) => teacher(name, 0, `young${nth}@${address.split('@')[1]}`))]);
      await visitor.open('/people?show=waiting');
      const slips = await visitor.printed('button[name=everybody]');
      for (const [, name] of here) people[name] = await Clerk.withSlip(school(name), slip(slips, name));
    }
    await coordinator.open('/programmes');
    await coordinator.submit('form[action="/programmes"]');
  });

  await test.step('October: a camp of three days is planned, and twelve workshops stand in its grid', async () => {
    await travel(coordinator, '2026-10-05');
    camp = await planCamp(coordinator.about('camp'), { title: TITLE, place: 'Бурабай', first: FIRST, last: LAST, packing: 'Дәптер\nЖылы киім' });
    for (const [at, slot] of GRID.entries()) await addSlot(coordinator.about(`slot ${at}`), slot);
    for (const slot of SLOTS) {
      for (const [at, title] of WORKSHOPS[slot].entries()) {
        await addWorkshop(coordinator.about(title), { slot, title, leader: 'Айгүл Нұрбаева', room: `${slot}${at} бөлме`, seats: SEATS[at] });
      }
    }
    await of(HERE).open('/camps');
    expect((await of(HERE).page.goto(camp)).status(), 'nobody sees it before it opens').toBe(404);
    await axe(coordinator.page);
    await stepCamp(coordinator, 'open');
    seed = (await coordinator.words()).match(/[0-9a-f]{32}/)[0];
  });

  await test.step('forty people sign up with an order of their own, and some may be photographed', async () => {
    for (const [nth, name] of PEOPLE.entries()) {
      await of(nth).open(camp);
      await joinCamp(of(nth), Object.fromEntries(SLOTS.map((slot) => [slot, wishOf(nth, slot)])));
      if (nth % 2) await of(nth).submit('#f-photo');
      if (nth >= HERE && !guests.includes(name)) await of(nth).page.context().close();
    }
    await coordinator.open(camp);
    await expect(coordinator.page.locator('main')).toContainText(/\b40\b\D+\b6\b/);
    expect(await coordinator.words(), 'the seed was published first and stays').toContain(seed);
    ids = new Map(await coordinator.page.locator('#groups label:has(input[name=members])').evaluateAll((all) =>
      all.map((one) => [one.innerText.trim().split(' (')[0], one.querySelector('input').value])));
    expect([...ids.keys()].sort()).toEqual([...PEOPLE].sort());
  });

  await test.step('the workshops are given out as the published rule has it, and each reads why', async () => {
    await stepCamp(coordinator.about('camp'), 'assign');
    await axe(coordinator.page);
    const told = await explained(coordinator);
    expect(told.map(({ name }) => name).sort()).toEqual([...PEOPLE].sort());
    for (const [at, slot] of SLOTS.entries()) {
      const wishes = new Map(PEOPLE.map((name, nth) => [ids.get(name), wishOf(nth, slot)]));
      const right = drawn(seed, slot, wishes, SEATS);
      for (const { name, slots } of told) {
        const { place, got } = right.get(ids.get(name));
        const [first, ...steps] = slots[at];
        const rank = wishes.get(ids.get(name)).indexOf(got);
        expect(first.match(/\d+/g).map(Number), `${name}, slot ${slot}`).toEqual([place, PEOPLE.length]);
        expect(steps.at(-1), `${name}, slot ${slot}`).toContain(WORKSHOPS[slot][got]);
        expect(steps, 'one step for each wish that was full, and the last').toHaveLength(1 + (rank < 0 ? wishes.get(ids.get(name)).length : rank));
      }
    }
    const reads = Object.fromEntries(told.map(({ name, slots }) => [name, slots]));
    for (const name of [PEOPLE[0], ...guests]) {
      const { page } = people[name];
      await people[name].open(camp);
      const own = await page.locator('#programme ol').evaluateAll((all) => all.map((list) => [...list.children].map((line) => line.textContent.trim())));
      expect(own, 'each reads the same about themselves').toEqual(reads[name]);
      await expect(page.locator('#people'), 'and nothing about the others').toHaveCount(0);
    }
    await axe(people[guests[0]].page);
  });

  await test.step('groups are led by young teachers of the other schools', async () => {
    for (const [at, leader] of guests.slice(0, 4).entries()) {
      const members = PEOPLE.filter((name, nth) => nth % 4 === at && !guests.includes(name));
      await groupPeople(coordinator.about(`group ${at}`), { name: `Топ ${at + 1}`, leader, members: members.map(brief) });
    }
    const guest = people[guests[0]];
    await guest.open(camp);
    for (const lang of ['kk', 'ru']) {
      const programme = bare(await guest.paper(`${camp}/programme/${lang}`));
      for (const title of Object.values(WORKSHOPS).flat()) expect(programme).toContain(bare(title));
    }
  });

  await test.step('the first day of the camp: thirty ideas of six schools, three of them without a name', async () => {
    await travel(coordinator, FIRST);
    await coordinator.about('first day').open(camp);
    await markDay(coordinator, FIRST, [brief(PEOPLE[39])]);
    const authors = [...PEOPLE.slice(0, HERE), ...guests];
    for (const [nth, title] of IDEAS.entries()) {
      const author = people[authors[nth % authors.length]].about(title);
      await author.open(camp);
      await putToCamp(author, { title, words: `Ойым мынау, ${nth + 1}: бірге сынап көрейік.`, unnamed: nth >= NAMED });
    }
    for (const [nth, title] of UNNAMED.entries()) await shareIdea(of((NAMED + nth) % HERE).about(title), { title, words: `Мұны мектеп ішінде айтқым келеді, ${nth + 1}.`, unnamed: true });
    await coordinator.open(camp);
    await expect(coordinator.page.locator('#ideas ul > li')).toHaveCount(NAMED);
    await axe(coordinator.page);
    for (const title of IDEAS.slice(NAMED)) expect(await coordinator.words(), 'unseen before the next day').not.toContain(title);
    // What is put to the camp stands on no board by itself.
    for (const reader of [coordinator, people[guests[0]]]) {
      await reader.open('/ideas');
      await expect(reader.page.locator('#open')).toHaveCount(0);
    }
  });

  await test.step('the second day: votes, and a situation that eight observers and a guest of another school watch on their phones', async () => {
    await travel(coordinator, SECOND);
    const [guest, other] = guests.map((name) => people[name]);
    await guest.open(camp);
    await expect(guest.page.locator('#ideas ul > li'), 'those without a name are there').toHaveCount(IDEAS.length);
    const [unnamed] = await guest.page.locator('#ideas ul > li', { hasText: IDEAS[NAMED] }).allInnerTexts();
    expect(unnamed, 'and nobody reads whose they are').not.toContain(FAMILIES[NAMED % (HERE + guests.length)]);
    await voteAtCamp(guest, IDEAS[OF_DOUBLE]);
    for (const [nth, title] of [[2, IDEAS[OF_DOUBLE]], [4, IDEAS[DOUBLE]]]) {
      await of(nth).open(camp);
      await takeHome(of(nth), title);
    }
    const idea = await ideaOf(of(2), IDEAS[OF_DOUBLE]);
    for (const nth of [3, 4, 5, 6, 7]) await voteFor(of(nth), idea);
    await commentOn(of(7).about('comment'), 'Сөрені терезе жағына қойсақ, бәрі көреді.');
    scene = await planScene(coordinator.about('meeting'), {
      team: TEAM, day: SECOND, place: 'Бурабай, 2-зал', situation: 'nobody-answers',
      cast: Object.fromEntries(Object.entries(CAST).map(([part, name]) => [part, brief(name)])), observers: OBSERVERS.map(brief),
      openFor: 'химия',
    });
    await comeToScene(guest, scene, [MENTOR, ...OBSERVERS].map((name) => name.split(' ')[0]));
    await beginScene(coordinator, scene);
    for (const [nth, name] of OBSERVERS.entries()) {
      await people[name].page.setViewportSize(VIEWPORTS[360]);
      await fillSheet(people[name].about(`sheet of ${name}`), scene, nth % 4, `Жауапты күте білгені, ${nth + 1}`);
    }
    await fillSheet(guest.about('sheet of the guest'), scene, 2, 'Сөзді бөлмей тыңдағаны');
    await axe(people[OBSERVERS[0]].page);
    await other.open('/scenes');
    await expect(other.page.locator('#open'), 'it has begun').toHaveCount(0);
    expect((await other.page.goto(scene)).status(), 'whoever has not come finds nothing').toBe(404);
    await coordinator.about('minutes').open(scene);
    await recordScene(coordinator, { course: COURSE, votes: [9, 0, 1], present: [brief(MENTOR), brief(PEOPLE[0])] });
    await decideScene(coordinator.about('decision'), { text: DECISION, owner: PEOPLE[0], until: '2026-11-20' });
    await closeScene(coordinator);
    await axe(coordinator.page);
    await readMinutes(coordinator, scene, [TEAM, COURSE, DECISION, MENTOR.split(' ')[0], FAMILIES[0], FAMILIES[HERE]]);
    await coordinators[1].open('/scenes');
    const sent = coordinators[1].page.locator('#came');
    await expect(sent, 'their school reads that they were there').toContainText(FAMILIES[HERE]);
    await expect(sent, 'and nothing of the meeting').not.toContainText(DECISION);
  });

  await test.step('the third day: who leads a group says who was there, the camp closes, the report is printed', async () => {
    await people[guests[0]].about('second day').open(camp);
    await markDay(people[guests[0]], SECOND);
    await travel(coordinator, LAST);
    await coordinator.about('last day').open(camp);
    await markDay(coordinator, LAST);
    await coordinator.page.fill('#words [name=words]', WORDS);
    await coordinator.submit('#words form');
    const answering = [of(0), of(1), of(2), of(3), of(4), people[guests[1]]];
    for (const [nth, visitor] of answering.entries()) {
      await visitor.about(`answer ${nth}`).open(camp);
      await answerCamp(visitor, { helped: `Сабақты бірге жоспарлау көмектесті, ${nth + 1}` });
    }
    await coordinator.open(camp);
    await expect(coordinator.page.locator('#answer'), 'not one after the other').toHaveCount(0);
    await stepCamp(coordinator, 'close');
    await expect(coordinator.page.locator('#answer blockquote')).toHaveCount(answering.length);
    await axe(coordinator.page);
    for (const lang of ['kk', 'ru']) {
      const report = bare(await coordinator.paper(`${camp}/report/${lang}`));
      for (const said of [TITLE, WORDS, seed, ...FAMILIES, ...Object.values(WORKSHOPS).flat(), ...IDEAS]) expect(report).toContain(bare(said));
    }
    expect((await people[guests[0]].page.request.get(`${camp}/report/kk`)).status(), 'a guest has no report').not.toBe(200);
  });

  await test.step('Monday: what has no name is on the board, and nobody reads whose it is', async () => {
    await travel(coordinator, AFTER);
    const author = of(NAMED % HERE);
    const readers = [coordinator, head, of(3)];
    for (const reader of readers) {
      await reader.open(await ideaOf(reader, UNNAMED[0]));
      expect(await reader.page.locator('#idea').innerText()).not.toContain(FAMILIES[NAMED % HERE]);
    }
    const disclosed = await ideaOf(coordinator, UNNAMED[1]);
    await coordinator.about('disclosure').open(disclosed);
    await discloseIdea(coordinator, WHY);
    await expect(coordinator.page.locator('#idea')).toContainText(FAMILIES[(NAMED + 1) % HERE]);
    await of((NAMED + 1) % HERE).open(disclosed);
    expect(await of((NAMED + 1) % HERE).words(), 'the author reads why').toContain(WHY);
    await of(3).open(disclosed);
    const others = await of(3).words();
    for (const secret of [WHY, FAMILIES[(NAMED + 1) % HERE]]) expect(others, 'colleagues learn nothing').not.toContain(secret);
    await author.open('/ideas');
    await coordinator.open('/audit');
    expect(await coordinator.words(), 'sharing leaves no line').not.toContain(UNNAMED[0]);
  });

  await test.step('a double becomes one, the head answers, a team brings the idea to its result', async () => {
    const idea = await ideaOf(coordinator, IDEAS[OF_DOUBLE]);
    await coordinator.about('double').open(await ideaOf(coordinator, IDEAS[DOUBLE]));
    await mergeIdea(coordinator, idea.split('/').at(-1));
    await coordinator.about('idea').open(idea);
    await choose(coordinator, 'person', brief(HEAD));
    await coordinator.submit('form[action$="/assign"]');
    await answerIdea(head.about('answer'), idea, 'taken', 'Сөре мектептен, кітапты әркім өзі әкеледі.');
    for (const nth of [OF_DOUBLE, 3]) await joinIdea(of(nth), idea);
    await of(OF_DOUBLE).about('step').open(idea);
    await planIdea(of(OF_DOUBLE), { text: 'Сөрені құрастыру', owner: brief(PEOPLE[3]), until: '2026-11-13' });
    await of(3).open(idea);
    await of(3).submit('form[action$="/tick"]', 'button[value=yes]');
    await answerIdea(head.about('result'), idea, 'done', RESULT);
    await of(5).open('/ideas');
    await expect(of(5).page.locator('#over')).toContainText(IDEAS[OF_DOUBLE]);
    await expect(of(5).page.locator('#open ul > li'), 'one is part of another one, that one is done').toHaveCount(UNNAMED.length);
  });

  expect(register.unseen, 'forms that were filled in past the register').toEqual([]);
  expect(register.facts.size, 'facts of the autumn').toBeGreaterThan(300);
});
