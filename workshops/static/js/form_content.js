/* What stands in a form, by the names of its fields, without files and tokens. */
const NOT_KEPT = new Set(["csrf_token", "form_key"]);

export function content(form) {
  const fields = {};
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string" && !NOT_KEPT.has(name)) (fields[name] ??= []).push(value);
  }
  return fields;
}

/* The fields that stand in `now` otherwise than in `before`; null for those that are gone. */
export function differences(before, now) {
  const changed = {};
  for (const [name, values] of Object.entries(now)) {
    if (JSON.stringify(values) !== JSON.stringify(before[name])) changed[name] = values;
  }
  for (const name of Object.keys(before)) {
    if (!(name in now)) changed[name] = null;
  }
  return changed;
}
