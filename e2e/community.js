// What colleagues do together, page by page: a camp of several schools, ideas, a situation that is played.
import { createHash } from 'node:crypto';
import { choose } from './deeds.js';
import { expect } from './harness.js';

/** Fills in fields of a part of the page by their names. */
async function fill({ page }, part, values) {
  for (const [name, value] of Object.entries(values)) await page.fill(`${part} [name=${name}]`, value);
}

/** Plans a camp; gives its address. */
export async function planCamp(visitor, { title, place, first, last, packing }) {
  await visitor.open('/camps');
  await fill(visitor, '#plan', { title, place, first_day: first, last_day: last, packing });
  await visitor.submit('#plan form');
  return new URL(visitor.page.url()).pathname;
}

/** Adds a slot to the grid of the camp on the page; of workshops each says where it is. */
export async function addSlot(visitor, { day, from, until, what, where = '' }) {
  await visitor.page.selectOption('#slot [name=day]', day);
  await fill(visitor, '#slot', { from, slot_until: until, what, where });
  await visitor.submit('#slot form');
}

/** Adds a workshop to a slot of the grid, by its place there. */
export async function addWorkshop(visitor, { slot, title, leader, room, seats }) {
  const slots = await visitor.page.locator('#workshop [name=slot] option').evaluateAll((all) => all.map((one) => one.value).filter(Boolean));
  await visitor.page.selectOption('#workshop [name=slot]', slots[slot]);
  await fill(visitor, '#workshop', { name: title, workshop_leader: leader, room, seats: String(seats) });
  await visitor.submit('#workshop form');
}

/** Signs up for the camp on the page with an order of one's own: places of workshops, the best first, by the place of the slot. */
export async function joinCamp(visitor, wishes) {
  for (const [slot, order] of Object.entries(wishes)) {
    for (const [rank, workshop] of order.entries()) await visitor.page.selectOption(`[name=wish-${slot}-${rank}]`, String(workshop));
  }
  await visitor.submit('#join form');
}

/** Answers the question before what cannot be undone. */
async function confirm(visitor) {
  await visitor.submit('form.dialog');
}

/** A step of the camp on the page; what cannot be undone is asked first. */
export async function stepCamp(visitor, word) {
  const question = visitor.page.locator(`#f-step a[href$="/${word}"]`);
  if (!(await question.count())) return visitor.submit('#f-step form', `button[value=${word}]`);
  await visitor.open(await question.getAttribute('href'));
  return confirm(visitor);
}

/** Merges the idea on the page into another one. */
export async function mergeIdea(visitor, into) {
  await visitor.page.selectOption('[name=into]', into);
  await visitor.submit('form[action$="/merge"]');
  await confirm(visitor);
}

/** Looks who wrote the idea on the page, for a reason. */
export async function discloseIdea(visitor, why) {
  await visitor.page.fill('[name=why]', why);
  await visitor.submit('form[action$="/disclose"]');
  await confirm(visitor);
}

/** Writes down who of the camp on the page was there on a day: everybody but those who are named. */
export async function markDay(visitor, day, absent = []) {
  const { page } = visitor;
  const boxes = page.locator(`input[name="there-${day}"]`);
  await page.locator('#present details', { has: boxes }).locator('summary').click();
  for (const label of await page.locator('label', { has: boxes }).all()) {
    const words = await label.innerText();
    if (!absent.some((name) => words.includes(name))) await label.click();
  }
  await visitor.submit(`#present form:has([name="there-${day}"])`);
}

/** Puts people of the camp on the page into a group with somebody who leads it. */
export async function groupPeople(visitor, { name, leader, members }) {
  const { page } = visitor;
  await page.fill('#groups [name=group_name]', name);
  await choose(visitor, 'group_leader', leader);
  for (const member of members) await page.locator('#groups label:has(input[name=members])', { hasText: member }).click();
  await visitor.submit('#groups form');
}

/** What the page says to whoever leads the camp of why each person is where they are: their name, and the lines of each slot. */
export const explained = ({ page }) => page.locator('#people ul.rows > li').evaluateAll((all) =>
  all.map((one) => ({
    name: one.querySelector('b').textContent.trim(),
    slots: [...one.querySelectorAll('ol')].map((list) => [...list.children].map((line) => line.textContent.trim())),
  })));

/**
 * Gives workshops out as the page says they are: in each slot people choose one after another in the order of SHA-256 of
 * «seed/number of the slot/person», from the lowest up; whoever gets none of the wished ones takes the first that has a place.
 * @param {string} seed, @param {number} slot its place in the grid, from nought
 * @param {Map<string, number[]>} wishes of each person the workshops, the best first
 * @param {number[]} seats of each workshop
 * @returns {Map<string, {place: number, got: number}>} the place in the draw and the workshop of each person
 */
export function drawn(seed, slot, wishes, seats) {
  const lot = (person) => createHash('sha256').update(`${seed}/${slot + 1}/${person}`).digest('hex');
  const order = [...wishes.keys()].map((person) => [lot(person), person]).sort();
  const left = [...seats];
  return new Map(order.map(([, person], nth) => {
    const got = [...wishes.get(person), ...left.keys()].find((workshop) => left[workshop] > 0);
    left[got] -= 1;
    return [person, { place: nth + 1, got }];
  }));
}

/** Puts an idea to the camp on the page, unnamed where its author wants that. */
export async function putToCamp(visitor, { title, words, unnamed = false }) {
  await fill(visitor, '#ideas', { idea_title: title, idea_words: words });
  if (unnamed) await visitor.tick('unnamed', 'yes');
  await visitor.submit('#ideas form[action$="/ideas"]');
}

/** Brings an idea of the camp on the page to the board of one's own school. */
export const takeHome = (visitor, title) => visitor.submit(`#ideas li:has(b:text-is("${title}")) form[action$="/ideas/take"]`);

/** Gives the one vote for an idea of the camp on the page. */
export const voteAtCamp = (visitor, title) => visitor.submit(`#ideas li:has(b:text-is("${title}")) form[action$="/ideas/vote"]`, 'button[value=yes]');

/** Says what helped at the camp on the page, and what to change. */
export async function answerCamp(visitor, { helped, change = '' }) {
  await fill(visitor, '#answer', { helped, change });
  await visitor.submit('#answer form');
}

/** Shares an idea, unnamed where its author wants that. */
export async function shareIdea(visitor, { title, words, unnamed = false }) {
  await visitor.open('/ideas');
  await visitor.page.fill('[name=title]', title);
  await visitor.page.fill('#share [name=words]', words);
  if (unnamed) await visitor.tick('unnamed', 'yes');
  await visitor.submit('form[action="/ideas"]');
}

/** The address of an idea that is open. */
export async function ideaOf(visitor, title) {
  await visitor.open('/ideas');
  return visitor.page.locator('#open').getByRole('link', { name: title }).getAttribute('href');
}

/** Gives the one vote for an idea. */
export async function voteFor(visitor, idea) {
  await visitor.open(idea);
  await visitor.submit('form[action$="/vote"]', 'button[value=yes]');
  await expect(visitor.page.locator('form[action$="/vote"] button[value=yes]'), 'once is all').toHaveCount(0);
}

/** Says something about the idea on the page. */
export async function commentOn(visitor, words) {
  await visitor.page.fill('#comments [name=words]', words);
  await visitor.submit('form[action$="/comment"]');
  await expect(visitor.page.locator('#comments')).toContainText(words);
}

/** Whoever leads the board answers an idea. */
export async function answerIdea(visitor, idea, state, words) {
  await visitor.open(idea);
  await visitor.tick('state', state);
  await visitor.page.fill('#reply [name=answer]', words);
  await visitor.submit('form[action$="/answer"]');
}

/** Joins the team of an idea. */
export async function joinIdea(visitor, idea) {
  await visitor.open(idea);
  await visitor.submit('form[action$="/join"]');
}

/** Plans a step of the idea on the page. */
export async function planIdea(visitor, { text, owner, until }) {
  await visitor.page.fill('form[action$="/plan"] [name=text]', text);
  await choose(visitor, 'owner', owner);
  await visitor.page.fill('[name=by_day]', until);
  await visitor.submit('form[action$="/plan"]');
}

/** What observers of a situation look for: so many marks stand on their sheets. */
export const CRITERIA = 5;

/**
 * Plans a meeting at which a situation is played; gives its address.
 * @param {Record<string, string>} cast names by part: chair, secretary, mentor, newcomer
 * @param {string} openFor the subject whose teachers of other schools may come; nothing where they may not
 */
export async function planScene(visitor, { team, day, place, situation, cast, observers, openFor = '' }) {
  const { page } = visitor;
  await visitor.open('/scenes/new');
  await fill(visitor, 'form[action="/scenes/new"]', { team, day, from: '15:30', place });
  await page.selectOption('[name=situation]', situation);
  for (const [part, name] of Object.entries(cast)) await choose(visitor, part, name);
  for (const name of observers) await page.locator('label:has(input[name=observers])', { hasText: name }).click();
  if (openFor) {
    await visitor.tick('opened', 'yes');
    await page.fill('[name=open_for]', openFor);
  }
  await visitor.submit('form[action="/scenes/new"]');
  return new URL(page.url()).pathname;
}

/** Finds the meeting that another school has opened, and comes; nobody who is there is read before. */
export async function comeToScene(visitor, scene, names) {
  await visitor.open('/scenes');
  await expect(visitor.page.locator(`#open a[href="${scene}"]`)).toBeVisible();
  await visitor.open(scene);
  const words = await visitor.words();
  for (const name of names) expect(words, 'nobody is read before one comes').not.toContain(name);
  await visitor.submit('#f-go', 'button[value=come]');
  await expect(visitor.page.locator('#guest')).toBeVisible();
}

/** Begins the meeting, on its day. */
export async function beginScene(visitor, scene) {
  await visitor.open(scene);
  await visitor.submit('#f-step form', 'button[value=begin]');
}

/** An observer gives each criterion a mark, says what helped, and reads nothing of the others yet. */
export async function fillSheet(visitor, scene, mark, helped) {
  const { page } = visitor;
  await visitor.open(scene);
  const radios = page.locator('#sheet form input[type=radio]');
  const marks = await radios.evaluateAll((all) => [...new Set(all.map((one) => one.name))]);
  expect(marks).toHaveLength(CRITERIA);
  for (const name of marks) await visitor.tick(name, String(mark));
  await page.fill('[name=helped]', helped);
  await visitor.submit('form[action$="/sheet"]');
  await expect(page.locator('#together'), 'nothing is read before it is over').toHaveCount(0);
}

/** Writes down how the meeting on the page went: votes for, against, withheld, and who came beside the observers. */
export async function recordScene(visitor, { course, votes, present }) {
  const { page } = visitor;
  await page.fill('[name=course]', course);
  for (const [nth, name] of ['agree', 'against', 'withheld'].entries()) await page.fill(`[name=${name}]`, String(votes[nth]));
  for (const name of present) await page.locator('label:has(input[name=present])', { hasText: name }).click();
  await visitor.submit('form[action$="/record"]');
}

/** Writes down what the meeting on the page decided. */
export async function decideScene(visitor, { text, owner, until }) {
  await visitor.page.fill('form[action$="/decisions"] [name=text]', text);
  await choose(visitor, 'owner', owner);
  await visitor.page.fill('[name=until]', until);
  await visitor.submit('form[action$="/decisions"]');
}

/** Closes the meeting on the page: with so many sheets there are means. */
export async function closeScene(visitor) {
  await visitor.submit('#f-step form', 'button[value=close]');
  await expect(visitor.page.locator('#together ul li'), 'three sheets are enough for a mean').toHaveCount(CRITERIA);
}

/** The minutes in both languages say all this. */
export async function readMinutes(visitor, scene, words) {
  for (const lang of ['kk', 'ru']) {
    const paper = (await visitor.paper(`${scene}/minutes/${lang}`)).replace(/\s+/g, ' ');
    for (const word of words) expect(paper).toContain(word);
  }
}
