/* The answer to a button of the review is a whole page, as without a script. Here what it says otherwise than the page
   that is shown is put in its place: the rest stays as it is, with the focus, what is unfolded and where it is scrolled. */
import { startComboboxes } from "./combobox.js";
import { startCommaLists } from "./comma_lists.js";
import { startDates } from "./dates.js";
import { content, differences } from "./form_content.js";
import { heirOf, startRows } from "./rows.js";

const PARTS = ["h1", "[data-notices]", ".review-words", "[data-seen]", "[data-look-list]", "[data-apart]"];
const SUMMARIES = ":scope > [data-error-summary]";

/* Gives the function that takes an answer in: the document of the page, and what stood in the form when it was asked
   for. What somebody typed meanwhile stays. */
export function startInPlace(form) {
  const fields = form.querySelector("[data-review-fields]");
  const shown = new Map(); // how the server wrote each part of the form last, by its place

  function sections(fresh) {
    const ours = [...fields.children];
    const theirs = [...fresh.querySelector("[data-review-fields]").children];
    return theirs.filter((section, at) => {
      const html = section.outerHTML;
      if (shown.get(at) === html) return false;
      shown.set(at, html);
      keepUnfolded(ours[at], section);
      ours[at].replaceWith(document.adoptNode(section));
      return true;
    });
  }

  return (fresh, sent) => {
    const typed = content(form);
    const { activeElement: focused } = document;
    const { selectionStart: caret } = focused;
    const { top } = focused.getBoundingClientRect();
    const finding = focused.closest("[data-finding]");
    for (const part of PARTS) {
      const [old, anew] = [document.querySelector(part), fresh.querySelector(part)];
      if (old && anew && old.innerHTML !== anew.innerHTML) old.replaceChildren(...anew.childNodes);
    }
    form.querySelectorAll(SUMMARIES).forEach((one) => one.remove());
    const summaries = fresh.querySelector("form.form-page").querySelectorAll(SUMMARIES);
    summaries.forEach((one) => one.removeAttribute("autofocus")); // only a new page has one
    form.querySelector("[data-look]").before(...summaries);
    form.querySelector("[data-undo-decision]").hidden = fresh.querySelector("[data-undo-decision]").hidden;
    for (const part of sections(fresh)) [startRows, startComboboxes, startCommaLists, startDates].forEach((start) => start(part));
    putTyped(form, sent, typed);
    if (document.activeElement !== focused) {
      const same = focused.isConnected ? focused : again(form, focused, finding);
      same?.focus({ preventScroll: true });
      if (same && typeof caret === "number") same.setSelectionRange(caret, focused.selectionEnd);
    }
    if (top > 0 && top < window.innerHeight) keepAt(top);
    form.dispatchEvent(new Event("form-anew"));
  };
}

/* What has the focus stays where it was in the window, whatever came or went above it. */
function keepAt(top) {
  const moved = document.activeElement.getBoundingClientRect().top - top;
  if (document.activeElement !== document.body) window.scrollBy({ top: moved, behavior: "instant" });
}

/* What had the focus, as it stands on the page now: something of a finding or of a list, a field, a button or marked words. */
function again(form, focused, finding) {
  const { id, name, value, dataset, tagName } = focused;
  if (dataset.findings) return document.querySelector(`mark[data-findings="${dataset.findings}"]`);
  const own = finding && document.getElementById(finding.id);
  if (own) return own.querySelector(dataset.decide ? `[data-decide=${dataset.decide}]` : tagName === "A" ? ".evidence-link" : "summary");
  if (focused.closest("[data-row], [data-row-status]")) return heirOf(focused);
  if (id) return document.getElementById(id);
  return [...form.elements].find((one) => name && one.name === name && one.value === value);
}

/* What somebody has unfolded stays so. */
function keepUnfolded(old, anew) {
  const [ours, theirs] = [old, anew].map((one) => [...one.querySelectorAll("details")]);
  if (ours.length === theirs.length) theirs.forEach((one, at) => (one.open ||= ours[at].open));
}

/* What was typed since the form was sent, into fields that still hold what was sent. Lists of rows see to theirs. */
function putTyped(form, sent, typed) {
  const now = content(form);
  for (const [name, values] of Object.entries(differences(sent, typed))) {
    const field = form.elements.namedItem(name);
    if (!values || !(field instanceof HTMLElement) || field.type === "checkbox" || field.closest("[data-look], [data-row]")) continue;
    if (JSON.stringify(now[name]) === JSON.stringify(sent[name])) [field.value] = values;
  }
}
