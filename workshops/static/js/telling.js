/* The server is told of decisions one after the other while the person goes on; what is pressed meanwhile waits. */

/* Gives the function that tells of a decision: its button, the id of its finding, its status. `done` is called when all
   are told. A decision that is refused goes the long way, with the whole form. */
export function startTelling(review, done) {
  const untold = []; // the oldest first; that one is under way
  let afterwards = null;

  function post({ button, id, status }) {
    const body = new URLSearchParams({ status, csrf_token: button.form.elements.csrf_token.value });
    const address = `${review.dataset.review}/findings/${id}`;
    return fetch(address, { method: "POST", body, keepalive: true }).catch(() => ({ ok: false }));
  }

  review.addEventListener("submit", (event) => {
    if (!untold.length) return;
    event.preventDefault();
    event.stopPropagation();
    afterwards = { form: event.target, submitter: event.submitter };
  }, true);

  window.addEventListener("pagehide", () => untold.slice(1).forEach(post));

  return async (decision) => {
    if (untold.push(decision) > 1) return;
    while (untold.length) {
      const { ok } = await post(untold[0]);
      const { button, id, status } = untold.shift();
      if (ok) continue;
      button.value = `${status}:${id}`;
      afterwards = { form: button.form, submitter: button };
      untold.length = 0;
    }
    done();
    afterwards?.form.requestSubmit(afterwards.submitter);
    afterwards = null;
  };
}
