/* The page where the words of a document are written: placeholders at a click, the preview without loading the page. */
function startInserting(form) {
  let last = form.querySelector("textarea");
  last.setSelectionRange(last.value.length, last.value.length);
  form.addEventListener("focusin", ({ target }) => {
    if (target.matches("textarea, input[type=text]")) last = target;
  });
  const list = form.querySelector("[data-insert-label]");
  for (const name of form.querySelectorAll("[data-insert]")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "btn btn-secondary";
    button.textContent = name.textContent;
    button.ariaLabel = list.dataset.insertLabel.replace("__name__", name.textContent);
    button.addEventListener("click", () => {
      last.setRangeText(button.textContent, last.selectionStart, last.selectionEnd, "end");
      last.dispatchEvent(new Event("input", { bubbles: true }));
      last.focus();
    });
    name.replaceWith(button);
  }
}

function startPreview(form) {
  const button = form.querySelector("[data-preview-button]");
  const place = form.querySelector("[data-preview-picture]");
  button.addEventListener("click", async (event) => {
    event.preventDefault();
    if (place.ariaBusy === "true") return;
    place.ariaBusy = "true";
    const sent = new FormData(form, button);
    try {
      const answer = await fetch(location.href, { method: "POST", body: new URLSearchParams(sent) });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const made = page.querySelector("[data-preview-picture]");
      if (!made || page.querySelector("[data-error-summary]")) throw new Error("the whole page is needed");
      place.replaceChildren(...made.childNodes);
    } catch {
      button.formAction = location.pathname + location.search; // a whole page says what is wrong, from its top
      form.requestSubmit(button);
    } finally {
      place.ariaBusy = "false";
    }
  });
}

const form = document.querySelector(".text-editor")?.closest("form");
if (form) {
  startInserting(form);
  startPreview(form);
}
