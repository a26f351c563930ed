// The review of a press release: a field leads to its words and words lead to their field; decisions without a reload.
import { startAssigning } from "./assign.js";
import { startDeciding } from "./deciding.js";
import { startLook } from "./look.js";
import { startReviewKeys } from "./review_keys.js";

const review = document.querySelector("[data-review]");
const marksOf = (id) => review.querySelectorAll(`mark[data-findings~="${CSS.escape(id)}"]`);
const calm = window.matchMedia("(prefers-reduced-motion: reduce)");
const moved = () => (calm.matches ? "auto" : "smooth");
const text = review.querySelector(".review-text");
const recount = startLook(review);
const form = review.querySelector("form.form-page");
const tell = form && startDeciding(review, { ahead, shown, recount });
const { useWords, clearWords, take } = startAssigning(review);
const SECOND_PRESS = 250; // milliseconds in which a second one takes the whole name: the page must not move between
let current = null; // the evidence that was last looked at
let bound = ""; // the id of the evidence to which the page is on its way
let following; // the way to a field that waits for no second press

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
  const isIn = (some, all) => some && ` ${all} `.includes(` ${some} `);
  const holding = parts.find((part) => isIn(inLine(part.value), words)); // "Mme Awa Kouassi"
  const whole = parts.find((part) => isIn(words, inLine(part.value))); // "Office", of "Office français de ..."
  return parts.find((part) => words && inLine(part.value) === words) ?? holding ?? whole;
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
  (part ?? fieldOf(evidence) ?? evidence?.querySelector(".evidence-link"))?.focus({ preventScroll: true });
}

/* Into the field of the finding that was last looked at, its text selected, to be typed over. */
function edit() {
  const field = fieldOf(current);
  field?.focus();
  field?.select?.();
}

/* The share with its reason, which is read out with it. */
function showWhy() {
  const why = current?.querySelector(".evidence-why");
  if (!why) return;
  why.open = !why.open;
  why.querySelector("summary").focus({ preventScroll: true });
}

/* A reason that is shown covers what comes below it: it goes with Escape, and when the focus leaves it. */
review.addEventListener("focusout", ({ target, relatedTarget }) => {
  const why = target.closest(".evidence-why[open]");
  if (why && !why.contains(relatedTarget)) why.open = false;
});

/* Escape leads from a field to its finding, where single letters are keys again, else to the text. */
review.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || event.defaultPrevented) return;
  event.target.closest(".evidence-why[open]")?.removeAttribute("open");
  const field = event.target.closest("form.form-page :is(input:not([type=checkbox]), textarea, select)");
  if (!field) return;
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
  clearTimeout(following);
  const isOne = event.detail < 2 && window.getSelection().isCollapsed;
  if (mark && isOne) following = setTimeout(() => toField(mark), SECOND_PRESS);
});

// Marked words are one stop of the Tab key; the arrow keys go from one to the next.
let marks = [];

function startMarks() {
  marks = [...review.querySelectorAll("mark[data-findings]")];
  if (marks.length && marks.every((mark) => mark.tabIndex < 0)) marks[0].tabIndex = 0;
}

startMarks();
form?.addEventListener("form-anew", startMarks);
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

// Accepting what stands in the form changes nothing there, so the server only needs to know; with any other decision it
// also takes the value out of the form or puts it in.
review.addEventListener("click", (event) => {
  const button = event.target.closest("button[data-decide]");
  if (!button || button.dataset.decide !== "accepted" || !button.closest(".field")) return;
  event.preventDefault();
  const status = button.getAttribute("aria-pressed") === "true" ? "proposed" : "accepted";
  tell({ id: button.closest("[data-finding]").dataset.finding, status });
  if (status === "accepted" && !document.activeElement.closest("input, textarea, select")) step(1);
});

/* A row that is brought back takes along what was shown apart meanwhile. */
form?.addEventListener("rows-changed", () => {
  for (const shown of form.querySelectorAll("[data-apart] [data-finding]")) {
    const own = form.querySelector(`[data-row] #${shown.id}`);
    if (!own) continue;
    shown.querySelector(".evidence-field").remove();
    own.replaceWith(shown);
  }
  form.querySelector("[data-apart] section:not(:has([data-finding]))")?.remove();
});

/* To the next finding that is not decided, in the order of the form, or to the one before. */
function step(by) {
  const all = [...review.querySelectorAll("form [data-finding]")];
  const at = all.indexOf(current);
  const ahead = by > 0 ? all.slice(at + 1) : all.slice(0, Math.max(at, 0)).reverse();
  goTo(ahead.find((one) => one.dataset.status === "proposed"));
}

function goTo(evidence) {
  if (!evidence) return;
  evidence.closest("details:not([open])")?.setAttribute("open", "");
  bound = evidence.id;
  evidence.scrollIntoView({ block: "center", behavior: moved() });
  evidence.querySelector(".evidence-link").focus({ preventScroll: true });
}

// Until the person goes elsewhere.
for (const happening of ["keydown", "pointerdown", "touchmove", "wheel"]) {
  document.addEventListener(happening, () => (bound = ""), { capture: true, passive: true });
}

// A decision leads on at once, to the next finding or back into the field in which somebody types. What was taken back or
// given by hand is looked at itself; without anything left to decide the keys go on from the text. What stands in a row
// that is rejected leaves the form with it.
function ahead(button) {
  const all = [...review.querySelectorAll("form [data-finding]")];
  const own = button.closest("[data-finding]");
  const decided = own ?? button.closest(".field")?.querySelector("[data-finding]");
  const after = decided ? all.slice(all.indexOf(decided) + 1) : [];
  const leaving = button.value.startsWith("rejected") && decided?.closest("[data-row]");
  const next = after.find((one) => one.dataset.status === "proposed" && !(leaving && leaving.contains(one)));
  const isTyping = Boolean(document.activeElement.closest(".field :is(input, select, textarea)"));
  const isLedOn = isTyping || Boolean(own && next && !button.value.startsWith("proposed"));
  if (isLedOn && !isTyping) goTo(next);
  return { next: next?.id, isLedOn, isAssigned: button.matches("[data-assign-button]"), focused: document.activeElement };
}

/* Where an answer leads: nowhere if the person has gone on meanwhile (`hasStayed` is false). */
function shown(at, before, hasStayed) {
  startMarks();
  const there = document.getElementById(bound);
  if (there?.contains(document.activeElement)) goTo(there);
  current = current && document.getElementById(current.id);
  if (!before) return;
  if (before.isAssigned) clearWords();
  if (document.activeElement === document.body || (hasStayed && !before.isLedOn)) goOn(at, document.getElementById(before.next));
}

function goOn(at, next) {
  current = at === "start" ? null : (document.getElementById(`finding-${at}`) ?? current);
  if (at === "look") review.querySelector("[data-look-list] button")?.focus();
  else if (!current) step(1);
  else goTo(next ?? current);
  if (document.activeElement === document.body) text.focus({ preventScroll: true });
}

if (form) startReviewKeys(review, { finding: () => current, step, edit, showWhy, useWords, take });
