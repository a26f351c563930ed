/* Rows of a form that are added, removed and moved in place. Without this script the same buttons ask the server. */
import { startComboboxes } from "./combobox.js";
import { startDates } from "./dates.js";

const NUMBERED = ["id", "name", "for", "value", "aria-labelledby", "aria-describedby", "aria-controls"];
const lists = new Map(); // by the id of its part of the page, which an answer of the server may give anew
const heirs = new WeakMap(); // the row that an answer gave in the place of another

export function startRows(root) {
  for (const rows of root.querySelectorAll("[data-rows]")) {
    const list = lists.get(rows.id);
    if (list) list.moveTo(rows);
    else lists.set(rows.id, new Rows(rows));
  }
}

/* To be called when a form is sent whose answer gives its lists anew. */
export function rowsAreSent() {
  for (const list of lists.values()) list.sent = new Map([...list.list.children].map((row) => [row, list.content(row)]));
}

/* What is in a list anew in the place of something that was in it. */
export function heirOf(element) {
  const like = (one) => `${one.tagName} ${one.name} ${one.type === "submit" && one.value}`.replace(/\d+/g, "");
  const row = heirs.get(element.closest("[data-row]"));
  if (row) return [...row.querySelectorAll("*")].find((one) => like(one) === like(element));
  const list = element.closest("[data-row-status]") && lists.get(element.closest("[data-rows]").id);
  return list?.status.querySelector("button");
}

class Rows {
  constructor(rows) {
    this.removed = []; // the last one is offered back
    this.sent = new Map();
    this.names = new RegExp(`^${rows.dataset.rows}-(?:\\d+|__index__)-`);
    this.ids = new RegExp(`(^|\\s)${rows.id}-(?:\\d+|__index__)(?=-)`, "g");
    this.acts = new RegExp(`^(\\w+:${rows.dataset.rows}):(?:\\d+|__index__)`);
    this.hold(rows);
  }

  hold(rows) {
    this.rows = rows;
    this.list = rows.querySelector("[data-row-list]");
    this.template = rows.querySelector("[data-row-template]");
    this.status = rows.querySelector("[data-row-status]");
    rows.addEventListener("click", (event) => this.press(event));
  }

  press(event) {
    const button = event.target.closest("button");
    const act = ["rowAdd", "rowRemove", "rowUp", "rowDown"].find((name) => name in (button?.dataset ?? {}));
    if (!act) return; // any other button asks the server
    event.preventDefault();
    const row = button.closest("[data-row]");
    if (act === "rowAdd") this.add();
    else if (act !== "rowRemove") this.move(row, button, act === "rowUp" ? -1 : 1);
    else if (event.detail < 2) this.remove(row); // a double click would remove the next one too
  }

  add() {
    const row = this.template.content.firstElementChild.cloneNode(true);
    this.put(row, this.list.lastChild);
    if (!this.removed.length) this.status.textContent = "";
    row.querySelector("input:not([type=hidden]), select, textarea").focus();
  }

  put(row, previous) {
    this.list.insertBefore(row, previous ? previous.nextSibling : this.list.firstChild);
    this.renumber();
    startComboboxes(row);
    startDates(row);
  }

  remove(row) {
    const number = this.number(row);
    this.removed.push({ row, number, ahead: [...this.list.children].slice(0, number - 1).reverse() });
    row.remove();
    this.renumber();
    this.offerBack();
    this.status.querySelector("button").focus();
  }

  offerBack() {
    this.status.textContent = "";
    if (!this.removed.length) return;
    const undo = document.createElement("button");
    [undo.type, undo.className, undo.textContent] = ["button", "btn btn-link", this.rows.dataset.undo];
    undo.addEventListener("click", () => this.takeBack());
    this.status.append(this.rows.dataset.removed.replace("__number__", this.removed.at(-1).number), " ", undo);
  }

  takeBack() {
    const { row, ahead } = this.removed.pop();
    this.put(row, ahead.find((one) => one.parentNode === this.list));
    this.offerBack();
    row.querySelector("[data-row-remove]").focus();
  }

  /* The same list as the server gives it. What was done since it was sent stays: rows removed and added, and words
     typed; and what was removed before is still offered back. */
  moveTo(rows) {
    const { sent } = this;
    const before = [...this.list.children];
    this.hold(rows);
    const fresh = new Set(this.list.children);
    const take = (row, said) => {
      const same = [...fresh].find((one) => isSame(said, this.content(one))) ?? [...fresh].find((one) => shareFinding(row, one));
      fresh.delete(same);
      return same;
    };
    for (const [row, said] of sent) heirs.set(row, take(row, said));
    const heir = (row) => heirs.get(row) ?? row;
    const isNew = (row) => !sent.has(row);
    this.removed = this.removed.filter(({ row }) => sent.has(row) || !take(row, this.content(row)));
    for (const one of this.removed) [one.row, one.ahead] = [heir(one.row), one.ahead.map(heir)];
    const isChanged = before.some(isNew) || this.removed.some(({ row }) => this.list.contains(row));
    this.removed.forEach(({ row }) => row.remove());
    let last = null;
    for (const row of before) {
      if (isNew(row)) this.list.insertBefore(row, last ? last.nextSibling : this.list.firstChild);
      else this.keepTyped(row, heirs.get(row));
      last = isNew(row) ? row : (heirs.get(row) ?? last);
    }
    if (isChanged) this.renumber();
    if (!this.status.textContent) this.offerBack();
  }

  content(row) {
    return Object.fromEntries([...row.querySelectorAll("[name]:not(button)")].map((one) => [one.name.replace(this.names, ""), one.value]));
  }

  keepTyped(row, anew) {
    const said = this.sent.get(row);
    for (const field of anew?.querySelectorAll("[name]:not(button, [type=checkbox])") ?? []) {
      const name = field.name.replace(this.names, "");
      const typed = this.content(row)[name];
      if (typed !== said[name] && field.value === said[name]) field.value = typed;
    }
  }

  move(row, button, step) {
    const other = step < 0 ? row.previousElementSibling : row.nextElementSibling;
    if (!other) return;
    if (step < 0) other.before(row);
    else other.after(row);
    this.renumber();
    this.status.textContent = this.rows.dataset.moved.replace("__number__", this.number(row));
    const opposite = row.querySelector(step < 0 ? "[data-row-down]" : "[data-row-up]");
    (button.disabled ? opposite : button).focus();
  }

  number(row) {
    return [...this.list.children].indexOf(row) + 1;
  }

  renumber() {
    [...this.list.children].forEach((row, index, all) => {
      row.querySelector("[data-row-number]").textContent = index + 1;
      row.querySelector("[data-row-up]").disabled = index === 0;
      row.querySelector("[data-row-down]").disabled = index === all.length - 1;
      for (const element of [row, ...row.querySelectorAll("*")]) this.rename(element, index);
    });
    this.rows.dispatchEvent(new Event("rows-changed", { bubbles: true }));
  }

  rename(element, index) {
    for (const attribute of NUMBERED) {
      const old = element.getAttribute(attribute);
      if (!old || (attribute === "value" && element.name !== "row_action")) continue;
      const renamed =
        attribute === "value"
          ? old.replace(this.acts, `$1:${index}`)
          : attribute === "name"
            ? old.replace(this.names, `${this.rows.dataset.rows}-${index}-`)
            : old.replace(this.ids, `$1${this.rows.id}-${index}`);
      if (renamed !== old) element.setAttribute(attribute, renamed);
    }
  }
}

const isSame = (one, other) => Object.entries(one).every(([name, value]) => other[name] === value);

function shareFinding(row, other) {
  const ids = [...other.querySelectorAll("[data-finding]")].map((one) => one.id);
  return [...row.querySelectorAll("[data-finding]")].some((one) => ids.includes(one.id));
}
