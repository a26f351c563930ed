/* Words selected in the text get a small menu: a click gives them to a field. The form that does it without a script
   stands at its head; here its fields are filled and it is sent. */
export function startAssigning(review) {
  const menu = review.querySelector("[data-assign-menu]");
  const words = review.querySelector(".review-words");
  const part = review.querySelector("[data-assign]");
  if (!menu || !part) return;
  const form = part.closest("form");
  const field = (name) => form.elements[`assign_${name}`];
  let chosen = null;

  for (const group of field("field").querySelectorAll("optgroup")) {
    const line = document.createElement("p");
    line.append(`${group.label} `);
    for (const option of group.children) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "btn btn-quiet";
      button.value = option.value;
      button.textContent = option.textContent;
      line.append(button, " ");
    }
    menu.append(line);
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

  document.addEventListener("selectionchange", () => {
    if (menu.contains(document.activeElement)) return;
    chosen = selected();
    menu.hidden = !chosen;
    if (!chosen) return;
    const frame = menu.offsetParent.getBoundingClientRect();
    menu.style.top = `${chosen.box.bottom - frame.top + menu.offsetParent.scrollTop + 4}px`;
  });

  menu.addEventListener("pointerdown", (event) => event.preventDefault()); // the words stay selected
  menu.addEventListener("keydown", (event) => {
    if (event.key === "Escape") menu.hidden = true;
  });
  menu.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button || !chosen) return;
    [field("words").value, field("start").value, field("end").value] = [chosen.text, chosen.start, chosen.end];
    field("field").value = button.value;
    form.requestSubmit(part.querySelector("[data-assign-button]"));
  });
  field("words").addEventListener("input", () => (field("start").value = field("end").value = ""));
}
