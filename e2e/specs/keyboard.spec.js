// Hands that use no mouse: a ranking is written and the matrix of joint work is walked by keyboard alone, and after
// each page that comes anew the focus is where it was needed last.
import { axe, expect, test } from '../harness.js';
import { Visitor } from '../visitor.js';

/** As many presses of Tab as the longest page may take. */
const FAR = 400;

/** What has the focus: the name and value of a button, the address of a link, and what it shows. */
const focused = (page) =>
  page.evaluate(() => {
    const one = document.activeElement;
    const box = one.getBoundingClientRect();
    const style = getComputedStyle(one);
    return {
      tag: one.tagName,
      name: one.getAttribute('name') ?? '',
      value: one.getAttribute('value') ?? '',
      href: one.getAttribute('href') ?? '',
      says: [one.textContent, ...(one.getAttribute('aria-describedby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent ?? '')].join(' '),
      main: one.closest('main') !== null,
      cell: one.closest('table.mx td') !== null,
      // A ring or a frame, and inside the window: whoever looks sees where they are.
      seen: (style.outlineStyle !== 'none' || style.boxShadow !== 'none') && box.bottom > 0 && box.top < innerHeight,
    };
  });

/** Goes on with Tab until `wanted` has the focus. */
async function tabTo(page, wanted, what) {
  for (let presses = 0; presses < FAR; presses += 1) {
    await page.keyboard.press('Tab');
    const here = await focused(page);
    if (wanted(here)) return here;
  }
  throw new Error(`no way by Tab to ${what} on ${page.url()}`);
}

/** Presses what has the focus and waits for the page that comes. */
async function press(page, key = 'Enter') {
  const answered = page.waitForResponse((response) => response.request().isNavigationRequest() && response.status() !== 303);
  const loaded = page.waitForEvent('load'); // Asked for before: the page that is left has long been loaded.
  await page.keyboard.press(key);
  const answer = await answered;
  expect(answer.status(), answer.url()).toBe(200);
  await loaded;
}

/** The ids of the list from top to bottom, as its buttons send them. */
const listed = (page) => page.locator('ol.rank button[name=down]').evaluateAll((all) => all.map((one) => one.value));

test('a ranking is written by keyboard alone', async ({ browser, demo, language }) => {
  const newcomer = await Visitor.persona({ browser, demo, language }, 'newcomer');
  const { page } = newcomer;
  await newcomer.open('/choices');
  const before = await listed(page);
  // Whatever the demonstration has ranked already is taken off, without letting go of the keyboard.
  for (const id of before) {
    await newcomer.open('/choices');
    await tabTo(page, ({ name, value }) => name === 'off' && value === id, `«off» of ${id}`);
    await press(page);
    expect(await focused(page), 'who was taken off can be put back at once').toMatchObject({ name: 'add', value: id });
  }
  const order = [];
  for (let number = 0; number < 3; number += 1) {
    await newcomer.open('/choices');
    const { value } = await tabTo(page, ({ name, value: id }) => name === 'add' && !order.includes(id), 'somebody to add');
    order.push(value);
    await press(page, 'Space');
    expect(await listed(page)).toEqual(order);
    // The first stands alone and can go nowhere; the others can go up.
    expect(await focused(page)).toMatchObject({ name: number === 0 ? 'off' : 'up', value });
  }
  const [first, second, last] = order;
  // Up, and up again: the second press needs no Tab.
  await press(page);
  expect(await listed(page)).toEqual([first, last, second]);
  expect(await focused(page)).toMatchObject({ name: 'up', value: last });
  await press(page);
  expect(await listed(page)).toEqual([last, first, second]);
  // At the top there is only one way on.
  const top = await focused(page);
  expect(top).toMatchObject({ name: 'down', value: last, seen: true });
  expect(top.says, 'the button tells the new place').toContain((await page.locator('#moved').innerText()).trim());
  await press(page);
  // The page that has come puts the focus where it was: a moment after it has loaded.
  await expect.poll(async () => (await focused(page)).name).toBe('down');
  await press(page);
  expect(await listed(page)).toEqual([first, second, last]);
  expect(await focused(page), 'at the bottom, too').toMatchObject({ name: 'up', value: last });
  // Equal with the one above, and out of the tie again.
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  expect(await focused(page)).toMatchObject({ name: 'equal', value: last });
  await press(page);
  await expect(page.locator('ol.rank > li')).toHaveCount(2);
  expect(await focused(page)).toMatchObject({ name: 'up', value: last });
  await press(page);
  await expect(page.locator('ol.rank > li')).toHaveCount(3);
  expect(await listed(page)).toEqual([first, last, second]);
  await axe(page); // Last: it takes the focus.
});

test('the matrix of joint work is walked by keyboard alone', async ({ browser, demo, language }) => {
  const coordinator = await Visitor.persona({ browser, demo, language }, 'coordinator');
  const { page } = coordinator;
  await coordinator.open('/contacts');
  const cells = await page.locator('table.mx td a').evaluateAll((all) => all.map((one) => one.getAttribute('href')));
  expect(cells.length, 'the demonstration has joint work').toBeGreaterThan(1);
  const walked = [(await tabTo(page, ({ cell }) => cell, 'the matrix')).href];
  for (let here; walked.length < cells.length; walked.push(here.href)) {
    await page.keyboard.press('Tab');
    here = await focused(page);
    expect(here, 'from cell to cell, and nothing between them').toMatchObject({ tag: 'A', cell: true, seen: true });
    // The sign and the day alone would tell nobody whose cell it is.
    expect(here.says).toMatch(/\p{L}+.*, \p{L}+.*: \p{L}+/u);
  }
  expect(walked, 'line by line, as it is read').toEqual(cells);
  await page.keyboard.press('Tab');
  expect((await focused(page)).cell, 'and there is a way out of it').toBe(false);
  await page.keyboard.press('Shift+Tab');
  expect((await focused(page)).href).toBe(cells.at(-1));
  await press(page);
  expect(new URL(page.url()).pathname).toBe(cells.at(-1));
  // To those who still miss somebody, and back to all.
  await coordinator.open('/contacts');
  await tabTo(page, ({ href }) => href === '/contacts?only=missing', 'those who miss somebody');
  await press(page);
  await expect(page.locator('table.mx tbody tr').first()).toBeVisible();
  await tabTo(page, ({ href, main }) => main && href === '/contacts', 'all of them');
  await axe(page);
});
