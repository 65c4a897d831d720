// On every page: wakes the design system's components and keeps the current place in view.
import { initAll } from "./vendored/nhsuk-frontend/nhsuk-frontend.js";

// Markup that is swapped in comes from our own server (htmx asks nobody else) and is let through; a string never becomes script.
// The one worker there is keeps the rounds' page for where no signal is.
window.trustedTypes?.createPolicy("default", {
  createHTML: (markup) => markup,
  createScriptURL: (address) => (address.startsWith("/static/rounds-worker.js") ? address : null),
});

document.body.classList.add("js-enabled", "nhsuk-frontend-supported");
initAll();

const current = document.querySelector(".places__link[aria-current]");
const strip = current?.closest("ul");
if (strip) strip.scrollLeft = current.offsetLeft - 16;

// What htmx swaps in may hold components too.
document.addEventListener("htmx:load", ({ detail }) => {
  if (detail.elt !== document.body) initAll({ scope: detail.elt });
});

// What a word means goes away with Escape, until it is left.
document.addEventListener("keydown", ({ key }) => {
  if (key !== "Escape") return;
  for (const word of document.querySelectorAll(".word:is(:hover, :focus-within)")) {
    word.classList.add("word--quiet");
    const back = () => word.classList.remove("word--quiet");
    word.addEventListener("pointerleave", back, { once: true });
    word.addEventListener("focusout", back, { once: true });
  }
});
