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
