// An examiner's tablet loses the network: marks wait on it, are saved when it is back, overwrite nothing that another device
// has saved, and go when the examiner signs out (feat:G5, G6; docs/decisions/0040). Гүлнафиса's sheet is open in the demonstration.
import { axe, expect, signIn as enter, test } from '../harness.js';

test.skip(({ javaScriptEnabled }) => javaScriptEnabled === false, 'without JavaScript the form is sent by its buttons');

const WHO = 'coordinator';

const told = (page) => page.locator('#f-sheet [data-told]');
/** The line says what it says in this state, in the language of the page. */
const says = async (page, state) => expect(told(page)).toHaveText(await told(page).getAttribute(`data-${state}`), { timeout: 15_000 });
const group = (page, criterion) => page.locator('#f-sheet fieldset').nth(criterion);
const mark = (page, criterion, value) => group(page, criterion).locator(`input[value="${value}"]`);
const choose = (page, criterion, value) => group(page, criterion).locator('label', { has: page.locator(`input[value="${value}"]`) }).click();

/** The page of the practice in which the own sheet is open, kept for a time without network. */
async function openSheet(page) {
  await page.goto('/hearings');
  const addresses = await page.locator('main a[href^="/hearings/"]').evaluateAll((all) => all.map((one) => one.getAttribute('href')));
  for (const address of addresses) {
    await page.goto(address);
    if ((await page.locator('#f-sheet').count()) === 0) continue;
    await says(page, 'ready');
    await page.evaluate(async () => { await navigator.serviceWorker.ready; });
    return address;
  }
  throw new Error('no sheet is open');
}

/** What this browser keeps: marks that wait, and shelves of pages. */
const kept = (page) =>
  page.evaluate(async () => [...Object.keys(localStorage).filter((key) => key.startsWith('kept:')), ...(await caches.keys())]);

test('marks that are chosen without network wait, and are saved when it is back', async ({ page, context, signIn }) => {
  await signIn(WHO);
  const address = await openSheet(page);
  await context.setOffline(true);
  await choose(page, 0, 2);
  await says(page, 'waits');
  await page.goto(address);
  await expect(mark(page, 0, 2), 'the page opens again and has what waits').toBeChecked();
  await choose(page, 1, 3);
  await page.locator('#f-sheet button[value=seal]').click();
  await says(page, 'online');
  await context.setOffline(false);
  await says(page, 'saved');
  await axe(page);
  expect((await kept(page)).filter((key) => key.startsWith('kept:')), 'nothing waits any more').toEqual([]);
  await page.goto(address);
  await expect(mark(page, 0, 2)).toBeChecked();
  await expect(mark(page, 1, 3)).toBeChecked();
});

test('what another device has saved is shown and not overwritten', async ({ page, browser, demo, signIn }) => {
  await signIn(WHO);
  const address = await openSheet(page);
  const elsewhere = await browser.newContext();
  const tablet = await elsewhere.newPage();
  await enter(tablet, demo, WHO);
  await tablet.goto(address);
  await choose(page, 2, 3);
  await says(page, 'saved');
  await choose(tablet, 2, 1);
  await says(tablet, 'conflict');
  await expect(group(tablet, 2).locator('input:checked'), 'nobody has chosen between the two').toHaveCount(0);
  const [stands, here] = await Promise.all(['stands', 'here'].map((word) => told(tablet).getAttribute(`data-${word}`)));
  await expect(group(tablet, 2).locator('[data-note]')).toHaveText(new RegExp(`${stands}: 3.*${here}: 1`));
  await axe(tablet);
  await page.goto(address);
  await expect(mark(page, 2, 3), 'nothing was overwritten').toBeChecked();
  await choose(tablet, 2, 1);
  await says(tablet, 'saved');
  await page.goto(address);
  await expect(mark(page, 2, 1), 'a choice between the two counts').toBeChecked();
  await elsewhere.close();
});

test('who signs out leaves nothing behind', async ({ page, context, signIn }) => {
  await signIn(WHO);
  const address = await openSheet(page);
  // The network is there, and the marks do not come through.
  await page.evaluate(() => { window.fetch = () => Promise.reject(new Error('away')); });
  await choose(page, 3, 2);
  await says(page, 'waits');
  expect(await kept(page)).toHaveLength(2);
  const signOut = page.locator('form[action="/sign-out"] button');
  page.once('dialog', (asked) => asked.dismiss());
  await page.locator('details.me summary').click();
  await signOut.click();
  expect(await kept(page), 'who is asked and stays loses nothing').toHaveLength(2);
  page.once('dialog', (asked) => asked.accept());
  await signOut.click();
  await expect(page).toHaveURL(/\/sign-in/);
  await expect.poll(() => kept(page)).toEqual([]);
  await context.setOffline(true);
  await expect(page.goto(address), 'nor does the page open').rejects.toThrow();
});
