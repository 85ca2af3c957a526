// Comfort only: every page works without this file.
"use strict";

// A summary of errors, or the line that tells a new place in a ranking: a status present at load is not
// read out by itself, so it takes the focus. Where a button goes on from where its reader was, that one has it
// and is described by the line.
if (!document.querySelector("[autofocus]")) document.querySelector("[data-focus]")?.focus();

// Menus close as people expect: a click outside, or Escape, which gives the focus back.
const menus = () => document.querySelectorAll("details.me[open]");
document.addEventListener("click", (event) => {
  for (const menu of menus()) if (!menu.contains(event.target)) menu.open = false;
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of menus()) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});

// What was kept for a time without network (offline.js) does not outlive a session: at sign-out all of it goes, and at the
// door the pages of whoever was here before. The server says the same to browsers that listen. Whoever would lose a choice that
// waits is asked first.
document.querySelector('form[action="/sign-out"]')?.addEventListener("submit", (event) => {
  const waiting = Object.keys(localStorage).filter((key) => key.startsWith("kept:"));
  if (waiting.length > 0 && !confirm(event.target.dataset.ask)) {
    event.preventDefault();
    return;
  }
  for (const key of waiting) localStorage.removeItem(key);
  globalThis.caches?.delete("offline");
});
if (location.pathname.startsWith("/sign-in")) globalThis.caches?.delete("offline");

// A file may be dropped anywhere on its field.
for (const field of document.querySelectorAll(".drop")) {
  const input = field.querySelector("input[type=file]");
  for (const kind of ["dragenter", "dragover"]) field.addEventListener(kind, (event) => {
    event.preventDefault();
    field.classList.add("over");
  });
  for (const kind of ["dragleave", "drop"]) field.addEventListener(kind, () => field.classList.remove("over"));
  field.addEventListener("drop", (event) => {
    event.preventDefault();
    if (event.dataTransfer.files.length === 0) return;
    input.files = event.dataTransfer.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  });
}

// A paper of the exam: an answer is saved when it is given, one save after the other; the button of the form saves it too,
// after a save that is on its way. Seconds that are left come from the server; this clock only shows them.
const paper = document.querySelector("form[data-autosave]");
if (paper) {
  const told = paper.querySelector("[data-told]");
  const shown = document.querySelector("[data-left]");
  const words = shown?.textContent.replace(/\d+/, "#");
  let [saved, saving, waiting] = [Promise.resolve(), 0, 0];
  let ends = Date.now() + Number(shown?.dataset.left) * 1000;
  if (shown) setInterval(() => {
    const left = Math.max(0, Math.ceil((ends - Date.now()) / 1000));
    if (left < 600) shown.textContent = words.replace("#", `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`);
  }, 1000);
  const save = async () => {
    const body = new URLSearchParams(new FormData(paper));
    body.set("quiet", "1");
    try {
      const answer = await fetch(paper.action, { method: "POST", body, keepalive: true });
      const [numbers, text] = (await answer.text()).split("\n");
      // A session that is over leads to sign-in, which is a page like any other.
      if (answer.redirected || (answer.status !== 200 && answer.status !== 422)) throw new Error(String(answer.status));
      if (answer.ok) {
        // What was sent stands now: the same form sent once more holds nothing new, and another choice does.
        for (const [name, value] of body) {
          const was = paper.elements[`was-${name}`];
          if (was) was.value = value;
        }
        const [revision, left] = numbers.split(" ").map(Number);
        if (paper.elements.known) paper.elements.known.value = revision;
        ends = Date.now() + left * 1000;
      }
      told.textContent = text;
    } catch {
      told.textContent = told.dataset.lost;
      later(5000);
    }
  };
  const later = (milliseconds) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      saving += 1;
      saved = saved.then(save).finally(() => { saving -= 1; });
    }, milliseconds);
  };
  paper.addEventListener("change", () => later(0));
  paper.addEventListener("input", () => later(2000));
  paper.addEventListener("submit", (event) => {
    clearTimeout(waiting);
    if (saving === 0) return;
    event.preventDefault();
    const { submitter } = event;
    saved.then(() => paper.requestSubmit(submitter));
  });
}
