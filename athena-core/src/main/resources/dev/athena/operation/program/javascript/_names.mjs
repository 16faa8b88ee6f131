// Names, and those that were probably meant.

/** Returns a name as Athena has it: `recall_semantic` for `recallSemantic`. */
export function snakeCase(name) {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** Returns a name as JavaScript has it: `recallSemantic` for `recall_semantic`. */
export function camelCase(name) {
  return name.replace(/(?<=[a-z0-9])_([a-z0-9])/g, (_, letter) => letter.toUpperCase());
}

/** Returns advice for whoever wrote `wrong` where one of `names` belongs. */
export function advice(wrong, names) {
  const near = names
    .map((name) => ({ name, steps: distance(wrong, name) }))
    .filter(({ steps }) => steps <= Math.max(2, wrong.length / 3))
    .sort((a, b) => a.steps - b.steps);
  const guess = near.length > 0 ? `did you mean "${near[0].name}"? ` : "";
  return `${guess}there are: ${names.join(", ") || "none"}`;
}

/** Returns how many letters make two names differ, as Levenshtein (1966) counts them. */
function distance(a, b) {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const other = a[i - 1] === b[j - 1] ? 0 : 1;
      next.push(Math.min(next[j - 1] + 1, row[j] + 1, row[j - 1] + other));
    }
    row = next;
  }
  return row[b.length];
}
