/* What is decided in a review goes to the server one after the other, in the order in which it was pressed, while the
   person goes on. Where the line is down it waits here, and is tried again until it arrives. */
const AGAIN = 4000; // milliseconds between tries
const HEARD = 3000; // milliseconds since an answer in which the server is taken to be there
const PATIENCE = 5000; // milliseconds in which it says so
const IS_DOWN = new Set([429, 502, 503, 504]); // as good as no line: the server comes back

/* A task has `send()`, which fetches, `done(answer)`, which takes the answer in and gives false where the page goes,
   and `onlyNow` where it must not happen by itself later. `line(isDown, isDropped)` says how the line is, `empty()` is
   called when all is told. `alive` is the address where the server says at once that it answers. */
export function startQueue({ line, empty, alive }) {
  const waiting = []; // the oldest first; that one is under way
  let isRunning = false;
  let isDown = false;
  let afterwards = null;
  let timer;
  let heard = performance.now(); // when the server answered last

  async function answers(send) {
    const answer = await send().catch(() => null);
    if (!answer || IS_DOWN.has(answer.status)) return null;
    heard = performance.now();
    return answer;
  }

  function failed() {
    const isDropped = Boolean(afterwards) || waiting.some((one) => one.onlyNow);
    waiting.splice(0, waiting.length, ...waiting.filter((one) => !one.onlyNow));
    [isDown, afterwards] = [true, null];
    line(true, isDropped);
    if (waiting.length) timer = setTimeout(run, AGAIN);
  }

  /* The oldest; false where there is no line. */
  async function tell() {
    const answer = await answers(waiting[0].send);
    if (!answer) return false;
    const task = waiting.shift();
    if (isDown) line((isDown = false));
    if ((await task.done(answer)) === false) waiting.length = 0;
    return true;
  }

  async function run() {
    clearTimeout(timer);
    if (isRunning || !waiting.length) return;
    isRunning = true;
    let hasLine = true;
    try {
      while (hasLine && waiting.length) hasLine = await tell();
    } finally {
      isRunning = false; // an answer that cannot be taken in stops no later one
    }
    if (!hasLine) return failed();
    empty();
    const act = afterwards;
    afterwards = null;
    act?.();
  }

  window.addEventListener("online", run);
  window.addEventListener("pagehide", () => {
    const untold = waiting.slice(isRunning ? 1 : 0).filter((one) => !one.onlyNow);
    untold.forEach((one) => one.send().catch(() => {}));
  });
  window.addEventListener("beforeunload", (event) => {
    if (isDown && waiting.length) event.preventDefault();
  });

  return {
    waiting,
    push(task) {
      waiting.push(task);
      run();
    },
    /* Do what leaves the page once all is told; not where there is no line: a browser knows that of its own part only. */
    async then(act) {
      const asks = () => fetch(alive, { method: "HEAD", cache: "no-store", signal: AbortSignal.timeout(PATIENCE) });
      const hasLine = navigator.onLine && (waiting.length ? !isDown : await answers(asks));
      if (!hasLine) line((isDown = true), true);
      else if (waiting.length) afterwards = act;
      else act();
    },
    mustWait: () => waiting.length > 0 || !navigator.onLine || performance.now() - heard > HEARD,
  };
}
