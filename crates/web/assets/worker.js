// Opens a page that was kept before, where the network is away. It keeps nothing itself and touches nothing else: what is kept
// a page says (offline.js); here stands for how long.
"use strict";

// The page of a week holds names: on a phone that nobody signs out of, it does not stay longer than it is needed.
const LONGEST = 7 * 24 * 60 * 60 * 1000;
const SHELF = "offline";

// Whoever opens a page in a morning may lose the network in the same minute.
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

const isAsset = (address) => new URL(address).pathname.startsWith("/assets/");

/** What is kept, without pages that have lain too long: those go. */
const keptShelf = async () => {
  if (!(await caches.has(SHELF))) return undefined;
  const shelf = await caches.open(SHELF);
  for (const request of await shelf.keys()) {
    if (isAsset(request.url)) continue;
    const page = await shelf.match(request);
    if (!(Date.now() - Date.parse(page.headers.get("date")) < LONGEST)) await shelf.delete(request);
  }
  return shelf;
};

/** The address at which the application opens from a home screen goes on with the page that was kept last. */
const lastKept = async (shelf) => (await shelf.keys()).map(({ url }) => url).filter((url) => !isAsset(url)).at(-1);

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const opens = request.mode === "navigate";
  if (request.method !== "GET" || !(opens || isAsset(request.url))) return;
  event.respondWith(fetch(request).catch(async (lost) => {
    const shelf = await keptShelf();
    const kept = await shelf?.match(request, { ignoreSearch: opens, ignoreVary: true });
    if (kept) return kept;
    const last = shelf && opens && new URL(request.url).pathname === "/" ? await lastKept(shelf) : undefined;
    if (last) return Response.redirect(last);
    throw lost;
  }));
});
