/* A form is kept on the server while it is typed, so that a closed tab, an expired session or an empty battery loses
   nothing. Only what changed is sent, at most every few seconds; nothing is put into the browser's own storage, which
   others may read on a shared machine. */
import { content, differences } from "./form_content.js";

const PAUSE = 4000; // milliseconds from the first change to keeping it
const RETRIES = [5000, 10000, 20000, 40000, 60000];
const BEACON = 60000; // bytes that a browser still sends when the page is gone

export function startKeeping() {
  for (const form of document.querySelectorAll("form[data-keep]")) new Keeper(form);
}

class Keeper {
  constructor(form) {
    this.form = form;
    this.set = form.dataset;
    this.status = form.querySelector("[data-keep-status]");
    this.signedOut = form.querySelector("[data-keep-signed-out]");
    this.spoken = form.querySelector("[data-keep-spoken]");
    this.atFirst = this.kept = content(form); // what needs no keeping: at first the page as it came
    this.revision = null; // of what the server has from this page
    this.failures = 0;
    this.time = "";
    for (const happening of ["input", "change", "rows-changed", "form-anew"]) {
      form.addEventListener(happening, () => this.changed());
    }
    form.addEventListener("form-sent", () => (this.isSent = true));
    form.addEventListener("submit", (event) => this.submitted(event));
    form.addEventListener("click", (event) => {
      if (event.target.closest("a[data-cancel]")) this.isCancelled = true;
    });
    for (const happening of ["pointerdown", "keydown"]) {
      document.addEventListener(happening, () => (this.isCancelled = false), true); // somebody who stayed after all
    }
    for (const happening of ["online", "focus"]) window.addEventListener(happening, () => this.failures && this.keep());
    document.addEventListener("visibilitychange", () => document.hidden && this.isChanged() && this.keep());
    window.addEventListener("beforeunload", (event) => this.leave(event));
    window.addEventListener("pagehide", () => this.left());
    window.addEventListener("pageshow", () => (this.isSent = false));
    if ("keepNow" in this.set) this.kept = null; // the page came with what somebody typed before
    if (!this.kept) this.changed();
  }

  isChanged(since = this.kept) {
    return !since || Object.keys(differences(since, content(this.form))).length > 0;
  }

  changed() {
    this.isCancelled = false;
    this.timer ??= setTimeout(() => this.keep(), PAUSE);
  }

  async keep() {
    clearTimeout(this.timer);
    this.timer = null;
    if (this.isKeeping || this.isSent || !this.isChanged()) return;
    this.isKeeping = true;
    await this.send();
    this.isKeeping = false;
    if (this.failures) this.timer ??= setTimeout(() => this.keep(), RETRIES[Math.min(this.failures, RETRIES.length) - 1]);
    else if (!this.isRefused && this.isChanged()) this.changed();
  }

  async send(isAgain = false) {
    const now = content(this.form);
    let answer;
    try {
      answer = await this.post(now);
    } catch {
      return this.failed(this.time ? "offline" : "never");
    }
    const facts = await answer.json().catch(() => ({}));
    if (answer.ok) return this.done(now, facts);
    if (answer.status === 401) return this.failed("signedOut");
    if (answer.status === 403 && !isAgain) return (await this.renewed()) ? this.send(true) : this.failed("signedOut");
    if (answer.status === 409 && this.revision !== null) {
      this.revision = null; // the server asks for the whole form
      return this.send(true);
    }
    if (answer.status === 429 || answer.status >= 500) return this.failed(this.time ? "again" : "notYet");
    this.isRefused = true;
    this.say(facts.message ?? "");
  }

  post(now) {
    const base = this.revision;
    const changes = differences(base === null ? {} : this.kept, now);
    const { keepAddress: address, keepUser: user } = this.set;
    const body = JSON.stringify({ key: this.field("form_key").value, address, user, base, changes });
    this.isTooLarge = new Blob([body]).size > BEACON;
    return fetch(this.set.keep, {
      method: "POST",
      keepalive: !this.isTooLarge,
      headers: { "Content-Type": "application/json", Accept: "application/json", "X-CSRFToken": this.field("csrf_token").value },
      body,
    });
  }

  done(now, { revision, time }) {
    if (revision === null) {
      this.isRefused = true; // the form was saved meanwhile: what is typed now is not kept
      return;
    }
    const wasBad = this.failures || this.isRefused;
    [this.kept, this.revision, this.time, this.failures, this.isRefused] = [now, revision, time, 0, false];
    this.say(this.worded("kept"), !wasBad && this.hasSpoken);
    this.hasSpoken = true;
  }

  failed(how) {
    this.failures += 1;
    this.say(how === "signedOut" ? "" : this.worded(how), this.bad === how, how);
  }

  /* The words in sight; spoken once when it turns from good to bad or back, not each time something is kept. */
  say(words, isQuiet = false, bad = "") {
    this.bad = bad;
    this.signedOut.hidden = bad !== "signedOut";
    if (this.status.textContent !== words) this.status.textContent = words;
    this.status.classList.toggle("is-bad", Boolean(bad || this.isRefused));
    if (!isQuiet) this.spoken.textContent = words || this.signedOut.textContent.trim();
  }

  worded(how) {
    return this.status.dataset[how].replace("__time__", this.time);
  }

  /* Somebody signed in again in another tab: their fresh token goes into every form of this page. */
  async renewed() {
    const address = `${this.set.keepToken}?user=${this.set.keepUser}`;
    const answer = await fetch(address, { headers: { Accept: "application/json" } }).catch(() => null);
    if (!answer?.ok) return false;
    const { token } = await answer.json();
    for (const field of document.querySelectorAll("input[name=csrf_token]")) field.value = token;
    return true;
  }

  submitted(event) {
    if (event.defaultPrevented) return;
    if (this.isChanged()) this.post(content(this.form)).catch(() => {});
    this.isSent = true;
  }

  leave(event) {
    if (this.isSent) return;
    if (this.isCancelled && this.isChanged(this.atFirst)) event.preventDefault(); // what was typed is forgotten now
    if (!this.isChanged()) return;
    if (this.failures || this.isRefused || this.isTooLarge) event.preventDefault();
  }

  left() {
    if (this.isSent) return;
    if (this.isCancelled) {
      const body = new URLSearchParams({ form_key: this.field("form_key").value, csrf_token: this.field("csrf_token").value });
      if (this.revision !== null || this.isKeeping) navigator.sendBeacon(this.set.keepDrop, body);
    } else if (this.isChanged()) {
      if (this.isKeeping) this.revision = null; // whether that arrived is not known: send all
      this.post(content(this.form)).catch(() => {});
    }
  }

  field(name) {
    return this.form.elements.namedItem(name);
  }
}
