/* The keys of a review. Single letters do nothing while somebody types; the same is done by buttons and links. */
const isTyping = (element) => element.closest("input:not([type=checkbox]), textarea, select, [contenteditable]");

/* The keys alone or with one modifier; `finding` gives the evidence that is meant, `step` moves to another one. */
export function startReviewKeys(review, { finding, step, edit, showWhy, useWords, take }) {
  const form = review.querySelector("form.form-page");
  const keys = document.getElementById("keys");
  const way = (name) => document.querySelector(`[data-way=${name}]`)?.click();
  const press = (button) => button && !button.hidden && button.click();
  const decide = (how) => press(finding()?.querySelector(`[data-decide=${how}]`));
  const plain = {
    n: () => way("next"),
    p: () => way("previous"),
    s: () => way("aside"),
    j: () => step(1),
    k: () => step(-1),
    a: () => decide("accepted"),
    r: () => decide("rejected"),
    e: edit,
    w: showWhy,
    u: useWords,
    t: () => press(finding()?.closest(".field")?.querySelector(".tie button")),
    A: () => press(form.querySelector("[data-accept-all]")),
    "?": () => keys.togglePopover(),
  };
  document.addEventListener("keydown", (event) => {
    const hasControl = event.ctrlKey || event.metaKey;
    const typing = isTyping(event.target);
    let act;
    if (hasControl && !event.altKey && event.key === "Enter") {
      const leaveOut = event.shiftKey ? form.querySelector("[data-leave-out-key]") : null;
      act = () => event.repeat || form.requestSubmit(leaveOut); // held down, it would register the next one too
    }
    else if (hasControl && !event.altKey && !event.shiftKey && event.key === "z" && !typing) act = () => event.repeat || press(event.target.closest("[data-row-status] button") ?? form.querySelector("[data-undo-decision]"));
    else if (event.altKey && !hasControl && typing) act = { KeyA: () => decide("accepted"), KeyR: () => decide("rejected") }[event.code];
    else if (!hasControl && !event.altKey && !typing && !event.repeat) act = plain[event.key] ?? (/^[1-9]$/.test(event.key) && (() => take(event.key)));
    if (!act) return;
    event.preventDefault();
    act();
  });
}
