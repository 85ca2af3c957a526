// The mentor course, page by page: cases and replies, sessions, a sitting, a commission, the certificate and what checks it.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { BINARY } from './demo.js';
import { choose } from './deeds.js';
import { expect } from './harness.js';

export const here = (visitor) => new URL(visitor.page.url()).pathname;
export const family = (name) => name.split(' ')[0];

/** The coordinator enrols somebody. */
export async function enrol(coordinator, name) {
  await coordinator.open('/courses/candidates');
  await choose(coordinator, 'person', name);
  await coordinator.submit('form[action="/courses/candidates/enrol"]');
}

/** Tells a case from practice; gives its address. */
export async function tellCase(visitor, name) {
  await visitor.open('/courses/cases/new');
  const words = {
    title: `Сабақтың соңғы он минуты, ${family(name)}`,
    situation: 'Жас мұғалім үшінші рет сабақты уақытында бітіре алмады.',
    did: 'Келесі сабаққа бірге кірдік, уақытты екеуіміз де белгіледік.',
    asks: 'Қашан араласар едіңіз?',
  };
  for (const [field, text] of Object.entries(words)) await visitor.page.fill(`[name=${field}]`, text);
  await visitor.page.locator('label:has(input[name=topic])').first().click();
  await visitor.submit('form[action="/courses/cases/new"]');
  return here(visitor);
}

/** Replies to a case of somebody else. */
export async function replyTo(visitor, address, words) {
  await visitor.open(address);
  await visitor.page.fill('[name=words]', words);
  await visitor.submit('form[action$="/reply"]');
  await expect(visitor.page.locator('#replies')).toContainText(words);
}

/** Announces a session of eight hours; gives its address. */
export async function announce(coordinator, day, places) {
  await coordinator.open('/courses/trainings/new');
  const fields = { title: 'Сабақты бірге талдау', day, from: '08:00', to: '16:00', place: '214 кабинет', places: String(places) };
  for (const [name, value] of Object.entries(fields)) await coordinator.page.fill(`[name=${name}]`, value);
  await coordinator.submit('form[action="/courses/trainings/new"]');
  return here(coordinator);
}

/** Signs up for a session, or joins those who wait; gives what the page calls the seat. */
export async function signUp(visitor, session) {
  await visitor.open(session);
  await visitor.submit('form[action$="/sign-up"]');
  return seat(visitor, session);
}

/** What the page of a session says of the own seat. */
export async function seat(visitor, session) {
  await visitor.open(session);
  return visitor.page.locator('main p .chip').first().innerText();
}

/** The leader marks who was there. */
export async function markPresent(leader, session, names) {
  await leader.open(session);
  for (const name of names) await leader.page.locator('label:has(input[name=present])', { hasText: family(name) }).click();
  await leader.submit('form[action$="/mark"]');
}

/** Plans a sitting; gives its address. */
export async function plan(coordinator, { day, topic, count, cut, marker }) {
  const { page } = coordinator;
  await coordinator.open('/sittings/new');
  const fields = { day, from: '08:00', to: '18:00', [`topic-${topic}`]: String(count), points: String(cut) };
  for (const [name, value] of Object.entries(fields)) await page.fill(`[name=${name}]`, value);
  for (const language of ['kk', 'ru', 'en']) await coordinator.tick('languages', language);
  await coordinator.submit('form[action="/sittings/new"]');
  const address = here(coordinator);
  await choose(coordinator, 'marker', marker);
  await coordinator.submit('form[action$="/marker"]');
  return address;
}

/** Takes a sitting a step on. */
export async function step(coordinator, sitting, word) {
  await coordinator.open(sitting);
  await coordinator.submit('form[action$="/step"]', `button[value=${word}]`);
}

/** Opens the paper of the sitting that runs, in a language; gives its address. */
export async function openPaper(visitor, language) {
  await visitor.open('/attempts');
  await visitor.tick('language', language);
  await visitor.submit('form[action="/attempts"]');
  return here(visitor);
}

/** Marks every text that waits with all its points; none says whose it is. Gives how many there were. */
export async function markTexts(marker, sitting, names) {
  await marker.open(`${sitting}/marking`);
  const words = await marker.words();
  for (const name of names) expect(words, 'texts have no names').not.toContain(family(name));
  const waiting = 'main form[action$="/marking"]:has([name=points][value=""])';
  let count = 0;
  for (; await marker.page.locator(waiting).count(); count += 1) {
    await marker.page.locator(`${waiting} [name=points]`).first().fill('1');
    await marker.submit(waiting);
  }
  return count;
}

/** Names a commission; gives its address. */
export async function nameCommission(coordinator, { day, from, place, members }) {
  await coordinator.open('/commissions/new');
  for (const [name, value] of Object.entries({ day, from, place })) await coordinator.page.fill(`[name=${name}]`, value);
  for (const member of members) await coordinator.page.locator('label:has(input[name=members])', { hasText: family(member) }).click();
  await coordinator.submit('form[action="/commissions/new"]');
  return here(coordinator);
}

/** Puts a candidate before a commission. */
export async function admit(coordinator, commission, name) {
  await coordinator.open(commission);
  await choose(coordinator, 'candidate', name);
  await coordinator.submit('form[action$="/admit"]');
}

/** A step of a candidate before a commission: begin, tell. */
export async function stepHearing(coordinator, commission, name, word) {
  await coordinator.open(commission);
  await coordinator.submit(`#f-hearings li:has-text("${family(name)}") form`, `button[value=${word}]`);
}

/** Opens the practice of a candidate as an examiner. */
export async function openHearing(examiner, name) {
  await examiner.open('/hearings');
  await examiner.open(await examiner.page.locator('#hearings li', { hasText: family(name) }).locator('a').first().getAttribute('href'));
}

/** Marks the sheet of the practice on the page, and seals it. `mark` says which mark a criterion gets, by its place. */
export async function seal(examiner, mark) {
  const { page } = examiner;
  const names = await page.locator('#f-sheet input[name^=mark-]').evaluateAll((all) => [...new Set(all.map(({ name }) => name))]);
  for (const [at, name] of names.entries()) await examiner.tick(name, String(mark(at)));
  await examiner.submit('#f-sheet', 'button[value=seal]');
  await expect(page.locator('#f-sheet'), 'what is sealed stands').toHaveCount(0);
}

/** Says why the marks of the one criterion that is open stay as far apart as they are. */
export async function explain(examiner, words) {
  await expect(examiner.page.locator('form[action$="/reason"]')).toHaveCount(1);
  await examiner.page.fill('form[action$="/reason"] [name=reason]', words);
  await examiner.submit('form[action$="/reason"]');
}

/** Runs the program on files, as whoever was handed them does: no server, no network. Gives how it ended and what it said. */
export async function offline(...args) {
  const run = promisify(execFile)(BINARY, args);
  const { code = 0, stdout } = await run.catch((error) => error);
  return { code, said: stdout };
}

/** What a badge that is whole is worth on the machine's own day: the program that checks it knows no other. */
export function worthToday({ from, until }) {
  const now = Date.now();
  if (now < Date.parse(from)) return 'early';
  return now > Date.parse(until) ? 'expired' : 'valid';
}
