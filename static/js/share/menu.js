// A button of the bar with what it opens: arrow keys go through the items; Escape, a click elsewhere, leaving it close.

const STRIDES = { ArrowDown: 1, ArrowUp: -1 };

/** The place that a key leads to among `count` items, from the one at `index` (-1: none); `null` for other keys. */
export function placeFor(key, index, count) {
  if (key === "Home") return 0;
  if (key === "End") return count - 1;
  if (!STRIDES[key]) return null;
  return index < 0 && key === "ArrowUp" ? count - 1 : (index + STRIDES[key] + count) % count;
}

/** `element` holds a button with aria-expanded and a `.sheet`; gives the function that closes it. */
export function createMenu(element, onOpen) {
  const button = element.querySelector("[aria-expanded]");
  const sheet = element.querySelector(".sheet");
  const items = () => [...sheet.querySelectorAll(".item")];

  function toggle(open) {
    if (sheet.hidden === !open) return;
    sheet.hidden = !open;
    button.setAttribute("aria-expanded", String(open));
    if (open) onOpen();
  }

  function close() {
    const within = sheet.contains(document.activeElement) || document.activeElement === document.body;
    toggle(false);
    if (within) button.focus();
  }

  function go(event) {
    const place = placeFor(event.key, items().indexOf(document.activeElement), items().length);
    if (place === null) return;
    event.preventDefault();
    toggle(true);
    items()[place].focus();
  }

  button.addEventListener("click", () => toggle(sheet.hidden));
  element.addEventListener("keydown", (event) => {
    const closing = event.key === "Escape" && !sheet.hidden;
    if (closing) event.stopPropagation(); // what is open on the page stays open
    (closing ? close : go)(event);
  });
  element.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget && !element.contains(relatedTarget)) toggle(false);
  });
  addEventListener("click", ({ target }) => !element.contains(target) && toggle(false));
  return close;
}
