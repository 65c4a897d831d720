// Enhancements of the public pages; each page does without them.
const code = document.querySelector("[data-code]")?.dataset.code;

for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(code);
    button.textContent = button.dataset.copy;
  });
}
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}

// The square of a receipt carries the code behind a #, which no browser sends anywhere.
const asked = document.querySelector("#code");
if (asked && location.hash.length > 1) {
  asked.value = decodeURIComponent(location.hash.slice(1));
  history.replaceState(null, "", location.pathname + location.search);
}

// While very much is sent, each form does a little work before it goes.
const form = document.querySelector("form[data-work]");
const bits = Number(form?.dataset.work);
const enough = async (n) => {
  const words = new TextEncoder().encode(`${form.querySelector("[name=code]").value}:${n}`);
  const digest = new DataView(await crypto.subtle.digest("SHA-256", words));
  return digest.getUint32(0) >>> (32 - bits) === 0;
};
form?.addEventListener("submit", async (event) => {
  if (form.elements.work.value || !crypto.subtle) return;
  event.preventDefault();
  let n = 1;
  while (!(await enough(n))) n += 1;
  form.elements.work.value = n;
  const { name, value } = event.submitter ?? {};
  if (name) form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
  form.submit();
});
