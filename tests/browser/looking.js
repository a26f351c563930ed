/* What a page is examined for in the browser, beyond what its tests do by hand. Needs axe-core on the page. */
(() => {
  const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  const COLOURS = ["color-contrast", "link-in-text-block"];
  const name = (element) => {
    const words = (element.getAttribute("aria-label") || element.textContent || element.name || "").trim();
    return `<${element.localName}${element.id ? `#${element.id}` : ""}> ${words.replace(/\s+/g, " ").slice(0, 40)}`;
  };
  const told = (results) =>
    results.violations.map((fault) => {
      const where = fault.nodes.slice(0, 3).map((node) => `${node.target} ${node.failureSummary.replace(/\s+/g, " ")}`);
      return `${fault.id}: ${where.join("; ")}`;
    });

  /* Everything axe-core knows of WCAG 2.2 AA and good practice besides colours, in the part at a CSS selector. */
  const rules = async (part) => {
    const apart = Object.fromEntries(COLOURS.map((rule) => [rule, { enabled: false }]));
    const options = { runOnly: RULES, rules: { "target-size": { enabled: true }, ...apart }, resultTypes: ["violations"] };
    return told(await axe.run(part, options));
  };

  /* What axe-core says of colours. They follow from what an element and all around it look like, so of all that looks
     alike one is examined, over all pages opened in this window. */
  const colours = async (part) => {
    const chosen = newLooks(document.querySelector(part));
    if (!chosen.length) return [];
    return told(await axe.run({ include: chosen }, { runOnly: { type: "rule", values: COLOURS }, resultTypes: ["violations"] }));
  };
  const SEEN = "looks seen";
  const OWN = ["color", "backgroundColor", "backgroundImage", "opacity", "fontSize", "fontWeight", "textDecorationLine", "position", "filter"];
  const newLooks = (part) => {
    const seen = new Set(JSON.parse(sessionStorage.getItem(SEEN) ?? "[]"));
    const looks = new Map();
    const look = (element) => {
      if (!element) return 0;
      if (!looks.has(element)) {
        const style = getComputedStyle(element);
        const own = OWN.map((property) => style[property]).join("|");
        looks.set(element, hashed(`${look(element.parentElement)} ${element.localName} ${element.disabled} ${own}`));
      }
      return looks.get(element);
    };
    const hasText = (element) =>
      "placeholder" in element || element.localName === "select" || [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
    const chosen = [part, ...part.querySelectorAll("*")].filter((element) => {
      if (!hasText(element) || !element.checkVisibility() || seen.has(look(element))) return false;
      return seen.add(look(element));
    });
    sessionStorage.setItem(SEEN, JSON.stringify([...seen]));
    return chosen;
  };
  /* A number of 53 bits for a text, so that many looks can be remembered (FNV-1a, twice). */
  const hashed = (text) => {
    let [low, high] = [0x811c9dc5, 0x01000193];
    for (let at = 0; at < text.length; at++) {
      low = Math.imul(low ^ text.charCodeAt(at), 0x01000193);
      high = Math.imul(high ^ text.charCodeAt(at), 0x85ebca6b);
    }
    return (low >>> 0) * 0x200000 + (high >>> 11);
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

  /* A shape is not in the middle of its box if it is an archipelago, but surely on its own outline. */
  const isOutlineInSight = (shape) => {
    const { x, y } = shape.getPointAtLength(0).matrixTransform(shape.getScreenCTM());
    return document.elementFromPoint(x, y) === shape;
  };

  const inSight = (element) => {
    if ([...element.querySelectorAll("path")].some(isOutlineInSight)) return true;
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

  let walk;
  document.addEventListener(
    "keydown",
    (event) => {
      const element = document.activeElement;
      if (!walk || event.key !== "Tab" || element === document.body || walk.visited.has(element)) return;
      walk.visited.add(element);
      if (!inSight(element)) walk.faults.push(`is focused out of sight: ${name(element)}`);
      walk.left = [element, looks(element)];
    },
    true,
  );
  document.addEventListener("focusout", () => {
    if (!walk?.left) return;
    const [element, focused] = walk.left;
    walk.left = null;
    queueMicrotask(() => {
      if (document.activeElement !== element && looks(element) === focused) walk.faults.push(`does not show its focus: ${name(element)}`);
    });
  });
  /* From the top of the page, or from the beginning of its contents; gives the presses that it takes. */
  const startWalk = (isWhole) => {
    const from = isWhole ? document.body : document.querySelector("main");
    from.tabIndex = -1;
    from.focus();
    from.blur();
    if (isWhole) from.removeAttribute("tabindex");
    walk = { visited: new Set(), faults: [], left: null, within: from };
    return toVisit().length;
  };
  const toVisit = () => reachable().filter((element) => walk.within.contains(element));
  const endWalk = () => {
    const missed = toVisit().filter((element) => !walk.visited.has(element));
    return [...walk.faults, ...missed.map((element) => `Tab does not reach: ${name(element)}`)].slice(0, 8);
  };

  window.looking = { rules, colours, structure, motion, width, startWalk, endWalk };
})();
