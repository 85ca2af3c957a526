// A form that goes on where the network is away. It says so by `data-offline`, the address of its page, and `data-owner`, who
// fills it in; every field NAME with a hidden `was-NAME` beside it, which holds what the server had, is taken care of. What is
// chosen waits in this browser and is sent by itself; what another tab or device has saved meanwhile is shown and
// never overwritten. Where the form is over, `data-offline-over` takes its place, and what was chosen here and stands otherwise is
// said there. The server is told `quiet=1` and answers a line «NAME VALUE» for each field it was sent and still has: what stands
// now; a line «! SENTENCE» is for the reader. docs/decisions/0040.
"use strict";

// Milliseconds until what got no answer is sent again: a value that stands already is no conflict, so that twice is once.
const AGAIN = 5000;
const { worker } = document.currentScript.dataset;
const form = document.querySelector("form[data-offline]");
const over = document.querySelector("[data-offline-over]");
// app.js forgets both at sign-out.
const shelf = () => globalThis.caches?.open("offline");
const place = (owner, address) => `kept:${owner}:${address}`;

/** What waits: by field what was chosen, what the server had then and, in a conflict, what it has now. */
const read = (key) => JSON.parse(localStorage.getItem(key) ?? "{}");
const write = (key, waiting) => {
  if (Object.keys(waiting).length === 0) localStorage.removeItem(key);
  else localStorage.setItem(key, JSON.stringify(waiting));
};

/** Where a page says what stands in a field that is closed. */
const row = (name) => document.querySelector(`[data-field="${CSS.escape(name)}"]`);

if (over) {
  const key = place(over.dataset.owner, over.dataset.offlineOver);
  // What stands as it was chosen, and what this page does not show, is settled; the rest waits until somebody has decided.
  const differs = Object.entries(read(key)).filter(([name, { chosen }]) => row(name) && row(name).dataset.stands !== chosen);
  write(key, Object.fromEntries(differs));
  const said = ([name, { chosen }]) => `${row(name).closest("tr").querySelector("th").textContent}: ${over.getAttribute(`data-word-${chosen}`) ?? chosen}`;
  if (differs.length > 0) over.textContent = `${over.dataset.kept} ${differs.map(said).join("; ")}`;
  shelf()?.then((kept) => kept.delete(over.dataset.offlineOver)).catch(() => {});
}

/** The page and what it is drawn with, for the worker. Asked for anew, so that the copy has no message of the last act. */
const keepPage = async (address) => {
  const kept = await shelf();
  if (!kept) return false;
  const page = await fetch(address);
  if (!page.ok || page.redirected) return false;
  await kept.put(address, page);
  const assets = performance.getEntriesByType("resource").map(({ name }) => name);
  for (const asset of assets.filter((name) => new URL(name).pathname.startsWith("/assets/"))) {
    if (!(await kept.match(asset, { ignoreVary: true }))) await kept.add(asset);
  }
  // The address at which a home screen opens the application is in its hands too.
  await navigator.serviceWorker?.register(worker, { scope: "/" });
  return true;
};

if (form) {
  const address = form.dataset.offline;
  const key = place(form.dataset.owner, address);
  const told = form.querySelector("[data-told]");
  const say = (text) => { if (told.textContent !== text) told.textContent = text; };

  const known = (name) => form.elements[`was-${name}`];
  const put = (name, value) => {
    const field = form.elements[name];
    if (!(field instanceof RadioNodeList)) field.value = value;
    else for (const one of field) one.checked = one.value === value;
  };
  /** A text that was typed is not thrown away: it stays in its field until the reader has changed it or pressed a button. */
  const isText = (name) => form.elements[name]?.matches?.("input[type=text], textarea") ?? false;
  const label = (name, value) => {
    const is = `[value="${CSS.escape(value)}"]`;
    // Of a field that is closed the word stands beside another one.
    const own = known(name) ? `[name="${name}"]` : "";
    const one = form.querySelector(`[type=radio]${own}${is}, ${own} option${is}`);
    return one?.closest("label, option").textContent.trim() ?? (value || "–");
  };

  /** Beside a field: what stands, and what was chosen here. */
  const note = (name, text) => {
    const field = document.getElementById(`f-${name}`) ?? row(name)?.closest("tr").querySelector("th");
    if (!field) return;
    const group = field.closest(".field") ?? field;
    let line = group.querySelector("[data-note]");
    if (!text) {
      line?.remove();
      field.removeAttribute("aria-describedby");
      return;
    }
    // Nobody chooses between two that are folded away.
    field.closest("details")?.setAttribute("open", "");
    if (!line) {
      line = document.createElement("span");
      line.className = "msg";
      line.id = `f-${name}-n`;
      line.dataset.note = "";
      group.append(line);
      field.setAttribute("aria-describedby", line.id);
    }
    line.textContent = text;
  };
  const { stands: stood, here, typed, button } = told.dataset;
  /** What a conflict says: both values and, of a text, how the own one is kept. */
  const both = (name, { chosen, stands }) => {
    const [own, how] = isText(name) ? [typed, ` ${button}`] : [here, ""];
    return `${stood}: ${label(name, stands)}. ${own}: ${label(name, chosen)}.${how}`;
  };
  const show = () => {
    for (const [name, entry] of Object.entries(read(key))) {
      const conflict = entry.stands !== undefined;
      // A field may be closed meanwhile, and a copy of the page may be older than the choice.
      if (known(name)) put(name, conflict && !isText(name) ? "" : entry.chosen);
      note(name, conflict ? both(name, entry) : "");
    }
  };

  const conflicts = () => Object.entries(read(key)).filter(([, { stands }]) => stands !== undefined);
  /** Where a choice between two is open; one in a closed field keeps no button shut. */
  const open = () => conflicts().some(([name]) => known(name));
  const waits = () => Object.values(read(key)).some(({ stands }) => stands === undefined);

  /** How the whole stands, in one line that is read out. */
  const sum = () => {
    if (open()) say(told.dataset.conflict);
    else if (waits()) say(told.dataset.waits);
    else say(conflicts().length > 0 ? told.dataset.gone : told.dataset.saved);
  };

  /** The answer to what was sent. Something may have been chosen since: that waits for its own turn. */
  const settle = (sent, text) => {
    const waiting = read(key);
    let sentence = "";
    const gone = new Set(Object.keys(sent));
    for (const row of text.split("\n")) {
      const space = row.indexOf(" ");
      const [name, stands] = [row.slice(0, space), row.slice(space + 1)];
      if (name === "!") sentence = stands;
      if (!(name in sent)) continue;
      gone.delete(name);
      const { chosen } = sent[name];
      if (known(name)) known(name).value = stands;
      if (waiting[name]?.chosen === chosen) {
        if (stands === chosen) delete waiting[name];
        else waiting[name].stands = stands;
      } else if (waiting[name] && stands === chosen) waiting[name].was = stands;
    }
    // The server has no such field any more: a choice for it would wait for ever and keep every button shut.
    for (const name of gone) delete waiting[name];
    if (gone.size > 0) sentence = told.dataset.gone;
    write(key, waiting);
    show();
    if (sentence) say(sentence);
    else sum();
  };

  let [line, again] = [Promise.resolve(), 0];
  const later = () => {
    sum();
    clearTimeout(again);
    again = setTimeout(send, AGAIN);
  };
  const sendOnce = async () => {
    clearTimeout(again);
    const sent = Object.fromEntries(Object.entries(read(key)).filter(([, { stands }]) => stands === undefined));
    if (Object.keys(sent).length === 0) return;
    const body = new URLSearchParams({ quiet: "1" });
    for (const [name, { chosen, was }] of Object.entries(sent)) {
      body.set(name, chosen);
      body.set(`was-${name}`, was);
    }
    let answer, text;
    try {
      answer = await fetch(form.action, { method: "POST", body });
      text = await answer.text();
    } catch {
      later();
      return;
    }
    if (answer.status === 404) {
      // Not this person's any more: nothing of it waits, and the page says so itself.
      write(key, {});
      location.reload();
    } else if (answer.redirected || answer.status === 401) say(told.dataset.entry);
    else if (answer.status === 422) say(text);
    else if (!answer.ok) later();
    else {
      settle(sent, text);
      keepPage(address).catch(() => {});
    }
  };
  /** One after the other. */
  const send = () => {
    line = line.then(sendOnce, sendOnce);
    return line;
  };

  form.addEventListener("change", ({ target }) => {
    const { name } = target;
    // The server keeps no white space around a text either.
    const value = target.value.trim();
    if (!known(name)) return;
    const waiting = read(key);
    const before = waiting[name];
    // What waits and what is in conflict differ in what their page knew: of a conflict the reader has seen what stands.
    const was = before && before.stands === undefined ? before.was : known(name).value;
    waiting[name] = { chosen: value, was };
    write(key, waiting);
    note(name, "");
    send();
  });

  /** Whoever presses a button has read what stands beside a text in conflict: what is in the field is the choice. */
  const take = () => {
    const waiting = read(key);
    for (const [name, { stands }] of conflicts()) {
      if (!isText(name)) continue;
      waiting[name] = { chosen: form.elements[name].value.trim(), was: stands };
      note(name, "");
    }
    write(key, waiting);
  };

  // A button of the form needs the network; it goes on once nothing waits any more.
  form.addEventListener("submit", (event) => {
    const ready = () => navigator.onLine && !open() && !waits();
    if (ready()) return;
    event.preventDefault();
    const { submitter } = event;
    take();
    send().then(() => {
      if (ready()) form.requestSubmit(submitter);
      else if (open()) say(told.dataset.conflict);
      else if (!navigator.onLine) say(told.dataset.online);
    });
  });

  addEventListener("online", send);
  // Another tab has chosen something: this one shows it before anybody chooses over it.
  addEventListener("storage", (event) => { if (event.key === key) show(); });

  show();
  if (Object.keys(read(key)).length > 0) {
    sum();
    send();
  }
  const whole = () => keepPage(address).then((kept) => { if (kept && told.textContent === "") say(told.dataset.ready); }, () => {});
  if (document.readyState === "complete") whole();
  else addEventListener("load", whole);
}
