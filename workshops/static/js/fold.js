/* Figures are folded away on a small screen, where the list matters more; a click opens them. */
if (matchMedia("(max-width: 61.99rem)").matches) {
  for (const figures of document.querySelectorAll("details[data-fold-small]")) figures.open = false;
}
