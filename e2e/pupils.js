// What adults of a school do about pupils who help pupils, page by page, and a school of pupils to do it in.
import { readFileSync } from 'node:fs';
import { choose } from './deeds.js';
import { expect } from './harness.js';

// A school of 392 pupils of grades 4 to 11, two classes each.
const CLASSES = [
  ['4А', 26], ['4Б', 26], ['5А', 23], ['5Б', 24], ['6А', 24], ['6Б', 27], ['7А', 25], ['7Б', 25],
  ['8А', 25], ['8Б', 22], ['9А', 26], ['9Б', 27], ['10А', 23], ['10Б', 23], ['11А', 23], ['11Б', 23],
];
const COLUMNS = [
  'Код ученика', 'Фамилия', 'Имя', 'Отчество', 'Класс', 'Дата рождения', 'Язык обучения', 'Математика, % 1 ч.', 'Математика, % 2 ч.',
  'Язык, % 1 ч.', 'Язык, % 2 ч.', 'Посещаемость, %', 'Кружки и достижения',
];
const FAMILIES = [
  'Абаев', 'Бектаев', 'Дәулетов', 'Есенов', 'Жақыпов', 'Кенесов', 'Қасымов', 'Маратов', 'Нұрпеисов', 'Омаров', 'Өмірзақов', 'Рахымов',
  'Сарсенов', 'Тасболатов', 'Уәлиев', 'Хамитов', 'Шәкенов', 'Ыбыраев', 'Волков', 'Егоров', 'Орлов', 'Соколов',
];
const BOYS = ['Алдияр', 'Бекзат', 'Дамир', 'Ерасыл', 'Жандос', 'Илья', 'Қайсар', 'Мирас', 'Нұрали', 'Олжас', 'Санжар', 'Тимур', 'Тимофей', 'Әмір'];
const GIRLS = ['Аружан', 'Аяулым', 'Дария', 'Еркеназ', 'Жанель', 'Инжу', 'Камила', 'Мадина', 'Нұрай', 'Полина', 'Сабина', 'Томирис', 'Фариза', 'Әсем'];
const CLUBS = ['', '', '', '', 'шахматы', 'футбол', 'домбра', 'научный проект', 'олимпиада по математике (район, 2 место)'];
const SEED = 392;

/** Whole numbers below a bound, the same ones each time (the linear congruence of Numerical Recipes). */
function numbers(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** The list of another school, where TALIMGER_PUPILS says where it lies; it has the same columns. */
function brought(path) {
  const text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  const columns = text.split(/\r?\n/, 1)[0];
  if (columns !== COLUMNS.join(';')) throw new Error(`TALIMGER_PUPILS: the columns are to be ${COLUMNS.join(';')}`);
  return text;
}

/** The list of that school as it is read in: columns of a school's own table, everybody in it invented. */
export function roll() {
  if (process.env.TALIMGER_PUPILS) return brought(process.env.TALIMGER_PUPILS);
  const next = numbers(SEED);
  const one = (of) => of[next(of.length)];
  const two = (number) => String(number).padStart(2, '0');
  const lines = [COLUMNS];
  for (const [name, pupils] of CLASSES) {
    const taken = new Set();
    while (taken.size < pupils) {
      const [girl, family, father] = [next(2) === 1, one(FAMILIES), one(BOYS)];
      const called = [girl ? `${family}а` : family, one(girl ? GIRLS : BOYS)];
      // No namesakes in a class: the list would ask which of them is meant.
      if (taken.has(called.join())) continue;
      taken.add(called.join());
      const born = `${two(1 + next(28))}.${two(1 + next(12))}.${2020 - parseInt(name, 10)}`;
      const figures = Array.from({ length: 5 }, (_, at) => 40 + next(at === 4 ? 61 : 56));
      const patronymic = `${father}${girl ? 'қызы' : 'ұлы'}`;
      lines.push([`P${String(lines.length).padStart(4, '0')}`, ...called, patronymic, name, born, one(['каз', 'рус']), ...figures, one(CLUBS)]);
    }
  }
  return lines.map((cells) => cells.join(';')).join('\n');
}

/** Pupils of a class, by the name of the list: their ids with family and given name. */
export async function pupilsOf(visitor, name) {
  await visitor.open(`/pupils?class=${encodeURIComponent(name)}`);
  return visitor.page.locator('#class a[href^="/pupils/"]').evaluateAll((all) =>
    all.map((one) => ({ id: one.getAttribute('href').split('/')[2], name: one.querySelector('b').textContent.trim() })));
}

/** Says who looks after a class, or after the whole school: «specialist». */
export async function giveDuty(visitor, what, person) {
  await visitor.open('/duties');
  await visitor.page.selectOption('[name=what]', what);
  await choose(visitor, 'person', person);
  await visitor.submit('form[action="/duties"]');
}

/** Enters a signed paper about a pupil. */
export async function consent(visitor, pupil, { parts, representative, place, on }) {
  await visitor.open(`/pupils/${pupil}`);
  for (const part of parts) await visitor.tick('part', part);
  await visitor.page.fill('[name=representative]', representative);
  await visitor.page.locator('label:has([name=child])').click();
  await visitor.tick('way', 'paper');
  await visitor.page.fill('[name=place]', place);
  await visitor.page.fill('[name=given_on]', on);
  await visitor.submit('form[action$="/consents"]');
}

/** A pupil wants to help: named, trained for two hours, recommended. */
export async function prepareHelper(visitor, pupil, { on, teacher, words }) {
  await visitor.open(`/pupils/${pupil}`);
  await visitor.submit('form[action$="/volunteer"]');
  await visitor.page.fill('[name=trained_on]', on);
  await visitor.page.fill('[name=minutes]', '120');
  await visitor.submit('form[action$="/train"]');
  await choose(visitor, 'teacher', teacher);
  await visitor.page.fill('form[action$="/recommend"] [name=words]', words);
  await visitor.submit('form[action$="/recommend"]');
}

/** Offers help with a goal, and writes down what the child says. */
export async function refer(visitor, pupil, { goal, about, why, answer }) {
  await visitor.open(`/pupils/${pupil}`);
  await visitor.tick('goal', goal);
  await visitor.tick('reason', about);
  await visitor.page.fill('[name=why]', why);
  await visitor.submit('form[action$="/refer"]');
  await visitor.submit('form[action$="/answer"]', `button[value=${answer}]`);
}

/** Both children say yes to each other and to the meeting of the week; the visitor stands on the page of their pair. */
export async function agreeTo(visitor, { weekday, at, minutes, place, adult }) {
  const { page } = visitor;
  await page.locator('label:has([name=helper_yes])').click();
  await page.locator('label:has([name=mentee_yes])').click();
  await visitor.tick('form', 'elective');
  await page.selectOption('[name=weekday]', weekday);
  await page.fill('[name=at]', at);
  await page.fill('[name=minutes]', minutes);
  await page.fill('[name=place]', place);
  await choose(visitor, 'adult', adult);
  await visitor.submit('form[action$="/agree"]');
}

// A week of the journal, which takes a tap for each pair and goes on without network.

const told = (page) => page.locator('#f-marks [data-told]');

/** The line of the journal says what it says in this state, in the language of the page. */
export const says = async (page, state) => expect(told(page)).toHaveText(await told(page).getAttribute(`data-${state}`), { timeout: 15_000 });

/** The pairs of the week, those whose class is not signed yet. */
export const pairs = (page) => page.locator('#f-marks fieldset');

/** A mark of a pair, by its place. */
export const mark = (page, at, word) => pairs(page).nth(at).locator(`input[value="${word}"]`);

/** Taps it. */
export const tap = (page, at, word) => pairs(page).nth(at).locator('label', { has: page.locator(`input[value="${word}"]`) }).click();

/** Opens a week and waits until this browser has it for a time without network. */
export async function keepWeek(page) {
  await says(page, 'ready');
  await page.evaluate(async () => { await navigator.serviceWorker.ready; });
}

/** Signs the week. */
export async function signWeek(page) {
  await page.locator('#f-marks button[name=sign]').click();
  await expect(page.locator('#signed')).toBeVisible();
  await expect(page.locator('#f-marks'), 'a signed week is read, not written').toHaveCount(0);
}

/** What waits in this browser. */
export const waiting = (page) => page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('kept:')));
