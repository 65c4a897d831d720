// A unit replayed without loading the whole page again: the slider, the steps and play. Without this they are a form and links.
const PAUSE = 150;
const BEAT = 1600;

const slider = document.querySelector("#day");
const form = document.querySelector("#slide");
const said = document.querySelector("#said");
let asked = 0;
let waiting;
let playing;

const spoken = (n) => {
  const day = new Date(`${slider.dataset.first}T12:00:00Z`);
  day.setUTCDate(day.getUTCDate() + Number(n));
  return day.toLocaleDateString("en-GB", { weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
};

const show = (page) => {
  for (const id of ["course", "stop"]) {
    document.querySelector(`#${id}`).replaceWith(document.adoptNode(page.querySelector(`#${id}`)));
  }
  const stop = document.querySelector("#stop");
  slider.value = stop.dataset.n;
  slider.setAttribute("aria-valuetext", stop.dataset.day);
  said.textContent = page.querySelector("#nowhere")?.textContent || stop.dataset.said;
  document.title = page.title;
};

const go = async (address) => {
  const mine = ++asked;
  const answer = await fetch(address, { headers: { Accept: "text/html" } });
  const text = await answer.text();
  if (mine !== asked) return;
  const page = new DOMParser().parseFromString(text, "text/html");
  if (!answer.ok || !page.querySelector("#stop")) {
    location.assign(address);
    return;
  }
  const { activeElement } = document;
  const { rel, textContent: jump } = activeElement?.closest("#course a") || {};
  show(page);
  history.replaceState(null, "", answer.url);
  if (rel) (document.querySelector(`#course a[rel="${rel}"]`) || slider).focus();
  else if (jump) [...document.querySelectorAll("#course a[data-jump]")].find((one) => one.textContent === jump)?.focus();
};

const slid = () => `${form.getAttribute("action")}?${new URLSearchParams(new FormData(form))}`;

slider.addEventListener("input", () => {
  slider.setAttribute("aria-valuetext", spoken(slider.value));
  document.querySelector(".replay__day").textContent = spoken(slider.value);
  clearTimeout(waiting);
  waiting = setTimeout(() => go(slid()), PAUSE);
});

document.addEventListener("click", (event) => {
  const step = event.target.closest("#course a[rel], #course a[data-jump]");
  if (!step || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  go(step.getAttribute("href"));
});

const play = document.createElement("button");
play.type = "button";
play.className = "nhsuk-button nhsuk-button--secondary nhsuk-button--small";
play.textContent = "Play";
form.append(play);
form.querySelector("[type=submit]").remove();

const rest = () => {
  clearTimeout(playing);
  playing = undefined;
  play.textContent = "Play";
};

const beat = async () => {
  const next = document.querySelector("#course a[rel=next]");
  if (!next) return rest();
  await go(next.getAttribute("href"));
  if (playing) playing = setTimeout(beat, BEAT);
};

play.addEventListener("click", () => {
  if (playing) return rest();
  play.textContent = "Stop playing";
  playing = setTimeout(beat, 0);
});
