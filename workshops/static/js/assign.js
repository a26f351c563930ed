/* Words selected in the text get a small menu: a click gives them to a field, first of all to the one that somebody was
   in before. The form that does it without a script stands at its head; here its fields are filled and it is sent.
   By keyboard: the first function that is given back leads into the menu, from words that are selected or marked words that
   have the focus; without any it leads to the form, where words are typed. The other empties that form. */
import { takeWholeNames } from "./whole_names.js";

const EDGE = 8; // pixels between the menu and the edge of the window

export function startAssigning(review) {
  const menu = review.querySelector("[data-assign-menu]");
  const words = review.querySelector(".review-words");
  const part = review.querySelector("[data-assign]");
  if (!menu || !part) return {};
  const form = part.closest("form");
  const field = (name) => form.elements[`assign_${name}`];
  let chosen = null;
  let from = null; // where somebody was who came into the menu by keyboard
  let isPressed = false; // the menu waits until the button or finger is up

  function line(label, choices) {
    const paragraph = document.createElement("p");
    paragraph.append(`${label} `);
    for (const [value, text] of choices) {
      const button = document.createElement("button");
      [button.type, button.className, button.value, button.textContent] = ["button", "btn btn-quiet", value, text];
      paragraph.append(button, " ");
    }
    menu.append(paragraph);
    return paragraph;
  }

  const into = line(menu.dataset.into, [["", ""]]);
  into.hidden = true;
  const last = into.querySelector("button");
  for (const group of field("field").querySelectorAll("optgroup")) {
    line(group.label, Array.from(group.children, (option) => [option.value, option.textContent]));
  }

  /* "Speaker, Quote 2": the label of a field and the heading of its row. */
  form.addEventListener("focusin", ({ target }) => {
    if (!target.matches(".field :is(input:not([type=checkbox]), textarea, select)") || !target.name) return;
    const heading = target.closest("[data-row]")?.querySelector("h3").textContent.replace(/\s+/g, " ").trim();
    const own = target.labels[0]?.firstChild.textContent.trim();
    [last.value, last.textContent] = [target.name, [own, heading].filter(Boolean).join(", ")];
    into.hidden = false;
  });

  /* Characters as the server counts them: a letter outside the first plane is one, not two. */
  const length = (text) => [...text].length;

  function selected() {
    const selection = window.getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    if (!words.contains(range.startContainer) || !words.contains(range.endContainer)) return null;
    const text = range.toString();
    const before = document.createRange();
    before.setStart(words, 0);
    before.setEnd(range.startContainer, range.startOffset);
    const blanks = text.length - text.trimStart().length;
    const start = length(before.toString()) + blanks;
    return text.trim() && { text: text.trim(), start, end: start + length(text.trim()), box: range.getBoundingClientRect() };
  }

  /* Below the words, or above them where there is no room; where it fits nowhere at the foot of the window. */
  function place({ top, bottom }) {
    const most = window.innerHeight - menu.offsetHeight - EDGE;
    const at = bottom + EDGE <= most ? bottom + EDGE : top - menu.offsetHeight - EDGE;
    menu.style.top = `${at >= EDGE && at <= most ? at : Math.max(EDGE, most)}px`;
  }

  function follow() {
    if (isPressed || menu.contains(document.activeElement)) return;
    chosen = selected();
    menu.hidden = !chosen;
    if (chosen) place(chosen.box);
  }

  takeWholeNames(words);
  words.addEventListener("pointerdown", () => (isPressed = true));
  for (const happening of ["pointerup", "pointercancel"]) {
    document.addEventListener(happening, () => {
      isPressed = false;
      follow();
    });
  }
  document.addEventListener("selectionchange", follow);
  document.addEventListener("scroll", () => menu.hidden || follow(), { capture: true, passive: true });

  menu.addEventListener("pointerdown", (event) => event.preventDefault()); // the words stay selected
  /* Arrow keys and first letters go from button to button; the keys of the page rest meanwhile. */
  menu.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.key === "Escape") {
      menu.hidden = true;
      (from ?? review.querySelector(".review-text")).focus({ preventScroll: true });
    }
    const buttons = [...menu.querySelectorAll("p:not([hidden]) button")];
    const at = buttons.indexOf(document.activeElement);
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const ahead = [...buttons.slice(at + 1), ...buttons.slice(0, at + 1)];
    const isLetter = event.key.length === 1 && event.key.trim() && !event.ctrlKey && !event.metaKey && !event.altKey;
    const begins = (button) => button.textContent.trim().toLowerCase().startsWith(event.key.toLowerCase());
    const next = by ? buttons.at((at + by) % buttons.length) : isLetter && ahead.find(begins);
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
  menu.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button || !chosen) return;
    [field("words").value, field("start").value, field("end").value] = [chosen.text, chosen.start, chosen.end];
    field("into").value = button === last ? last.value : "";
    if (button !== last) field("field").value = button.value;
    form.requestSubmit(part.querySelector("[data-assign-button]"));
    menu.hidden = true;
  });
  field("words").addEventListener("input", () => (field("start").value = field("end").value = ""));

  function useWords() {
    const mark = document.activeElement.closest("mark[data-findings]");
    if (!selected() && mark) window.getSelection().selectAllChildren(mark);
    from = document.activeElement === document.body ? null : document.activeElement;
    follow();
    if (chosen) return menu.querySelector("p:not([hidden]) button").focus();
    part.open = true;
    field("words").focus();
  }

  function clearWords() {
    for (const name of ["words", "start", "end", "into"]) field(name).value = "";
    part.open = false;
  }

  return { useWords, clearWords };
}
