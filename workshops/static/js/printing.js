/* The page of prints: says how many pages each document has, shows them in place, and keeps addresses short. */
const PAUSE = 400; // milliseconds after the last change
const STEPS = { ArrowLeft: "prev", PageUp: "prev", ArrowRight: "next", PageDown: "next" };

function choices(form, card, button) {
  const own = new URLSearchParams();
  for (const [name, value] of new FormData(form, button)) {
    const [kind, choice] = name.includes(".") ? name.split(".") : [card.dataset.document, name];
    if (kind !== card.dataset.document || name === "documents") continue;
    own.append(name === "chosen" ? `${kind}.chosen` : choice, value); // empty boxes of other documents say nothing
  }
  return own;
}

function addressOf(base, query) {
  const address = new URL(base, location);
  for (const [name, value] of query) address.searchParams.append(name, value);
  return address;
}

/* One document after the other, those first that are to be seen: each may have to be printed to be counted. */
function startFacts(form) {
  const waiting = new Set();
  let isAsking = false;

  async function ask() {
    if (isAsking) return;
    isAsking = true;
    for (const card of waiting) {
      waiting.delete(card);
      const line = card.querySelector("[data-facts]");
      const address = addressOf(line.dataset.facts, choices(form, card));
      const answer = await fetch(address, { headers: { Accept: "application/json" } }).catch(() => null);
      const said = await answer?.json().catch(() => null);
      if (!said || waiting.has(card)) continue;
      line.textContent = answer.ok ? said.sentence : said.message;
      line.classList.toggle("is-bad", answer.status >= 500 || Boolean(said.field));
    }
    isAsking = false;
  }

  const cards = [...form.querySelectorAll("[data-document]")].filter((card) => card.querySelector("[data-facts]"));
  const seen = new Set();
  const watcher = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      if (isIntersecting) seen.add(target), waiting.add(target), watcher.unobserve(target);
    }
    ask();
  });
  cards.forEach((card) => watcher.observe(card));

  form.addEventListener("submit", () => waiting.clear()); // what somebody waits for goes first

  let timer;
  form.addEventListener("change", (event) => {
    if (event.target.name === "documents") return;
    const card = event.target.closest("[data-document]");
    for (const each of card ? [card] : seen) waiting.add(each);
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE);
  });
}

function startPreviews(form) {
  async function show(card, address) {
    const place = card.querySelector("[data-preview-place]");
    place.firstElementChild?.classList.add("is-waiting");
    const answer = await fetch(address).catch(() => null);
    const page = answer?.ok && new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page && page.getElementById(card.id)?.querySelector("[data-preview-figure]");
    if (!fresh) return location.assign(address); // signed out, or it cannot be printed: that page says why
    const figure = document.adoptNode(fresh);
    place.replaceChildren(figure);
    figure.focus();
  }

  form.addEventListener("click", (event) => {
    const card = event.target.closest("[data-document]");
    const link = event.target.closest("[data-preview-figure] a");
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      show(card, link.href);
    }
  });
  form.addEventListener("keydown", (event) => {
    const figure = event.target.closest("[data-preview-figure]");
    const link = figure && STEPS[event.key] && figure.querySelector(`a[rel=${STEPS[event.key]}]`);
    if (!link || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    link.click();
  });
  form.addEventListener("submit", (event) => {
    const button = event.submitter;
    const card = button?.closest("[data-document]");
    if (!card || button.formMethod === "post") return;
    event.preventDefault();
    const address = addressOf(button.formAction, choices(form, card, button));
    if ("preview" in button.dataset) show(card, address);
    else location.assign(address);
  });
}

const form = document.querySelector("[data-printing]");
startFacts(form);
startPreviews(form);
