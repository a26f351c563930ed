/* A form that says what is still required, that something is not saved yet, and asks before it is left that way. */
function missing(form) {
  const empty = [...form.querySelectorAll("[required]")].filter((control) => !control.value.trim());
  return empty.map((control) => control.labels?.[0]).filter(Boolean);
}

function fill(status, form, isChanged) {
  status.replaceChildren(isChanged ? form.dataset.unsaved : "");
  const labels = missing(form);
  if (!labels.length) return;
  status.append(" ", form.dataset.stillRequired, " ");
  labels.forEach((label, index) => {
    const link = document.createElement("a");
    link.href = `#${label.htmlFor}`;
    const row = label.closest("[data-row]")?.querySelector("h3"); // "Agency 2" says more than "Agency"
    link.textContent = (row ?? label.firstChild).textContent.trim();
    status.append(index ? ", " : "", link);
  });
}

export function startWatch() {
  for (const form of document.querySelectorAll("form[data-watch]")) {
    const status = form.querySelector("[data-save-status]");
    let isChanged = Boolean(form.querySelector("[data-error-summary]"));
    let isLeaving = "keep" in form.dataset; // what is kept by itself needs no question: keep.js asks where it does
    const look = () => {
      isChanged = true;
      fill(status, form, isChanged);
    };
    form.addEventListener("input", look);
    form.addEventListener("rows-changed", look);
    form.addEventListener("form-anew", look);
    form.addEventListener("submit", () => (isLeaving = true));
    window.addEventListener("pageshow", () => (isLeaving = "keep" in form.dataset));
    window.addEventListener("beforeunload", (event) => {
      if (isChanged && !isLeaving) event.preventDefault();
    });
    if (!status.textContent.trim()) fill(status, form, isChanged);
  }
}
