/** Exchanges what changed in the inspector and nothing else: while an input is dragged, most of it stays as it is. */

// What is looked through part by part. Other parts have listeners that know their neighbours, and change as a whole.
const OPEN = ".icols, .scalar > .iplot, .scalar > .imath, .composite, .lines, .line, .numbers";

const isSameFormula = (old, fresh) => fresh.dataset?.latex !== undefined && fresh.dataset.latex === old.dataset?.latex;

const hasSameFrame = (old, fresh) => old.cloneNode(false).isEqualNode(fresh.cloneNode(false));

function renewPart(old, fresh) {
  if (old.isEqualNode(fresh) || isSameFormula(old, fresh)) return;
  if (fresh.matches?.(OPEN) && hasSameFrame(old, fresh)) renew(old, [...fresh.childNodes]);
  else old.replaceWith(fresh);
}

/** Makes `parts` the children of an element; one that looks the same stays, with its focus and its scroll position. */
export function renew(element, parts) {
  const old = [...element.childNodes];
  if (old.length === parts.length) parts.forEach((part, i) => renewPart(old[i], part));
  else element.replaceChildren(...parts);
}
