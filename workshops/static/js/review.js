// The review of a press release: a field leads to its words and words lead to their field; decisions without a reload.
import { startAssigning } from "./assign.js";
import { startLook } from "./look.js";
import { startReviewKeys } from "./review_keys.js";
import { startTelling } from "./telling.js";

const review = document.querySelector("[data-review]");
const marksOf = (id) => review.querySelectorAll(`mark[data-findings~="${CSS.escape(id)}"]`);
const calm = window.matchMedia("(prefers-reduced-motion: reduce)");
const moved = () => (calm.matches ? "auto" : "smooth");
const text = review.querySelector(".review-text");
const recount = startLook(review);
const tell = startTelling(review, recount);
const useWords = startAssigning(review);
let current = null; // the evidence that was last looked at

function scrollTo(mark, behavior = moved()) {
  const place = mark.getBoundingClientRect().top - text.getBoundingClientRect().top + text.scrollTop;
  text.scrollTo({ top: place - text.clientHeight / 3, behavior });
}

// Beside the form the text scrolls by itself and the form stays where it is; above the form (on a phone) the page
// goes to the words only if somebody asks for them.
function showMarks(marks, asked = false) {
  review.querySelectorAll("mark.is-current").forEach((mark) => mark.classList.remove("is-current"));
  marks.forEach((mark) => mark.classList.add("is-current"));
  if (!marks.length) return;
  if (text.scrollHeight > text.clientHeight) scrollTo(marks[0]);
  else if (asked) marks[0].scrollIntoView({ block: "center", behavior: moved() });
}

function showWords(id, asked = false) {
  current = document.getElementById(`finding-${id}`);
  showMarks(marksOf(id), asked);
}

const first = review.querySelector(".review-words mark");
if (first) scrollTo(first, "auto"); // past the menus that were copied with the text

const inLine = (words) => words.replace(/\s+/g, " ").trim().toLowerCase();

// The words of a field are those of all its evidence; a part of a row, such as a speaker, has its own among those of
// the row. A field without any leaves nothing marked.
function wordsOf(element) {
  const field = element.closest(".field, .combobox");
  const beside = [...(field?.querySelectorAll("[data-finding]") ?? [])];
  const marksOfAll = (all) => all.flatMap((evidence) => [...marksOf(evidence.dataset.finding)]);
  if (beside.length) {
    current = beside[0];
    return marksOfAll(beside);
  }
  const said = inLine(element.value ?? "");
  const inRow = marksOfAll([...(element.closest("[data-row]")?.querySelectorAll("[data-finding]") ?? [])]);
  return inRow.filter((mark) => {
    const words = inLine(mark.textContent);
    return said && words && (words.includes(said) || said.includes(words));
  });
}

review.addEventListener("focusin", ({ target }) => {
  const own = target.closest("[data-finding]");
  if (own) showWords(own.dataset.finding);
  else if (target.matches("mark[data-findings]")) current = evidenceOf(target);
  else if (target.matches("form.form-page :is(input, select, textarea)")) showMarks(wordsOf(target));
});

// A part of a row, such as the speaker of a quote, has no evidence of its own: the field that holds just these words.
function partOfRow(evidence, mark) {
  const words = inLine(mark.textContent);
  const parts = [...(evidence?.closest("[data-row]")?.querySelectorAll("input:not([type=hidden]), textarea") ?? [])];
  const holding = parts.find((part) => part.value && words.endsWith(` ${inLine(part.value)}`)); // "Mme Awa Kouassi"
  return parts.find((part) => words && inLine(part.value) === words) ?? holding;
}

const topOf = (mark) => mark.dataset.findings.split(" ").at(-1);
const evidenceOf = (mark) => document.getElementById(`finding-${topOf(mark)}`);
const fieldOf = (evidence) => evidence?.closest(".field")?.querySelector("input:not([type=hidden]), select, textarea");

function toField(mark) {
  const evidence = evidenceOf(mark);
  showWords(topOf(mark));
  evidence?.closest("details:not([open])")?.setAttribute("open", "");
  const part = partOfRow(evidence, mark);
  (part ?? evidence)?.scrollIntoView({ block: "center", behavior: moved() });
  (part ?? fieldOf(evidence))?.focus({ preventScroll: true });
}

/* Into the field of the finding that was last looked at, its text selected, to be typed over. */
function edit() {
  const field = fieldOf(current);
  field?.focus();
  field?.select?.();
}

function showWhy() {
  const why = current?.querySelector(".evidence-why");
  if (why) why.open = !why.open;
}

/* Escape leads from a field to its finding, where single letters are keys again, else to the text. */
review.addEventListener("keydown", (event) => {
  const field = event.target.closest("form.form-page :is(input:not([type=checkbox]), textarea, select)");
  if (event.key !== "Escape" || event.defaultPrevented || !field) return;
  const beside = field.closest(".field")?.querySelector(".evidence-link");
  (beside ?? text).focus({ preventScroll: true });
});

review.addEventListener("click", (event) => {
  const link = event.target.closest(".evidence-link");
  if (link) {
    event.preventDefault();
    showWords(link.closest("[data-finding]").dataset.finding, true);
    return;
  }
  const mark = event.target.closest("mark[data-findings]");
  if (mark && window.getSelection().isCollapsed) toField(mark);
});

// Marked words are one stop of the Tab key; the arrow keys go from one to the next.
const marks = [...review.querySelectorAll("mark[data-findings]")];
if (marks.length) marks[0].tabIndex = 0;
text.addEventListener("keydown", (event) => {
  const at = marks.indexOf(event.target);
  if (at < 0) return;
  if (event.shiftKey || event.ctrlKey || event.altKey || event.metaKey) return; // Shift and an arrow select words
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Home: -at, End: marks.length - 1 - at }[event.key];
  const next = marks[at + (step ?? 0)];
  if (event.key === "Enter") toField(event.target);
  else if (next && next !== event.target) [event.target.tabIndex, next.tabIndex] = [-1, 0];
  else return;
  event.preventDefault();
  if (event.key !== "Enter") next.focus();
});

// Accepting what stands in the form changes nothing there, so the server only needs to know, one decision after the
// other while the person goes on; the rest goes the long way, since the server also takes the value out of the form or
// puts it in.
review.addEventListener("click", (event) => {
  const button = event.target.closest("button[data-decide]");
  if (!button || button.dataset.decide !== "accepted" || !button.closest(".field")) return;
  event.preventDefault();
  const evidence = button.closest("[data-finding]");
  const status = button.getAttribute("aria-pressed") === "true" ? "proposed" : "accepted";
  const decided = Number(status !== "proposed") - Number(evidence.dataset.status !== "proposed");
  const progress = review.querySelector(".look-progress"); // counted at once, then by the server
  if (progress) progress.textContent = progress.textContent.replace(/\d+/, (count) => Number(count) + decided);
  evidence.dataset.status = status;
  evidence.querySelectorAll("[data-decide]").forEach((one) => {
    one.setAttribute("aria-pressed", String(one.dataset.decide === status));
  });
  button.form.querySelector("[data-undo-decision]").hidden = false;
  tell({ button, id: evidence.dataset.finding, status });
  if (status === "accepted" && !document.activeElement.closest("input, textarea, select")) step(1);
});

/* To the next finding that is not decided, in the order of the form, or to the one before. */
function step(by) {
  const all = [...review.querySelectorAll("form [data-finding]")];
  const at = all.indexOf(current);
  const ahead = by > 0 ? all.slice(at + 1) : all.slice(0, Math.max(at, 0)).reverse();
  const next = ahead.find((one) => one.dataset.status === "proposed");
  if (!next) return;
  next.closest("details:not([open])")?.setAttribute("open", "");
  next.scrollIntoView({ block: "center", behavior: moved() });
  next.querySelector(".evidence-link").focus({ preventScroll: true });
}

if (review.querySelector("form.form-page")) startReviewKeys(review, { finding: () => current, step, edit, showWhy, useWords });
if (review.dataset.at) {
  // a decision that went the long way: on from where it was made
  current = document.getElementById(`finding-${review.dataset.at}`);
  step(1);
}
