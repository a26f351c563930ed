/* A second click on the same button within a few seconds is a slip of the hand: the first request is under way. */
const SLIP = 3000; // milliseconds

export function startOnce() {
  const sent = new WeakMap();
  document.addEventListener("submit", (event) => {
    const { target: form, submitter } = event;
    if (form.method !== "post" || event.defaultPrevented) return;
    const last = sent.get(form);
    if (last && last.submitter === submitter && event.timeStamp - last.at < SLIP) event.preventDefault();
    else sent.set(form, { submitter, at: event.timeStamp });
  });
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) for (const form of document.forms) sent.delete(form);
  });
}
