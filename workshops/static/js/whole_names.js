/* A double click takes the whole name to which a word belongs: words with capitals, the small ones that join them, and
   the acronym behind. "And" joins two names as often as it stands in one, so a name ends there. */
const CAPITAL = "\\p{Lu}(?:\\.|[\\p{L}\\p{M}\\p{N}'’&-]*)";
const SMALL = "of|for|the|on|in|at|de|del|des|du|la|las|los|le|les|el|en|pour|por|para|sur|sobre|à|aux|au|von|van|der|den|da|do|dos|das";
const BLANK = "(?:[^\\S\\n]+|[^\\S\\n]*\\n[^\\S\\n]*)";
const NEXT = `${BLANK}(?:(?:${SMALL})${BLANK})*(?:[dl]['’])?${CAPITAL}`;
const NAME = new RegExp(`${CAPITAL}(?:${NEXT})*(?:${BLANK}\\([\\p{Lu}\\p{N}&/-]{2,}\\))?`, "gu");
const ARTICLE = /^(?:(?:The|Le|La|Les|El|Los|Las)\s+|L['’])(?=\p{Lu})/u;

/* Where the name that holds the character at `at` begins and ends in a text; null where it is in none. */
export function nameAround(text, at) {
  for (const { 0: found, index } of text.matchAll(NAME)) {
    if (index > at) return null;
    if (at < index + found.length) return [index + (ARTICLE.exec(found)?.[0].length ?? 0), index + found.length];
  }
  return null;
}

export function takeWholeNames(words) {
  words.addEventListener("dblclick", () => {
    const selection = window.getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return;
    const before = document.createRange();
    before.setStart(words, 0);
    before.setEnd(selection.getRangeAt(0).startContainer, selection.getRangeAt(0).startOffset);
    const [text, start] = [words.textContent, before.toString().length];
    const end = start + selection.toString().trimEnd().length; // of "d'Expertise" France the name begins behind the d
    const name = nameAround(text, start) ?? nameAround(text, end - 1);
    if (name) selection.setBaseAndExtent(...placeAt(words, name[0], false), ...placeAt(words, name[1], true));
  });
}

/* The text node that holds a character, and where in it; at the seam of two the one before if `isEnd`. */
function placeAt(words, at, isEnd) {
  const nodes = document.createTreeWalker(words, NodeFilter.SHOW_TEXT);
  let rest = at;
  for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
    if (rest < node.length || (isEnd && rest === node.length)) return [node, rest];
    rest -= node.length;
  }
  return [words, words.childNodes.length];
}
