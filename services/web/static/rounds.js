// Rounds on a phone: what is typed stays on the phone until the hospital says that it is saved; each save has an id of its own,
// so that one sent twice is saved once. The page does without this where it must; it is then a form like any other.
const KEPT = "heard.rounds";
const OWNER = "heard.rounds.owner";
const PAUSE = 5000;
const PATIENCE = 5000;

const status = document.querySelector("#saved");
const stream = status.dataset.rounds || location.pathname.split("/")[2];
const owner = status.dataset.owner || localStorage.getItem(OWNER) || "";
const online = Boolean(status.dataset.owner);
let saved = Number(sessionStorage.getItem(`${KEPT}.${stream}`) || 0);
let told = sessionStorage.getItem(`${KEPT}.${stream}.told`) || "";
let sending = false;
let signedOut = false;
const forms = new Map();

const kept = () => JSON.parse(localStorage.getItem(KEPT) || "[]");
const keep = (entries) => (entries.length ? localStorage.setItem(KEPT, JSON.stringify(entries)) : localStorage.removeItem(KEPT));
const mine = () => kept().filter((entry) => entry.owner === owner);
const amend = (id, change) => keep(kept().flatMap((entry) => (entry.id === id ? (change ? [{ ...entry, ...change }] : []) : [entry])));

const uuid = () => {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
};

const line = (text, ...more) => {
  const shown = document.createElement("p");
  shown.className = "saved__line";
  shown.append(text, ...more);
  return shown;
};

const press = (words, deed) => {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "ready__button";
  button.textContent = words;
  button.addEventListener("click", deed);
  return button;
};

const show = () => {
  const waiting = mine();
  const others = kept().some((entry) => entry.owner !== owner);
  const lines = [];
  if (waiting.length) lines.push(line(`${saved} of ${saved + waiting.length} saved, ${waiting.length} on this phone.`));
  else if (saved) lines.push(line(`${told} ${saved} of ${saved} saved.`.trim()));
  if (waiting.length && signedOut) {
    const link = document.createElement("a");
    link.href = `/sign-in?next=${encodeURIComponent(location.pathname)}`;
    link.textContent = "Sign in again";
    lines.push(line(link, " to send them."));
  }
  for (const entry of waiting) {
    const words = entry.fields.find(([name]) => name === "what" || name === "summary")?.[1];
    const deeds = entry.said ? [" ", press("Try again", () => retry(entry.id)), " ", press("Throw it away", () => drop(entry.id))] : [];
    if (words || entry.said) lines.push(line(words ? `“${words}” ` : "", entry.said || "", ...deeds));
  }
  if (others) lines.push(line("Something that somebody else typed waits on this phone. It is sent when they sign in here."));
  status.replaceChildren(...lines);
};

const drop = (id) => {
  amend(id, null);
  show();
};

const retry = (id) => {
  amend(id, { said: "" });
  send();
};

const busy = () => [...document.querySelectorAll("textarea")].some((area) => area.value !== area.defaultValue);

const post = (entry) => {
  const body = new URLSearchParams(entry.fields);
  body.set("csrf_token", document.querySelector("[name=csrf_token]").value);
  body.set("command", entry.id);
  if (entry.waited) body.set("typed_at", entry.at);
  const headers = { Accept: "application/json" };
  const signal = AbortSignal.timeout(PATIENCE);
  return fetch(`/rounds/${entry.stream}/${entry.part}`, { method: "POST", body, headers, signal, redirect: "manual" });
};

// The form may be used again: emptied where what was typed lies safe, as it was where it does not.
const release = (id, emptied) => {
  const { form } = forms.get(id) ?? {};
  if (!form) return;
  form.inert = false;
  if (emptied && form.elements.what) form.reset();
  forms.delete(id);
};

const stay = (id) => {
  amend(id, { waited: true });
  release(id, true);
};

// As a form like any other, so that the page comes back with what is wrong beside its question.
const plainly = (entry) => {
  const { form, submitter } = forms.get(entry.id);
  const pressed = document.createElement("input");
  Object.assign(pressed, { type: "hidden", name: submitter?.name || "pressed", value: submitter?.value || "" });
  form.append(pressed);
  amend(entry.id, null);
  form.submit();
};

// What came of sending one: "saved", "waits" (nobody heard it), or "refused", which says why.
const sent = async (entry) => {
  const answer = await post(entry).catch(() => null);
  signedOut = answer?.type === "opaqueredirect";
  if (!answer || signedOut || answer.status >= 500 || answer.status === 429) return "waits";
  if (answer.ok) {
    amend(entry.id, null);
    release(entry.id, true);
    told = (await answer.json().catch(() => ({}))).said || "";
    sessionStorage.setItem(`${KEPT}.${stream}.told`, told);
    sessionStorage.setItem(`${KEPT}.${stream}`, ++saved);
    return "saved";
  }
  if (forms.has(entry.id) && !entry.waited) plainly(entry);
  else amend(entry.id, { said: (await answer.json().catch(() => ({}))).said || "It could not be saved." });
  return "refused";
};

// One after the other, in the order typed.
const send = async () => {
  if (sending) return;
  sending = true;
  let outcome = "";
  let any = false;
  for (let entry; outcome !== "waits" && (entry = mine().find((one) => !one.said)); any ||= outcome === "saved") outcome = await sent(entry);
  if (outcome === "waits") for (const entry of mine()) stay(entry.id);
  sending = false;
  show();
  if (any && !mine().length && !busy()) location.reload();
};

// Where no signal is there is no page of ours to send from: back to it as soon as there is.
const look = async () => {
  if (online) return send();
  const there = await fetch(location.pathname, { method: "HEAD", cache: "no-store" }).catch(() => null);
  if (there && !busy()) location.reload();
};

// A phone that can keep nothing sends the form as any other.
document.addEventListener("submit", (event) => {
  const form = event.target.closest(".walk__form");
  if (!form) return;
  const { submitter } = event;
  const what = form.elements.what;
  const fields = [...new FormData(form, submitter)].filter(([name]) => name !== "csrf_token" && name !== "command");
  const entry = { id: uuid(), owner, stream, part: form.getAttribute("action").split("/").pop(), fields };
  if (!what || what.value.trim()) keep([...kept(), { ...entry, at: new Date().toISOString(), waited: !online }]);
  event.preventDefault();
  if (what && !what.value.trim()) return what.focus();
  forms.set(entry.id, { form, submitter });
  if (submitter?.name === "finding") submitter.setAttribute("aria-pressed", "true");
  if (online) form.inert = true;
  else release(entry.id, true);
  show();
  look();
});

if (online) {
  localStorage.setItem(OWNER, owner);
  navigator.serviceWorker?.register(status.dataset.worker, { scope: "/rounds/" }).catch(() => null);
}
addEventListener("online", look);
setInterval(() => mine().length && !signedOut && look(), PAUSE);
show();
look();
