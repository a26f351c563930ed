/* A click anywhere in a row of a table opens the row's link; selecting text and clicking other links still work. */
export function startTables() {
  document.addEventListener("click", (event) => {
    const row = event.target.closest("tr[data-row-link]");
    if (!row || event.target.closest("a, button, input, select, label") || String(getSelection())) return;
    const link = row.querySelector("a[href]");
    if (event.ctrlKey || event.metaKey) window.open(link.href);
    else link.click();
  });
}
