/* What to look at is said anew when somebody has changed the form: the server counts, as it does without a script. */
import { content } from "./form_content.js";

const PAUSE = 500; // milliseconds without a change before asking

export function startLook(review) {
  const look = review.querySelector("[data-look]");
  if (!look) return () => {};
  const form = look.closest("form");
  let timer, asked;

  async function ask() {
    asked?.abort();
    asked = new AbortController();
    const body = new URLSearchParams({ csrf_token: form.elements.csrf_token.value });
    for (const [name, values] of Object.entries(content(form))) values.forEach((value) => body.append(name, value));
    try {
      const answer = await fetch(look.dataset.look, { method: "POST", body, signal: asked.signal });
      if (answer.ok) show((await answer.json()).html);
    } catch {
      // it stays as it was: the next change asks again
    }
  }

  /* Whoever is in the list by keyboard stays at the same link or button, where it is still there. */
  function show(html) {
    const list = look.querySelector("[data-look-list]");
    const { href, value } = list.contains(document.activeElement) ? document.activeElement : {};
    list.innerHTML = html;
    const same = (one) => (href ? one.href === href : Boolean(value) && one.value === value);
    [...list.querySelectorAll("a, button")].find(same)?.focus({ preventScroll: true });
  }

  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE);
  };
  for (const happening of ["input", "change", "rows-changed"]) form.addEventListener(happening, later);
  return later;
}
