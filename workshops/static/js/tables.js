/* A click anywhere in a row of a table opens the row's link; selecting text and clicking other links still work.
   A box that chooses all rows (data-choose-all, with the name of their boxes) is shown where this script runs. */
export function startTables() {
  document.addEventListener("click", (event) => {
    const row = event.target.closest("tr[data-row-link]");
    if (!row || event.target.closest("a, button, input, select, label") || String(getSelection())) return;
    const link = row.querySelector("a[href]");
    if (event.ctrlKey || event.metaKey) window.open(link.href);
    else link.click();
  });
  for (const all of document.querySelectorAll("[data-choose-all]")) startChoosingAll(all);
}

function startChoosingAll(all) {
  const boxes = [...document.querySelectorAll(`input[type="checkbox"][name="${all.dataset.chooseAll}"]`)];
  const show = () => {
    all.checked = boxes.every((box) => box.checked);
    all.indeterminate = !all.checked && boxes.some((box) => box.checked);
  };
  all.addEventListener("change", () => boxes.forEach((box) => (box.checked = all.checked)));
  for (const box of boxes) box.addEventListener("change", show);
  all.closest("[hidden]").hidden = boxes.length < 2;
  show();
}
