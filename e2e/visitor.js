// People in a journey: each in a browser of their own, acting as they would with a finger.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, noSideScroll, signIn, speak } from './harness.js';

/** What everybody chooses. */
const PASSWORD = 'Кешкі сегіздегі шай';
/** What the personas of the demonstration sign with. */
const DEMO_PASSWORD = 'mentor-2026';
/** The answer to a form is a page like any other, and has as long to come (`navigationTimeout`). */
const ANSWERED = { timeout: 30_000 };

/** Somebody with their own browser, who reads in the language of the project. */
export class Visitor {
  /**
   * @param {import('@playwright/test').Page} page
   */
  constructor(page, language) {
    this.page = page;
    this.language = language;
    this.enter = async () => {}; // signs in, again where the session is over
    this.password = ''; // proves who signs
  }

  /** A browser of one's own, nobody signed in. `here` may hold more for the kinds of visitors that need it. */
  static async stranger(here) {
    return new this(await (await here.browser.newContext()).newPage(), here.language, here);
  }

  /** Comes by the demo's one-click link. */
  static async persona(here, role) {
    const visitor = await this.stranger(here);
    visitor.password = DEMO_PASSWORD;
    visitor.enter = async () => {
      await signIn(visitor.page, here.demo, role);
      await speak(visitor.page, visitor.language);
    };
    await visitor.enter();
    return visitor;
  }

  /** Comes with a printed slip, and chooses a password to come again with. */
  static async withSlip(here, { login, code }) {
    const visitor = await this.stranger(here);
    await visitor.open('/sign-in/code');
    await visitor.page.fill('[name=code]', code);
    await visitor.submit('form[action="/sign-in/code"]');
    await speak(visitor.page, visitor.language);
    await visitor.open('/profile/password');
    await visitor.page.fill('[name=new]', PASSWORD);
    await visitor.submit('form[action="/profile/password"]');
    visitor.#comesWith(login, PASSWORD);
    return visitor;
  }

  /** The same person in another browser; somebody who came with a slip. */
  async elsewhere(here) {
    const twin = await this.constructor.stranger(here);
    twin.#comesWith(this.login, this.password);
    await twin.enter();
    return twin;
  }

  #comesWith(login, password) {
    Object.assign(this, { login, password });
    this.enter = async () => {
      await this.open('/sign-in');
      await this.page.fill('[name=login]', login);
      await this.page.fill('[name=password]', password);
      await this.submit('form[action="/sign-in"]');
      await speak(this.page, this.language);
    };
  }

  /** Opens a page, which must answer and be no wider than the window; signs in again where the session is over. */
  async open(path) {
    let answer = await this.page.goto(path);
    if (!path.startsWith('/sign-in') && new URL(this.page.url()).pathname === '/sign-in') {
      await this.enter();
      answer = await this.page.goto(path);
    }
    expect(answer.status(), path).toBe(200);
    await noSideScroll(this.page);
  }

  /** Goes where the one thing to do now leads: the first link or button of the board. */
  async followBoard() {
    const way = this.page.locator('.board :is(a.btn, button)').first();
    await way.click();
    await this.page.waitForLoadState();
  }

  /** Presses the button of a form; `button` narrows it where a form has several. The answer must be a whole page. */
  async submit(form, button = 'button[type=submit]') {
    const [answer] = await Promise.all([
      this.page.waitForResponse((response) => response.request().isNavigationRequest() && response.status() !== 303, ANSWERED),
      // Until then the page that is left still stands, and counts as loaded.
      this.page.waitForEvent('load', ANSWERED),
      this.page.locator(form).locator(button).first().click(),
    ]);
    expect(answer.status(), `${form} on ${answer.url()}: ${await this.complaint()}`).toBe(200);
    expect(answer.url(), `${form} came when the session was over`).not.toContain('/sign-in?');
    await noSideScroll(this.page);
  }

  /** Presses a button that brings a file; returns its text as pdftotext reads it. */
  async printed(button) {
    const [file] = await Promise.all([this.page.waitForEvent('download'), this.page.locator(button).first().click()]);
    return pdfText(await file.path());
  }

  /** The text of the paper at an address, as its reader would have it. */
  async paper(path) {
    const answer = await this.page.request.get(path);
    expect(answer.headers()['content-type'], path).toBe('application/pdf');
    return pdfText('-', await answer.body());
  }

  /** Ticks a pill, a row or a box. */
  async tick(name, value) {
    await this.page.locator(`label:has(input[name="${name}"][value="${value}"])`).first().click();
  }

  /** What the page says is wrong, for the message of a failed expectation. */
  async complaint() {
    return (await this.page.locator('.sum, .flash, .msg').allInnerTexts()).join(' · ');
  }

  /** The words of the page below its header. */
  async words() {
    return this.page.locator('main').innerText();
  }
}

async function pdfText(path, bytes) {
  const run = promisify(execFile)('pdftotext', ['-raw', path, '-'], { maxBuffer: 1 << 24 });
  if (bytes) run.child.stdin.end(bytes);
  return (await run).stdout;
}
