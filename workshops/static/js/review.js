// The review of a press release: a field leads to its words and words lead to their field; decisions without a reload.

const review = document.querySelector("[data-review]");
const marksOf = (id) => review.querySelectorAll(`mark[data-findings~="${CSS.escape(id)}"]`);
const calm = window.matchMedia("(prefers-reduced-motion: reduce)");
const moved = () => (calm.matches ? "auto" : "smooth");
const text = review.querySelector(".review-text");

function scrollTo(mark, behavior = moved()) {
  const place = mark.getBoundingClientRect().top - text.getBoundingClientRect().top + text.scrollTop;
  text.scrollTo({ top: place - text.clientHeight / 3, behavior });
}

// Beside the form the text scrolls by itself and the form stays where it is; above the form (on a phone) the page
// goes to the words only if somebody asks for them.
function showWords(id, asked = false) {
  review.querySelectorAll("mark.is-current").forEach((mark) => mark.classList.remove("is-current"));
  const marks = marksOf(id);
  marks.forEach((mark) => mark.classList.add("is-current"));
  if (!marks.length) return;
  if (text.scrollHeight > text.clientHeight) scrollTo(marks[0]);
  else if (asked) marks[0].scrollIntoView({ block: "center", behavior: moved() });
}

const first = review.querySelector(".review-words mark");
if (first) scrollTo(first, "auto"); // past the menus that were copied with the text

// the evidence that stands in the same field as an element of the form
const evidenceAt = (element) => element.closest(".field")?.querySelector("[data-finding]");

review.addEventListener("focusin", (event) => {
  const evidence = evidenceAt(event.target);
  if (evidence && !event.target.closest("[data-finding]")) showWords(evidence.dataset.finding);
});

review.addEventListener("click", (event) => {
  const link = event.target.closest(".evidence-link");
  if (link) {
    event.preventDefault();
    showWords(link.closest("[data-finding]").dataset.finding, true);
    return;
  }
  const mark = event.target.closest("mark[data-findings]");
  if (!mark) return;
  const ids = mark.dataset.findings.split(" ");
  const evidence = document.getElementById(`finding-${ids[ids.length - 1]}`);
  showWords(ids[ids.length - 1]);
  evidence?.scrollIntoView({ block: "center", behavior: moved() });
  evidence?.closest(".field")?.querySelector("input:not([type=hidden]), select, textarea")?.focus({ preventScroll: true });
});

// Accepting what stands in the form changes nothing there, so the server only needs to know; the rest goes the long way,
// since the server also takes the value out of the form or puts it in.
review.addEventListener("click", async (event) => {
  const button = event.target.closest("button[data-decide]");
  if (!button || button.dataset.decide !== "accepted" || !button.closest(".field")) return;
  event.preventDefault();
  const evidence = button.closest("[data-finding]");
  const status = button.getAttribute("aria-pressed") === "true" ? "proposed" : "accepted";
  const body = new URLSearchParams({ status, csrf_token: button.form.elements.csrf_token.value });
  const answer = await fetch(`${review.dataset.review}/findings/${evidence.dataset.finding}`, { method: "POST", body });
  if (!answer.ok) {
    button.form.requestSubmit(button);
    return;
  }
  evidence.dataset.status = status;
  evidence.querySelectorAll("[data-decide]").forEach((one) => {
    one.setAttribute("aria-pressed", String(one.dataset.decide === status));
  });
});
