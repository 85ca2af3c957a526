// What leaders do with whole programmes, page by page: templates, offers of the district, the next year, the stop, the shelf.
import { expect } from './harness.js';

/** The dates of a programme, as their fields are named. */
const DATES = ['starts_on', 'selection_from', 'selection_until', 'decision_until', 'orders_until', 'work_until'];

/** The row of a part of the page that has this name. */
const row = ({ page }, part, name) => page.locator(`${part} li`, { hasText: name });

/** Sets up the programme of the year by the dates that are offered; gives its id. */
export async function beginUsual(visitor) {
  await visitor.open('/programmes');
  await visitor.submit('form[action="/programmes"]');
  return idHere(visitor);
}

/** The id of the programme on the page, whose dates may still move. */
export async function idHere({ page }) {
  return (await page.locator('form[action$="/dates"]').getAttribute('action')).split('/')[2];
}

/** Sets a number of a programme, and says on what that stands. */
export async function setNumber(visitor, programme, key, { value, reason }) {
  await visitor.open(`/programmes/${programme}/settings/${key}`);
  await visitor.page.fill('[name=value]', value);
  await visitor.page.fill('[name=reason]', reason);
  await visitor.submit(`form[action$="/settings/${key}"]`);
}

/** Keeps dates and settings of the only programme under a name, and shows them to the district. */
export async function showTemplate(visitor, name) {
  await visitor.open('/programmes/templates');
  await visitor.page.fill('[name=name]', name);
  await visitor.submit('form[action="/programmes/templates"]');
  await visitor.submit('#own form', 'button[value=show]');
  await expect(row(visitor, '#own', name).locator('.chip'), 'the district sees it').toHaveCount(1);
}

/**
 * Begins a programme from a template of a part of the page of templates; looks at its dates before, and changes some. Each line
 * of what comes along names the day it was and the one it becomes, or the one that stays.
 * @param {string[]} was the days of the template, @param {string[]} dates what becomes of them
 */
export async function beginFrom(visitor, part, name, { was, dates, changed = {}, look }) {
  await visitor.open('/programmes/templates');
  await row(visitor, part, name).locator('a').click();
  await visitor.page.waitForLoadState();
  expect(await datesHere(visitor), 'moved to working days').toEqual(dates);
  const told = await visitor.page.locator('#moved li').allInnerTexts();
  expect(told.map((line) => line.match(/20\d\d/g).length), told.join()).toEqual(dates.map((day, nth) => (day === was[nth] ? 1 : 2)));
  await look(visitor.page);
  for (const [date, day] of Object.entries(changed)) await visitor.page.fill(`[name=${date}]`, day);
  await visitor.submit('form[action="/programmes/next"]');
  return idHere(visitor);
}

/** The dates in the form on the page, in their order. */
function datesHere({ page }) {
  return Promise.all(DATES.map((name) => page.inputValue(`[name=${name}]`)));
}

/** The numbers by which the page that asks first says what ends, line by line. */
export async function endsHere({ page }) {
  const lines = await page.locator('form[action$="/stop"] ul.plain li').allInnerTexts();
  return lines.map((line) => Number(line.match(/\d+/)[0]));
}

/** Addresses of the letters that a visitor has got. Whoever is not signed in would read everybody's. */
export async function lettersOf(visitor) {
  await visitor.open('/');
  await visitor.open('/demo/letters');
  return visitor.page.locator('#letters .act a').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
}

/** What the one letter says that has come since. */
export async function oneLetterSince(visitor, before) {
  let fresh;
  await expect(async () => {
    fresh = (await lettersOf(visitor)).filter((letter) => !before.includes(letter));
    expect(fresh, `letters to ${visitor.who}`).toHaveLength(1);
  }).toPass({ timeout: 20_000 });
  await visitor.open(fresh[0]);
  return visitor.words();
}

/** Sets a programme aside, or takes it out again; where it stands afterwards. */
export async function shelve(visitor, programme, word) {
  await visitor.open('/programmes/years');
  await visitor.submit(`form[action="/programmes/years/${programme}/shelf"]`, `button[value=${word}]`);
}

/** The part of the page of all years in which a programme stands. */
export async function standsIn({ page }, programme) {
  return page.locator('section', { has: page.locator(`a[href="/programmes/years/${programme}"]`) }).getAttribute('id');
}
