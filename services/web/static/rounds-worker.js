// Where no signal is, a page of rounds opens all the same: one to type into, with nobody's words on it.
const SHELF = "heard-rounds-1";
const PAGE = "/static/rounds-offline.html";
const PARTS = ["palette", "vendored/nhsuk-frontend/nhsuk-frontend", "frame", "form", "parts", "pages"].map((name) => `/static/${name}.css`);

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(SHELF).then((shelf) => shelf.addAll([PAGE, "/static/rounds.js", "/static/mark.svg", ...PARTS])));
  self.skipWaiting();
});

self.addEventListener("activate", (event) => {
  event.waitUntil(self.clients.claim());
});

const otherwise = async (request) => {
  const shelf = await caches.open(SHELF);
  if (request.mode === "navigate") return (await shelf.match(PAGE)) ?? Response.error();
  return (await shelf.match(request, { ignoreSearch: true })) ?? Response.error();
};

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { pathname } = new URL(request.url);
  const ours = request.mode === "navigate" || pathname.startsWith("/static/");
  if (request.method === "GET" && ours) event.respondWith(fetch(request).catch(() => otherwise(request)));
});
