/* A date is typed as people write it; a button beside it opens the calendar of the browser. */
const LOCALES = { en: "en-GB", fr: "fr", es: "es" };

function inWords(iso) {
  const [year, month, day] = iso.split("-").map(Number);
  const format = { day: "numeric", month: "long", year: "numeric" };
  return new Date(year, month - 1, day).toLocaleDateString(LOCALES[document.documentElement.lang], format);
}

function addCalendar(input) {
  const pick = document.createElement("input");
  pick.type = "date";
  pick.tabIndex = -1;
  pick.setAttribute("aria-hidden", "true");
  const button = document.createElement("button");
  button.type = "button";
  button.className = "btn btn-quiet";
  button.title = document.querySelector("[data-calendar]").dataset.calendar;
  button.setAttribute("aria-label", `${button.title}: ${input.labels[0].firstChild.textContent.trim()}`);
  button.append(document.querySelector("[data-calendar] svg").cloneNode(true));
  const frame = document.createElement("div");
  frame.className = "date-field";
  input.replaceWith(frame);
  frame.append(input, button, pick);
  button.addEventListener("click", () => pick.showPicker());
  pick.addEventListener("change", () => {
    if (!pick.value) return;
    input.value = inWords(pick.value);
    input.dispatchEvent(new Event("input", { bubbles: true }));
    input.focus();
  });
}

export function startDates(root) {
  if (!document.querySelector("[data-calendar]") || !("showPicker" in HTMLInputElement.prototype)) return;
  for (const input of root.querySelectorAll("input[data-date]")) {
    if (!input.closest("template") && !input.closest(".date-field")) addCalendar(input);
  }
}
