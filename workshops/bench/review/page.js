// What the robot sees of a review: where the keys lead, what is in view, where words of the text stand.
const STOPS = "a[href], button, input:not([type=hidden]), select, textarea, summary, mark, [tabindex]";
const FOOT = 80; // pixels of the bar at the foot of the page

document.addEventListener("form-anew", () => {
  delete document.documentElement.dataset.waits;
  document.documentElement.dataset.anew = "";
}, true);

document.addEventListener("mousemove", ({ clientX, clientY }) => (window.robot.mouse = [clientX, clientY]), true);

window.robot = {
  mouse: [0, 0],
  form: () => document.querySelector("form.form-page"),
  control: (name) => robot.form().elements[name],

  content: () => [...new FormData(robot.form())].filter(([, value]) => typeof value === "string"),

  isInView(element) {
    const { top, bottom } = element.getBoundingClientRect();
    return element.checkVisibility() && top >= 0 && bottom <= window.innerHeight - FOOT;
  },

  // How many presses of Tab lead to an element (fewer than none: backwards); null where nothing has the focus.
  tabs(element) {
    const stops = [...document.querySelectorAll(STOPS)].filter((one) => one.tabIndex >= 0 && !one.disabled && one.checkVisibility());
    const [from, to] = [stops.indexOf(document.activeElement), stops.indexOf(element)];
    return from < 0 || to < 0 ? null : to - from;
  },

  // How many presses of "j" or "k" lead to a finding that is not decided; null where that cannot be told.
  steps(evidence) {
    const all = [...document.querySelectorAll("form.form-page [data-finding]")];
    const active = document.activeElement;
    if (!all.includes(evidence) || evidence.dataset.status !== "proposed") return null;
    const at = all.indexOf(active.closest("[data-finding]") ?? active.closest(".field")?.querySelector("[data-finding]"));
    if (at < 0 && !active.matches("body, .review-text")) return null;
    const between = (from, to) => all.slice(from, to).filter((one) => one.dataset.status === "proposed").length;
    const to = all.indexOf(evidence);
    return to > at ? between(at + 1, to + 1) : -between(to, at);
  },

  // The ways to a control of the form.
  ways(name) {
    const control = robot.control(name);
    const evidence = control.closest(".field")?.querySelector("[data-finding]");
    return {
      tabs: robot.tabs(control),
      steps: evidence ? robot.steps(evidence) : null,
      isTyping: robot.isTyping(),
      isHidden: !control.checkVisibility(),
      isInView: robot.isInView(control),
      isArea: control.matches("textarea"),
      isThere: document.activeElement === control,
      value: control.value,
      labels: control.options ? [...control.options].map((one) => [one.value, one.text]) : [],
    };
  },

  // The button that takes a row out, and the finding beside a control or with a value, with what rejects it.
  finding: (name) => robot.control(name)?.closest(".field")?.querySelector("[data-finding]")?.dataset.finding ?? "",
  otherTitle: (title) => [...document.querySelectorAll("[data-status=other]")].find((one) => one.querySelector("q").textContent === title)?.id ?? "",
  rejecting(id) {
    const button = document.querySelector(`#finding-${id} [data-decide=rejected]`);
    if (!button) return null;
    const steps = robot.steps(button.closest("[data-finding]"));
    return { steps, isTyping: robot.isTyping(), isInView: robot.isInView(button) };
  },
  isTyping: () => Boolean(document.activeElement.closest("input:not([type=checkbox]), textarea, select")),
  removal: (name) => robot.isInView(robot.control(name).closest("[data-row]").querySelector("[data-row-remove]")),
  rows: (rows) => document.querySelectorAll(`[data-rows=${rows}] [data-row-list] > [data-row]`).length,
  adding: (rows) => robot.isInView(document.querySelector(`[data-rows=${rows}] [data-row-add]`)),

  // Where words stand in the text, whatever the blanks; a quotation goes on to its end. Prefers what is in view.
  range(words, isQuote) {
    const all = document.querySelector(".review-words");
    const text = all.textContent;
    const wanted = words.trim().split(/\s+/).map((one) => one.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("\\s+");
    const edge = isQuote ? ["", ""] : ["(?<![\\p{L}\\p{N}])", "(?![\\p{L}\\p{N}])"];
    const found = wanted ? [...text.matchAll(new RegExp(edge[0] + wanted + edge[1], "gu"))] : [];
    const ranges = found.map(({ 0: said, index }) => {
      const rest = isQuote ? text.slice(index + said.length).search(/[”»"“]|\n\s*\n|$/) : 0;
      const range = document.createRange();
      range.setStart(...robot.place(all, index));
      range.setEnd(...robot.place(all, index + said.length + rest, true));
      return range;
    });
    return ranges.find((range) => robot.isShown(range)) ?? ranges[0] ?? null;
  },
  place(all, at, isEnd = false) {
    const nodes = document.createTreeWalker(all, NodeFilter.SHOW_TEXT);
    let rest = at;
    for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
      if (rest < node.length || (isEnd && rest === node.length)) return [node, rest];
      rest -= node.length;
    }
    return [all, all.childNodes.length];
  },
  isShown(range) {
    const { top, bottom } = range.getBoundingClientRect();
    const pane = document.querySelector(".review-text").getBoundingClientRect();
    return top >= Math.max(pane.top, 0) && bottom <= Math.min(pane.bottom, window.innerHeight - FOOT);
  },

  // Whether words can be selected, whether two presses take just them, and where the menu has the field: at which line of
  // it, as far as that can be told before, and by which key.
  async words(words, isQuote, into) {
    const range = robot.range(words, isQuote);
    if (!range) return null;
    const before = document.createRange();
    before.selectNodeContents(document.querySelector(".review-words"));
    before.setEnd(range.startContainer, range.startOffset);
    const length = (text) => [...text].length;
    const start = length(before.toString());
    const end = start + length(range.toString());
    const first = /^[\p{L}\p{N}_]+/u.exec(range.toString())?.[0] ?? "";
    const whole = await robot.said({ start, end: start + length(first), whole: 1 });
    const { fields } = await robot.said({ start, end });
    const names = fields.map((one) => one.split(":")).map(([id, of]) => (of ? robot.nameIn(id, of) : id)).filter(Boolean);
    const all = [...names.slice(0, 5), ...document.querySelector("[name=assign_field]").options].map((one) => one.value ?? one);
    const line = all.indexOf(into);
    return {
      isTaken: Boolean(first) && whole.start === start && whole.end === end,
      isShown: robot.isShown(range),
      line: line < 0 ? null : line,
      key: line >= 0 && line < Math.min(names.length, 5) ? String(line + 1) : "",
    };
  },
  async said(place) {
    const answer = await fetch(`${document.querySelector("[data-assign-menu]").dataset.source}?${new URLSearchParams(place)}`);
    return answer.json();
  },
  nameIn: (id, of) => document.getElementById(`finding-${id}`)?.closest("[data-row]")?.querySelector(`[name$="-${of}"]`)?.name,

  // The line of the menu for a field, now that it is there: whether it is below the mouse, and the letters that lead to it.
  menu(into) {
    const buttons = [...document.querySelectorAll("[data-assign-menu] p:not([hidden]) button")];
    const target = buttons.findIndex((one) => one.value === into);
    const initial = (one) => one.textContent.trim()[0].toLowerCase();
    const same = buttons.slice(1, target + 1).map(initial).filter((one) => one === initial(buttons[target]));
    const key = buttons[target]?.querySelector("kbd")?.textContent ?? "";
    return { key, isThere: target >= 0, isUnder: document.elementFromPoint(...robot.mouse) === buttons[target], letters: same.join("") };
  },

  isSelected: (words, isQuote) => String(getSelection()).trim() === String(robot.range(words, isQuote)).trim(),

  // Brings words into view and tells where on the screen they begin and end.
  ends(words, isQuote) {
    const range = robot.range(words, isQuote);
    if (!robot.isShown(range)) {
      document.querySelector(".review-text").scrollIntoView({ block: "nearest", behavior: "instant" });
      const pane = document.querySelector(".review-text");
      const [top, of] = [range.getBoundingClientRect().top, pane.getBoundingClientRect().top];
      pane.scrollBy({ top: top - of - pane.clientHeight / 3, behavior: "instant" });
    }
    const boxes = [...range.getClientRects()].filter((box) => box.width);
    const [first, last] = [boxes[0], boxes.at(-1)];
    return [first.left + 1, first.top + first.height / 2, last.right - 1, last.top + last.height / 2];
  },
};
