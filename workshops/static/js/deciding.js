/* The buttons of a review without a new page: the same form is sent, and its answer is put in place. */
import { content } from "./form_content.js";
import { startInPlace } from "./in_place.js";
import { startQueue } from "./queue.js";
import { rowsAreSent } from "./rows.js";

const BEACON = 60000; // characters that a browser still sends when the page is gone
const DECISION = /^(accepted|rejected|proposed):(\d+)$/;

/* `ahead(button)` is called when a button is pressed, `shown(at, before, hasStayed)` when its answer is there: where to
   go on, what the first gave, and whether the person is still there. `recount` asks anew what to look at. Gives the function that tells of a decision alone. */
export function startDeciding(review, { ahead, shown, recount }) {
  const form = review.querySelector("form.form-page");
  const put = startInPlace(form);
  const spoken = form.querySelector("[data-spoken]");
  const words = form.querySelector("[data-line]");
  form.querySelector(".save-bar").append(words);
  let isLongWay = false;
  let isToldAlone = false;

  const queue = startQueue({
    alive: words.dataset.alive,
    line(isDown, isDropped) {
      words.textContent = isDown ? words.dataset[isDropped ? "dropped" : "down"] : words.dataset.back;
      words.classList.toggle("is-bad", isDown);
    },
    empty() {
      if (isToldAlone) recount();
      isToldAlone = false;
    },
  });

  /* Shown at once, counted at once; then as the server says. */
  function mark({ id, status }) {
    const evidence = document.getElementById(`finding-${id}`);
    if (!evidence) return;
    const isDecided = (one) => one === "accepted" || one === "rejected";
    const more = Number(isDecided(status)) - Number(isDecided(evidence.dataset.status));
    const progress = form.querySelector(".look-progress");
    if (progress) progress.textContent = progress.textContent.replace(/\d+/, (count) => Number(count) + more);
    evidence.dataset.status = status;
    evidence.querySelectorAll("[data-decide]").forEach((one) => {
      one.setAttribute("aria-pressed", String(one.dataset.decide === status));
    });
    form.querySelector("[data-undo-decision]").hidden = false;
  }

  /* As without a script, for an answer that is no review: it says itself what is wrong. */
  function goLongWay(name, value) {
    const button = document.createElement("button");
    [button.hidden, button.name, button.value] = [true, name, value];
    form.append(button);
    isLongWay = true;
    form.requestSubmit(button);
  }

  function leave(address) {
    form.dispatchEvent(new Event("form-sent"));
    location.assign(address);
    return false;
  }

  function whole(name, value, before) {
    let sent;
    const [, status, id] = DECISION.exec(value) ?? [];
    return {
      name,
      value,
      onlyNow: name !== "finding_action",
      decision: id && { id, status },
      send() {
        sent = content(form);
        rowsAreSent();
        const fields = new FormData(form);
        if (name) fields.set(name, value);
        const body = new URLSearchParams(fields).toString();
        const headers = { Accept: "text/html", "Content-Type": "application/x-www-form-urlencoded", "X-In-Place": "1" };
        return fetch(review.dataset.review, { method: "POST", body, headers, keepalive: body.length < BEACON });
      },
      async done(answer) {
        const there = answer.headers.get("X-Go-To") ?? (answer.redirected ? answer.url : "");
        if (there) return leave(there);
        const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
        const at = fresh.querySelector("[data-review]")?.dataset.at;
        if (!fresh.querySelector("[data-review-fields]")) {
          goLongWay(name, value);
          return false;
        }
        const hasStayed = document.activeElement === before?.focused;
        put(fresh, sent);
        queue.waiting.forEach((one) => one.decision && mark(one.decision));
        const summary = form.querySelector("[data-error-summary]");
        spoken.textContent = summary ? "" : form.querySelector(".look-progress").textContent;
        shown(at, summary ? null : before, hasStayed);
        summary?.focus();
        return true;
      },
    };
  }

  function pressed(button) {
    const { name = "", value = "" } = button ?? {};
    if (value !== "undo" && queue.waiting.some((one) => one.name === name && one.value === value)) return; // a slip of the hand
    const task = whole(name, value, name === "finding_action" ? ahead(button) : null);
    if (task.decision) mark(task.decision);
    queue.push(task);
  }

  /* The second click of a double click would take the decision back, or decide on what has come under the pointer. */
  form.addEventListener("click", (event) => {
    if (event.detail < 2 || !event.target.closest("[name=finding_action]:not([data-undo-decision])")) return;
    event.preventDefault();
    event.stopPropagation();
  }, true);

  document.addEventListener("submit", (event) => {
    const { target, submitter } = event;
    if (isLongWay || target.method !== "post") return;
    const asksAnew = submitter?.name === "row_action" || submitter?.hasAttribute("formaction");
    if (target === form && !asksAnew) pressed(submitter);
    else if (queue.mustWait()) queue.then(() => target.requestSubmit(submitter));
    else return;
    event.preventDefault();
    event.stopPropagation();
  }, true);

  document.addEventListener("click", (event) => {
    const way = event.target.closest("a[data-way]");
    if (!way || !queue.mustWait() || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    queue.then(() => way.click());
  });

  return (decision) => {
    mark(decision);
    const { id, status } = decision;
    queue.push({
      decision,
      send() {
        const body = new URLSearchParams({ status, csrf_token: form.elements.csrf_token.value });
        return fetch(`${review.dataset.review}/findings/${id}`, { method: "POST", body, keepalive: true });
      },
      done({ ok }) {
        if (ok) isToldAlone = true;
        else queue.waiting.unshift(whole("finding_action", `${status}:${id}`, null));
      },
    });
  };
}
