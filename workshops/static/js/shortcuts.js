/* "/" goes to the search field, unless somebody is typing. */
export function startShortcuts() {
  const search = document.getElementById("site-search");
  if (!search) return;
  document.addEventListener("keydown", (event) => {
    const isTyping = event.target.closest("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isTyping) return;
    event.preventDefault();
    const menu = document.getElementById("main-menu");
    if (!search.checkVisibility()) menu.showPopover();
    search.focus();
    search.select();
  });
}
