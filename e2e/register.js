// «No fact twice»: what the people of a journey are asked to type or choose, by what it means and of which thing.
import { Visitor } from './visitor.js';
import { door } from './walk.js';

// What fields mean, by name, wherever they stand. Fields of one meaning in two forms ask for the same fact.
const COMMON = {
  name: 'name', email: 'address', subject: 'subject', hired: 'day of hiring', position: 'position', category: 'category', experience: 'experience',
  day: 'day', on: 'day', until: 'last day', due: 'last day', at: 'time', place: 'place', minutes: 'duration', slot: ['day', 'time'],
  kind: 'kind', topic: 'topic', weeks: 'number of meetings', with: 'who with', person: 'person', mentor: 'mentor',
  number: 'number', here_number: 'number', here_on: 'day', read_number: 'number', read_on: 'day', minutes_number: 'number of the minutes', minutes_on: 'day of the minutes', council: 'council of the minutes',
  from: 'time', to: 'time', leader: 'person',
  last_day: 'last day', reason: 'reason', area: 'area', result: 'result', whose: 'whose', what: 'what',
  by: 'last day', week: 'week',
  part: 'part', representative: 'representative', child: 'child', way: 'way of signing', given_on: 'day of the paper',
  from_grade: 'grade', to_grade: 'grade', organisation: 'organisation', teacher: 'who recommends', trained_on: 'day of training', helper: 'helper', adult: 'adult on duty',
  form: 'form of the meeting', weekday: 'weekday', off_site: 'off the grounds', pupil: 'pupil', harmer: 'who did harm', about: 'person',
  seen_on: 'day', step_on: 'day', step_at: 'time', unneeded: 'not needed', outcome: 'outcome',
  threshold: 'threshold', prizes: 'prizes', source: 'source of the lot', draw_on: 'day of the lot', seed: 'number of the lot', member: 'who sat in the commission',
  method: 'way to the cut', points: 'points', judge: 'judge',
  'topic-law': 'questions of law', state: 'state', owner: 'owner', by_day: 'last day', unnamed: 'unnamed',
  team: 'team', chair: 'who leads', secretary: 'who writes the minutes', newcomer: 'newcomer', observers: 'observers', open_for: 'subject of the meeting', opened: 'open to the district',
  agree: 'votes for', against: 'votes against', withheld: 'votes withheld',
  wishes: 'wishes', yes: 'votes for', no: 'votes against', protocol: 'number of the minutes',
  first_day: 'day', packing: 'what to bring along', slot_until: 'time', where: 'place', room: 'place', seats: 'seats',
  programme: 'programme', value: 'value', work_until: 'last day',
  workshop_leader: 'person', group_name: 'name', group_leader: 'person', members: 'members', into: 'double of',
};

// What a person thinks, wants or promises is another thing for each of them.
const OWN = [
  'motive', 'gives', 'works', 'languages', 'places', 'duty', 'text', 'goal', 'rhythm', 'level', 'words', 'share', 'answer', 'consent',
  'saw', 'goals', 'question', 'step', 'worked', 'gave', 'thanks', 'in_letter', 'evaluation', 'comment', 'decision',
  'title', 'situation', 'did', 'asks', 'present', 'before', 'after', 'planning', 'methods', 'differentiation', 'assessment', 'discipline', 'special_needs', 'ict', 'documents', 'parents', 'own_class', 'time',
  'long_plans', 'motivation', 'questioning', 'group_work', 'talented', 'feedback', 'summative', 'conflicts', 'language', 'parents_meeting', 'class_hour', 'bullying', 'colleagues',
  'why', 'own', 'helper_yes', 'mentee_yes', 'remark', 'note', 'seen', 'grounds', 'grade', 'lowest', 'highest', 'fewest', 'most', 'helped', 'course', 'notes', 'idea_title', 'idea_words', 'change',
];
// Words of a report, marks of an observation or a sheet, shares of a judge, an order of workshops, who was there on a day.
const JUDGEMENT = /^(w|mark|share|wish|there)-/;

// These say how the machine is to do it, or who is there: no facts of the school.
const NOT_FACTS = ['login', 'password', 'new', 'secret', 'code'];
// The marks of a week are saved by its page, each as it is tapped.
const FREE = { 'POST /clock': true, 'POST /rosters': true, 'POST /people/slips': true, 'POST /journals/{week}/marks': true };

/** A text of so many signs is never typed twice, of whatever thing. */
const TELLING = 20;

/** Keeps every fact that was asked for, and refuses a second time. */
export class Register {
  facts = new Map();
  unseen = [];

  /**
   * @param {string} thing what it is about, @param {string} meaning which fact of it, @param {string} where the page and person that asked,
   * @param {boolean} typed nobody types a long text twice; one that is chosen, a colleague's name for instance, may be chosen for many things
   */
  tell(thing, meaning, value, where, typed = true) {
    const told = plain(value);
    this.#once(JSON.stringify([thing, meaning, told]), `${meaning} of ${thing}: «${told}»`, where);
    if (typed && told.length >= TELLING) this.#once(told, `«${told}»`, where);
  }

  #once(fact, words, where) {
    const before = this.facts.get(fact);
    if (before) throw new Error(`The same fact is asked twice, ${words}: ${before}, then ${where}`);
    this.facts.set(fact, where);
  }

  /** A list that is read in tells a fact with each of its cells; the first column names the thing. */
  list(meanings, rows, where) {
    for (const cells of rows) {
      cells.forEach((cell, nth) => cell && this.tell(cells[0], meanings[nth], cell, where));
    }
  }
}

/** Text as people see it; a day as the machine writes it. */
function plain(value) {
  return value.normalize('NFC').trim().replace(/\s+/g, ' ').replace(/^(\d\d)\.(\d\d)\.(\d{4})$/, '$3-$2-$1');
}

/**
 * A visitor whose forms all go through the register. What has been filled is read from the page when the form is sent,
 * so it does not matter how it was filled; a form that is sent past `submit` with something filled in is remembered.
 */
export class Clerk extends Visitor {
  /** @param {Register} here.register @param {string} who whose hands these are */
  constructor(page, language, { register, who = 'stranger' } = {}) {
    super(page, language);
    Object.assign(this, { register, who, thing: who, announced: [] });
    page.on('request', (request) => this.#watch(request));
  }

  /** What the next forms are about, until something else is said. */
  about(thing) {
    this.thing = thing;
    return this;
  }

  async submit(form, button = 'button[type=submit]') {
    const sent = this.page.locator(form).filter({ has: this.page.locator(button) }).first();
    const { method, action, fields } = await sent.evaluate(filled);
    const way = door(method, new URL(action, this.page.url()).pathname);
    for (const field of FREE[way] ? [] : fields) this.#tell(field, way);
    this.announced.push(way);
    await super.submit(form, button);
  }

  #tell({ name, value, typed }, way) {
    for (const [meaning, part] of meant(name, value, this.who, way)) {
      this.register.tell(this.thing, meaning, part, `${way} (${name}), ${this.who}`, typed);
    }
  }

  /** A form sent in another way than by `submit` may hold nothing that somebody filled in. */
  #watch(request) {
    if (request.method() !== 'POST') return;
    const way = door('POST', new URL(request.url()).pathname);
    const nth = this.announced.indexOf(way);
    if (nth >= 0) return void this.announced.splice(nth, 1);
    if (FREE[way]) return;
    const sent = new URLSearchParams(request.postData() ?? '');
    // What a page saves by itself is told when its form is sent.
    if (sent.has('quiet')) return;
    const names = [...sent.keys()].filter((name) => name in COMMON || OWN.includes(name) || JUDGEMENT.test(name));
    if (names.length > 0) this.register.unseen.push(`${way}: ${names.join(', ')}`);
  }
}

/** The facts of one field: its meanings and values. A name that nobody has given a meaning is an error. */
function meant(name, value, who, way) {
  if (NOT_FACTS.includes(name)) return [];
  if (OWN.includes(name) || JUDGEMENT.test(name)) return [[`«${name}» by ${who}`, value]];
  const meanings = [COMMON[name] ?? []].flat();
  if (meanings.length === 0) throw new Error(`register.js gives no meaning to the field «${name}» of ${way}`);
  if (meanings.length === 1) return [[meanings[0], value]];
  // A slot of a plan is its day and its time, one of a camp's grid has a name.
  const parts = value.split('/');
  return parts.length === meanings.length ? meanings.map((meaning, nth) => [meaning, parts[nth]]) : [[name, value]];
}

/** What stands in a form that did not stand there when the page came: runs in the page. */
function filled(form) {
  const fields = [];
  const label = (input) => (input.labels?.[0]?.innerText ?? '').trim();
  for (const input of form.elements) {
    const { name, type } = input;
    if (!name || ['hidden', 'submit', 'button', 'file', 'fieldset'].includes(type)) continue;
    if (type === 'checkbox' || type === 'radio') {
      if (input.checked && !input.defaultChecked) fields.push({ name, value: /^[0-9a-f-]{36}$/.test(input.value) ? label(input) : input.value, typed: false });
    } else if (type.startsWith('select')) {
      const first = Math.max(0, [...input.options].findIndex((option) => option.defaultSelected));
      if (input.selectedIndex !== first) fields.push({ name, value: input.selectedOptions[0].text, typed: false });
    } else if (input.value !== input.defaultValue && input.value.trim() !== '') {
      fields.push({ name, value: input.value, typed: true });
    }
  }
  return { method: (form.getAttribute('method') ?? 'get').toUpperCase(), action: form.getAttribute('action') ?? '', fields };
}
