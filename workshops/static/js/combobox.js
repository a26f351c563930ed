/* A text field that finds records while somebody types, after the WAI-ARIA pattern "editable combobox with list
   autocomplete". The choice goes into a hidden field for the id; typing on drops it, so that a changed name is a new
   name. A name that is not in the register yet is kept as typed. */
const WAIT = 200; // milliseconds without a key before asking

export function startComboboxes(root) {
  for (const part of root.querySelectorAll("[data-combobox]")) {
    if (!part.closest("template") && !part.dataset.started) new Combobox(part);
  }
}

class Combobox {
  constructor(part) {
    this.part = part;
    part.dataset.started = "";
    this.input = part.querySelector("input:not([type=hidden])");
    this.id = part.querySelector("[data-combobox-id]");
    this.list = document.createElement("ul");
    this.list.className = "combobox-list";
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", part.querySelector("label").firstChild.textContent.trim());
    this.status = document.createElement("p");
    this.status.className = "visually-hidden";
    this.status.setAttribute("role", "status");
    part.append(this.list, this.status);
    this.input.setAttribute("role", "combobox");
    this.input.setAttribute("aria-autocomplete", "list");
    this.input.addEventListener("input", () => this.typed());
    this.input.addEventListener("keydown", (event) => this.key(event));
    this.input.addEventListener("blur", () => this.close());
    this.list.addEventListener("pointerdown", (event) => event.preventDefault()); // the field keeps the focus
    this.list.addEventListener("click", (event) => this.choose(event.target.closest("[role=option]")));
    this.close();
  }

  typed() {
    this.id.value = "";
    clearTimeout(this.timer);
    if (!this.input.value.trim()) this.close();
    else this.timer = setTimeout(() => this.find(), WAIT);
  }

  async find() {
    const text = this.input.value.trim();
    this.asked?.abort();
    this.asked = new AbortController();
    try {
      const address = new URL(this.part.dataset.source, location.href);
      address.searchParams.set("q", text);
      const answer = await fetch(address, { signal: this.asked.signal, headers: { Accept: "application/json" } });
      if (!answer.ok) throw new Error(answer.statusText);
      this.show(await answer.json(), text);
    } catch (error) {
      if (error.name === "AbortError") return;
      this.close();
      this.status.textContent = this.part.dataset.failed;
    }
  }

  show(found, text) {
    if (document.activeElement !== this.input) return;
    const isKnown = found.some((record) => record.label.toLowerCase() === text.toLowerCase());
    const options = found.map((record) => this.option(record.label, record.detail, record.id));
    if (this.part.dataset.create && !isKnown) {
      const create = this.option(this.part.dataset.create.replace("__name__", () => text), "", "");
      create.dataset.name = text;
      options.push(create);
    }
    this.list.replaceChildren(...options);
    options.forEach((option, index) => (option.id = `${this.input.id}-option-${index}`));
    const { found: some, nothing } = this.part.dataset;
    this.status.textContent = found.length ? some.replace("__count__", found.length) : nothing;
    if (!options.length) return this.close();
    this.list.hidden = false;
    this.list.id = `${this.input.id}-list`;
    this.input.setAttribute("aria-controls", this.list.id);
    this.input.setAttribute("aria-expanded", "true");
    this.mark(null);
    this.list.scrollIntoView({ block: "nearest" });
  }

  option(label, detail, id) {
    const option = document.createElement("li");
    option.setAttribute("role", "option");
    option.dataset.id = id;
    option.dataset.name = label;
    const name = document.createElement("span");
    name.dir = "auto";
    name.textContent = label;
    option.append(name);
    if (detail) {
      const more = document.createElement("small");
      more.dir = "auto";
      more.textContent = detail;
      option.append(" ", more);
    }
    return option;
  }

  key(event) {
    const isOpen = !this.list.hidden;
    const options = [...this.list.children];
    const at = options.indexOf(this.marked);
    const moves = { ArrowDown: at + 1, ArrowUp: at < 0 ? options.length - 1 : at - 1 };
    if (event.key in moves) {
      event.preventDefault();
      if (isOpen) this.mark(options[(moves[event.key] + options.length) % options.length]);
      else if (this.input.value.trim()) this.find();
    } else if (event.key === "Enter" && isOpen && this.marked) {
      event.preventDefault(); // choosing is not saving
      this.choose(this.marked);
    } else if (event.key === "Escape" && isOpen) {
      event.preventDefault();
      event.stopPropagation();
      this.close();
    } else if (event.key === "Tab" && isOpen && this.marked) {
      this.choose(this.marked);
    }
  }

  mark(option) {
    this.marked?.removeAttribute("aria-selected");
    this.marked = option;
    if (!option) return this.input.removeAttribute("aria-activedescendant");
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    this.input.setAttribute("aria-activedescendant", option.id);
  }

  choose(option) {
    if (!option) return;
    this.input.value = option.dataset.name;
    this.id.value = option.dataset.id;
    this.close();
    this.input.dispatchEvent(new Event("change", { bubbles: true }));
    this.id.dispatchEvent(new Event("change", { bubbles: true }));
  }

  close() {
    clearTimeout(this.timer);
    this.asked?.abort();
    this.list.hidden = true;
    this.mark(null);
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-controls");
  }
}
