/* Words selected in the text get a small menu: a click gives them to a field. First come those they are likely meant for,
   as the server reads them, with the first one below the mouse; a double click takes the whole name. The form that does it
   without a script stands at the head of the form; here its fields are filled and it is sent.
   By keyboard: the first function that is given back leads into the menu, from words that are selected or marked words that
   have the focus; without any it leads to the form, where words are typed. The second empties that form, the third
   takes a likely field by its number. */
const EDGE = 8; // pixels between the menu and the edge of the window
const REST = 60; // milliseconds in which words stay as they are before the server is asked
const THIRD_PRESS = 200; // milliseconds in which a further one selects the paragraph: no menu comes below it
const PATIENCE = 1500; // milliseconds for the answer of the server
const MOST = 5; // likely fields

export function startAssigning(review) {
  const menu = review.querySelector("[data-assign-menu]");
  const words = review.querySelector(".review-words");
  const part = review.querySelector("[data-assign]");
  if (!menu || !part) return {};
  const form = part.closest("form");
  const field = (name) => form.elements[`assign_${name}`];
  let chosen = null; // the words that the menu is for
  let from = null; // where somebody was who came into the menu by keyboard
  let isPressed = false; // the menu waits until the button or finger is up
  let into = null; // the field somebody is in, or was before the words were selected
  let mouse = null; // where the mouse selected them
  let timer, turn = 0;
  let isTaken = false; // Enter was pressed before the answer was there

  function line(label, choices) {
    const paragraph = document.createElement("p");
    paragraph.append(`${label} `);
    menu.append(paragraph);
    for (const [value, text] of choices) add(paragraph, value, text);
    return paragraph;
  }

  function add(paragraph, value, text) {
    const button = document.createElement("button");
    [button.type, button.className, button.value, button.textContent] = ["button", "btn btn-quiet", value, text];
    paragraph.append(button, " ");
    return button;
  }

  const likely = line("", []);
  likely.ariaLabel = menu.dataset.likely;
  const quoted = menu.appendChild(document.createElement("q"));
  quoted.dir = "auto";
  const titles = new Map();
  for (const group of field("field").querySelectorAll("optgroup")) {
    const choices = Array.from(group.children, (option) => [option.value, option.textContent]);
    choices.forEach(([value, text]) => titles.set(value, text));
    line(group.label, choices);
  }

  /* "Speaker, Quote 2": the label of a field and the heading of its row. */
  function caption(control) {
    const heading = control.closest("[data-row]")?.querySelector("h3").textContent.replace(/\s+/g, " ").trim();
    return [control.labels[0]?.firstChild.textContent.trim(), heading].filter(Boolean).join(", ");
  }

  const isField = (one) => one.matches("form.form-page .field :is(input:not([type=checkbox]), textarea, select)[name]");

  form.addEventListener("focusin", ({ target }) => (into = isField(target) ? target : null));
  form.addEventListener("input", () => (into = null)); // what was typed there is there

  /* A field of findings, or "ID:NAME", that field of the row in which a finding stands. */
  function offer(name) {
    const [id, of] = name.split(":");
    const row = of && document.getElementById(`finding-${id}`)?.closest("[data-row]");
    const control = row?.querySelector(`[name$="-${of}"]`);
    const text = titles.get(name);
    if (control) toControl(control);
    else if (text && text !== likely.firstElementChild?.textContent) add(likely, name, text);
  }

  function toControl(control) {
    if (![...likely.children].some((one) => one.value === control.name)) add(likely, control.name, caption(control)).dataset.into = "";
  }

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

  /* The text node that holds a character, and where in it; at the seam of two the one before if `isEnd`. */
  function placeAt(at, isEnd) {
    const nodes = document.createTreeWalker(words, NodeFilter.SHOW_TEXT);
    let rest = [...words.textContent].slice(0, at).join("").length;
    for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
      if (rest < node.length || (isEnd && rest === node.length)) return [node, rest];
      rest -= node.length;
    }
    return [words, words.childNodes.length];
  }

  /* Below the words, or above them where there is no room; where it fits nowhere at the foot of the window. */
  function place({ top, bottom }) {
    const most = window.innerHeight - menu.offsetHeight - EDGE;
    const at = bottom + EDGE <= most ? bottom + EDGE : top - menu.offsetHeight - EDGE;
    [menu.style.left, menu.style.top] = ["", `${at >= EDGE && at <= most ? at : Math.max(EDGE, most)}px`];
  }

  /* With the first line below the mouse, as far as the window has room. */
  function placeAtMouse({ x, y }) {
    menu.style.left = "";
    const [{ left, top }, first] = [menu.getBoundingClientRect(), likely.firstElementChild.getBoundingClientRect()];
    const most = [window.innerWidth - menu.offsetWidth - EDGE, window.innerHeight - menu.offsetHeight - EDGE];
    const at = [x - (first.left - left) - EDGE, y - (first.top - top) - first.height / 2];
    [menu.style.left, menu.style.top] = at.map((one, axis) => `${Math.max(EDGE, Math.min(one, most[axis]))}px`);
  }

  async function ask({ start, end }, isWhole) {
    const query = new URLSearchParams({ start, end, ...(isWhole && { whole: 1 }) });
    try {
      const answer = await fetch(`${menu.dataset.source}?${query}`, { signal: AbortSignal.timeout(PATIENCE) });
      return answer.ok ? await answer.json() : null;
    } catch {
      return null; // the menu has all fields without it
    }
  }

  async function open(isWhole = false) {
    clearTimeout(timer);
    const own = (turn += 1);
    chosen = selected();
    if (!chosen) return;
    const rest = new Promise((then) => setTimeout(then, isWhole ? THIRD_PRESS : 0));
    const said = await ask(chosen, isWhole);
    if (own !== turn) return;
    if (isWhole && said) {
      window.getSelection().setBaseAndExtent(...placeAt(said.start, false), ...placeAt(said.end, true));
      chosen = selected();
    }
    await rest;
    if (own === turn && chosen) show(said?.fields ?? []);
  }

  function show(fields) {
    likely.replaceChildren();
    if (into?.isConnected) toControl(into);
    fields.forEach(offer);
    [...likely.children].slice(MOST).forEach((button) => button.remove());
    [...likely.children].forEach((button, at) => {
      const key = document.createElement("kbd");
      [key.textContent, key.ariaHidden, button.ariaKeyShortcuts] = [at + 1, "true", at + 1];
      button.append(" ", key);
    });
    const first = likely.firstElementChild;
    first?.classList.replace("btn-quiet", "btn-secondary");
    likely.hidden = !first;
    quoted.textContent = chosen.text;
    [menu.hidden, menu.style.visibility] = [false, ""];
    if (mouse && first) placeAtMouse(mouse);
    else place(chosen.box);
    if (document.activeElement !== menu) return;
    const button = menu.querySelector("p:not([hidden]) button");
    button.focus();
    if (isTaken && first) button.click();
  }

  function hide() {
    turn += 1;
    [chosen, menu.hidden] = [null, true];
  }

  function follow() {
    if (isPressed || menu.contains(document.activeElement)) return;
    clearTimeout(timer);
    const now = selected();
    if (!now) hide();
    else if (now.start !== chosen?.start || now.end !== chosen.end) timer = setTimeout(open, REST);
  }

  words.addEventListener("pointerdown", () => {
    [isPressed, turn] = [true, turn + 1];
  });
  for (const happening of ["pointerup", "pointercancel"]) {
    document.addEventListener(happening, ({ pointerType, clientX, clientY }) => {
      if (!isPressed) return;
      isPressed = false;
      mouse = pointerType === "mouse" ? { x: clientX, y: clientY } : null;
      follow();
    });
  }
  words.addEventListener("dblclick", () => selected() && open(true));
  document.addEventListener("selectionchange", follow);
  document.addEventListener("scroll", ({ target }) => {
    if (menu.hidden || menu.contains(target)) return;
    chosen = selected();
    if (!chosen) return;
    const { top, bottom } = review.querySelector(".review-text").getBoundingClientRect();
    const isSeen = chosen.box.bottom > Math.max(top, 0) && chosen.box.top < Math.min(bottom, window.innerHeight);
    menu.style.visibility = isSeen ? "" : "hidden"; // it comes back with its words, and covers no others meanwhile
    place(chosen.box);
  }, { capture: true, passive: true });

  menu.addEventListener("pointerdown", (event) => event.preventDefault()); // the words stay selected
  /* Arrow keys and first letters go from button to button; the keys of the page rest meanwhile. */
  menu.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.key === "Escape") {
      menu.hidden = true;
      (from ?? review.querySelector(".review-text")).focus({ preventScroll: true });
    }
    isTaken = event.key === "Enter" && event.target === menu;
    const buttons = [...menu.querySelectorAll("p:not([hidden]) button")];
    const at = buttons.indexOf(document.activeElement);
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const ahead = [...buttons.slice(at + 1), ...buttons.slice(0, at + 1)];
    if (/^[1-9]$/.test(event.key)) take(event.key);
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
    field("into").value = "into" in button.dataset ? button.value : "";
    if (!field("into").value) field("field").value = button.value;
    form.requestSubmit(part.querySelector("[data-assign-button]"));
    menu.hidden = true;
  });
  field("words").addEventListener("input", () => (field("start").value = field("end").value = ""));

  function useWords() {
    const mark = document.activeElement.closest("mark[data-findings]");
    if (!selected() && mark) window.getSelection().selectAllChildren(mark);
    from = document.activeElement === document.body ? null : document.activeElement;
    [isTaken, mouse] = [false, menu.hidden ? null : mouse];
    if (selected()) {
      const isOpen = !menu.hidden;
      menu.hidden = false;
      if (isOpen) return menu.querySelector("p:not([hidden]) button").focus();
      menu.focus({ preventScroll: true });
      return open();
    }
    part.open = true;
    field("words").focus();
  }

  function clearWords() {
    for (const name of ["words", "start", "end", "into"]) field(name).value = "";
    part.open = false;
  }

  /* Its number takes a likely field. */
  function take(number) {
    if (!menu.hidden) likely.children[number - 1]?.click();
  }

  return { useWords, clearWords, take };
}
