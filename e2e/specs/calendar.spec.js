// The private calendar feed as a calendar program reads it: by a parser that we do not write with (feat:D4; RFC 5545).
import ICAL from 'ical.js';
import { axe, expect, test } from '../harness.js';
import { Visitor } from '../visitor.js';

const NEUTRAL = { kk: 'Tälimger: кездесу', ru: 'Tälimger: встреча', en: 'Tälimger: meeting' };
const MOST_OCTETS = 75;

/** Makes a new address of somebody's feed on the page and gives it. */
async function make(visitor) {
  await visitor.open('/profile');
  await visitor.submit('form[action="/profile/feed"]');
  return new URL(await visitor.page.locator('main code').innerText()).pathname;
}

/** The components of a feed, as the parser gives them; it throws where the text is no calendar. */
function parsed(text) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  expect(calendar.name).toBe('vcalendar');
  return { calendar, events: calendar.getAllSubcomponents('vevent') };
}

/** Lines end as the standard has them and none is longer in octets; a letter of two octets is not cut in two. */
function folded(bytes) {
  const lines = bytes.toString('latin1').split('\r\n');
  expect(lines.pop(), 'the last line ends too').toBe('');
  for (const line of lines) {
    expect(line, 'no line end of another kind').not.toMatch(/[\r\n]/);
    expect(line.length, line).toBeLessThanOrEqual(MOST_OCTETS);
    expect(() => new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(line, 'latin1')), line).not.toThrow();
  }
}

test('another program reads the feed, asks whether it has changed, and is refused when it is revoked', async ({ browser, demo, language }) => {
  const visitor = await Visitor.persona({ browser, demo, language }, 'newcomer');
  const feed = await make(visitor);
  await axe(visitor.page);
  const program = await (await browser.newContext({ baseURL: demo.address })).request; // no session

  const answer = await program.get(feed);
  expect(answer.status()).toBe(200);
  expect(answer.headers()['content-type']).toBe('text/calendar; charset=utf-8');
  folded(await answer.body());

  await test.step('each event has an id of its own, its time in UTC and a title that tells nothing', async () => {
    const { calendar, events } = parsed(await answer.text());
    expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
    expect(events.length).toBeGreaterThan(0);
    const ids = events.map((event) => event.getFirstPropertyValue('uid'));
    expect(new Set(ids).size).toBe(ids.length);
    for (const event of events) {
      const { startDate, endDate, summary, uid } = new ICAL.Event(event);
      expect(uid).toMatch(/^\S+@talimger$/);
      expect(summary).toBe(NEUTRAL[language]);
      expect([startDate.zone, endDate.zone]).toEqual([ICAL.Timezone.utcTimezone, ICAL.Timezone.utcTimezone]);
      expect(endDate.compare(startDate), 'it ends after it begins').toBe(1);
      // School hours, 08:00 to 21:00 in Kazakhstan, are 03:00 to 16:00 UTC, the whole year through.
      expect(startDate.hour).toBeGreaterThanOrEqual(3);
      expect(startDate.hour).toBeLessThan(16);
      expect(event.getFirstProperty('url').getFirstValue()).toMatch(new RegExp(`^${demo.address}/`));
      expect(event.getFirstPropertyValue('dtstamp').zone).toBe(ICAL.Timezone.utcTimezone);
      expect(event.getFirstPropertyValue('sequence')).toBeGreaterThanOrEqual(0);
    }
  });

  await test.step('the parser would see what is broken', async () => {
    expect(() => parsed('BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n')).toThrow();
    expect(() => folded(Buffer.from(`SUMMARY:${'ә'.repeat(34)}\r\n`))).toThrow();
  });

  await test.step('what has not changed is not sent again', async () => {
    const { etag } = answer.headers();
    const again = await program.get(feed, { headers: { 'if-none-match': etag } });
    expect(again.status()).toBe(304);
    expect((await program.get(feed, { headers: { 'if-none-match': '"another"' } })).status()).toBe(200);
  });

  await test.step('a new address voids the old one, and a revoked one is gone', async () => {
    const other = await make(visitor);
    expect([404, 410]).toContain((await program.get(feed)).status());
    expect((await program.get(other)).status()).toBe(200);
    await visitor.open('/profile');
    await visitor.submit('form[action="/profile/feed/revoke"]');
    expect([404, 410]).toContain((await program.get(other)).status());
  });
});
