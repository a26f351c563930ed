/* What a page is examined for in the browser, beyond what its tests do by hand. Needs axe-core on the page. */
(() => {
  const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  const name = (element) => {
    const words = (element.getAttribute("aria-label") || element.textContent || element.name || "").trim();
    return `<${element.localName}${element.id ? `#${element.id}` : ""}> ${words.replace(/\s+/g, " ").slice(0, 40)}`;
  };
  const told = (results) =>
    results.violations.map((fault) => {
      const where = fault.nodes.slice(0, 3).map((node) => `${node.target} ${node.failureSummary.replace(/\s+/g, " ")}`);
      return `${fault.id}: ${where.join("; ")}`;
    });

  /* Everything axe-core knows of WCAG 2.2 AA and good practice, in the part at a CSS selector. */
  const rules = async (part) => {
    const options = { runOnly: RULES, rules: { "target-size": { enabled: true } }, resultTypes: ["violations"] };
    return told(await axe.run(part, options));
  };

  /* Only what may differ from one set of colours to another. */
  const colours = async (part) => {
    const options = { runOnly: { type: "rule", values: ["color-contrast", "link-in-text-block"] }, resultTypes: ["violations"] };
    return told(await axe.run(part, options));
  };

  const structure = () => {
    const faults = [];
    const headings = document.querySelectorAll("h1").length;
    if (headings !== 1) faults.push(`${headings} headings of the first level`);
    if (!/^(en|fr|es)$/.test(document.documentElement.lang)) faults.push("the page does not say its language");
    const skip = document.querySelector("a[href], button, input, [tabindex='0']");
    if (!skip?.matches(".skip-link") || !document.querySelector(skip.getAttribute("href"))) faults.push("no skip link comes first");
    return faults;
  };

  /* With prefers-reduced-motion: nothing moves, nothing scrolls smoothly. */
  const motion = () =>
    [...document.querySelectorAll("*")]
      .filter((element) => {
        const style = getComputedStyle(element);
        return parseFloat(style.transitionDuration) > 0 || style.animationName !== "none" || style.scrollBehavior === "smooth";
      })
      .map((element) => `moves although nothing should: ${name(element)}`)
      .slice(0, 3);

  const width = () => {
    const outside = document.documentElement.scrollWidth - innerWidth;
    if (outside <= 0) return [];
    const wide = [...document.querySelectorAll("main *")].filter((element) => element.getBoundingClientRect().right > innerWidth + 1);
    return [`${outside} px stick out to the side at ${innerWidth} px: ${wide.slice(0, 2).map(name).join("; ")}`];
  };

  /* Follows the focus while somebody presses Tab: each element that has it must show it and be in sight. */
  const FOCUSED = ["outlineStyle", "outlineWidth", "outlineColor", "boxShadow", "backgroundColor", "borderColor"];
  const looks = (element) => {
    const style = getComputedStyle(element);
    return FOCUSED.map((property) => style[property]).join("|");
  };
  const reachable = () =>
    [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")].filter(
      (element) => element.tabIndex >= 0 && !element.disabled && element.checkVisibility({ visibilityProperty: true }) && isInTurn(element),
    );
  /* Of several radio buttons with a name, Tab stops at one. */
  const isInTurn = (element) =>
    element.type !== "radio" ||
    element.checked ||
    (!document.querySelector(`input[type=radio][name="${CSS.escape(element.name)}"]:checked`) &&
      document.querySelector(`input[type=radio][name="${CSS.escape(element.name)}"]`) === element);

  const inSight = (element) => {
    for (const box of element.getClientRects()) {
      const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
      const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
      for (const part of [0.5, 0.1, 0.9]) {
        const on = document.elementFromPoint(left + (right - left) * part, top + (bottom - top) * part);
        if (on && (element.contains(on) || on.contains(element) || on.closest("label")?.control === element)) return true;
      }
    }
    return false;
  };

  const walk = { visited: new Set(), faults: [], left: null };
  const startWalk = () => {
    document.addEventListener(
      "keydown",
      (event) => {
        const element = document.activeElement;
        if (event.key !== "Tab" || element === document.body || walk.visited.has(element)) return;
        walk.visited.add(element);
        if (!inSight(element)) walk.faults.push(`is focused out of sight: ${name(element)}`);
        walk.left = [element, looks(element)];
      },
      true,
    );
    document.addEventListener("focusout", () => {
      if (!walk.left) return;
      const [element, focused] = walk.left;
      walk.left = null;
      queueMicrotask(() => {
        if (document.activeElement !== element && looks(element) === focused) walk.faults.push(`does not show its focus: ${name(element)}`);
      });
    });
    document.activeElement?.blur();
    return reachable().length;
  };
  const endWalk = () => {
    const missed = reachable().filter((element) => !walk.visited.has(element));
    return [...walk.faults, ...missed.map((element) => `Tab does not reach: ${name(element)}`)].slice(0, 8);
  };

  window.looking = { rules, colours, structure, motion, width, startWalk, endWalk };
})();
