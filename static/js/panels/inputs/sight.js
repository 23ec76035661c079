// Which of many rows are out of sight: while numbers change from frame to frame, those are written when they rest.

/** More rows than this are many. */
export const MANY = 24;

const REST = 300; // milliseconds without a change

/** `urgent(rows)` for the rows of a list; `write(row)` writes one that has waited. */
export function createSight(write) {
  const far = new Set();
  const waiting = new Set();
  let [watched, timer] = [[], null];

  function writeNow(element) {
    if (waiting.delete(element)) write(element);
  }

  const observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) far.delete(target);
      else far.add(target);
      if (isIntersecting) writeNow(target);
    }
  });

  /** Looks at these rows, and no longer at those that are gone. */
  function watch(elements) {
    const [now, before] = [new Set(elements), new Set(watched)];
    const gone = watched.filter((element) => !now.has(element));
    for (const element of gone) {
      observer.unobserve(element);
      for (const set of [far, waiting]) set.delete(element);
    }
    for (const element of elements) if (!before.has(element)) observer.observe(element);
    watched = elements;
  }

  /** Those of the rows to be written at once; the others follow when nothing has changed for a moment, or when seen. */
  return function urgent(elements) {
    watch(elements.length > MANY ? elements : []);
    clearTimeout(timer);
    timer = setTimeout(() => [...waiting].forEach(writeNow), REST);
    return elements.filter((element) => !far.has(element) || !waiting.add(element));
  };
}
