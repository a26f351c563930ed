/* A file that is too large is named at its field before it is sent: sending it would take minutes and fail. */
const MEGABYTE = 1024 * 1024;

export function startFileSizes() {
  for (const form of document.querySelectorAll("form[data-largest]")) {
    const largest = Number(form.dataset.largest);
    for (const input of form.querySelectorAll("input[type=file]")) {
      const error = document.createElement("p");
      error.className = "field-error";
      error.id = `${input.id}-size-error`;
      error.setAttribute("role", "alert");
      input.after(error);
      input.addEventListener("change", () => {
        const size = Math.max(0, ...[...input.files].map((file) => file.size));
        const isTooLarge = size > largest * MEGABYTE;
        const words = form.dataset.tooLarge.replace("__size__", Math.ceil(size / MEGABYTE)).replace("__most__", largest);
        error.textContent = isTooLarge ? words : "";
        input.setCustomValidity(error.textContent);
        input.toggleAttribute("aria-invalid", isTooLarge);
      });
      form.addEventListener("submit", (event) => {
        if (!error.textContent) return;
        event.preventDefault();
        input.focus();
      });
    }
  }
}
