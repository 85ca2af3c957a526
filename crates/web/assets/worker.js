// Opens a page that was kept before, where the network is away. It keeps nothing itself and touches nothing else: what is kept
// and until when, a page says (offline.js).
"use strict";

// Whoever opens a page in a morning may lose the network in the same minute.
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const opens = request.mode === "navigate";
  const ours = new URL(request.url).pathname.startsWith("/assets/");
  if (request.method !== "GET" || !(opens || ours)) return;
  event.respondWith(fetch(request).catch(async (lost) => {
    const kept = await caches.match(request, { ignoreSearch: opens, ignoreVary: true });
    if (!kept) throw lost;
    return kept;
  }));
});
