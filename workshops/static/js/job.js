/* The page of a job looks every few seconds how far it is, and opens itself anew once it has begun and once it is over. */
const PAUSE = 2500; // milliseconds

export function startJob() {
  const job = document.querySelector("[data-job]");
  if (!job) return;
  const bar = job.querySelector("progress");
  const sentence = job.querySelector("[data-job-sentence]");

  async function look() {
    if (!document.hidden) {
      const answer = await fetch(job.dataset.job, { headers: { Accept: "application/json" } }).catch(() => null);
      if (answer && !answer.ok && answer.status < 500) return location.reload(); // signed out, or gone
      if (answer?.ok) {
        const state = await answer.json();
        if (state.status !== job.dataset.status) return location.reload();
        if (state.total > 1) Object.assign(bar, { max: state.total, value: state.done });
        if (sentence.textContent !== state.sentence) sentence.textContent = state.sentence;
      }
    }
    setTimeout(look, PAUSE);
  }
  setTimeout(look, PAUSE);
}
