/* A field that holds several names with commas between them offers the names of its list for the last one. */
export function startCommaLists(root) {
  for (const input of root.querySelectorAll("input[data-comma-list][list]")) {
    if (input.closest("template")) continue;
    const names = [...input.list.options].map((option) => option.value);
    const offered = document.createElement("datalist");
    offered.id = `${input.id}-names`;
    input.after(offered);
    const offer = () => {
      const before = input.value.slice(0, input.value.lastIndexOf(",") + 1);
      const lead = before ? `${before.trim()} ` : "";
      const there = new Set(before.split(",").map((name) => name.trim()));
      const options = names.filter((name) => !there.has(name)).map((name) => new Option("", lead + name));
      offered.replaceChildren(...options);
    };
    input.setAttribute("list", offered.id);
    input.addEventListener("input", offer);
    offer();
  }
}
