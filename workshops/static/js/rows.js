/* Rows of a form that are added, removed and moved in place. Without this script the same buttons ask the server. */
import { startComboboxes } from "./combobox.js";
import { startDates } from "./dates.js";

const NUMBERED = ["id", "name", "for", "value", "aria-labelledby", "aria-describedby", "aria-controls"];

export function startRows(root) {
  for (const rows of root.querySelectorAll("[data-rows]")) new Rows(rows);
}

class Rows {
  constructor(rows) {
    this.rows = rows;
    this.list = rows.querySelector("[data-row-list]");
    this.template = rows.querySelector("[data-row-template]");
    this.status = rows.querySelector("[data-row-status]");
    this.names = new RegExp(`^${rows.dataset.rows}-(?:\\d+|__index__)-`);
    this.ids = new RegExp(`(^|\\s)${rows.id}-(?:\\d+|__index__)(?=-)`, "g");
    this.acts = new RegExp(`^(\\w+:${rows.dataset.rows}):(?:\\d+|__index__)`);
    rows.addEventListener("click", (event) => this.press(event));
  }

  press(event) {
    const button = event.target.closest("button");
    const act = ["rowAdd", "rowRemove", "rowUp", "rowDown"].find((name) => name in (button?.dataset ?? {}));
    if (!act) return; // any other button asks the server
    event.preventDefault();
    const row = button.closest("[data-row]");
    if (act === "rowAdd") this.add();
    else if (act === "rowRemove") this.remove(row);
    else this.move(row, button, act === "rowUp" ? -1 : 1);
  }

  add() {
    const row = this.template.content.firstElementChild.cloneNode(true);
    this.list.append(row);
    this.renumber();
    startComboboxes(row);
    startDates(row);
    this.status.textContent = "";
    row.querySelector("input:not([type=hidden]), select, textarea").focus();
  }

  remove(row) {
    const number = this.number(row);
    const after = row.nextElementSibling;
    row.remove();
    this.renumber();
    const undo = document.createElement("button");
    undo.type = "button";
    undo.className = "btn btn-link";
    undo.textContent = this.rows.dataset.undo;
    undo.addEventListener("click", () => {
      this.list.insertBefore(row, after?.isConnected ? after : null);
      this.renumber();
      this.status.textContent = "";
      row.querySelector("[data-row-remove]").focus();
    });
    this.status.replaceChildren(this.rows.dataset.removed.replace("__number__", number), " ", undo);
    undo.focus();
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
