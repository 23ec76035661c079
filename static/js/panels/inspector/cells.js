/** A field of buttons with one tab stop: arrow keys, Home and End move in it, pointer and focus show an entry. */

const MOVES = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };

/** Where a key leads from an entry of a field with `rows` × `columns` entries; `null` where it leads nowhere. */
export function movedIn([i, j], key, rows, columns) {
  if (key === "Home") return [i, 0];
  if (key === "End") return [i, columns - 1];
  const move = MOVES[key];
  const [row, column] = move ? [i + move[0], j + move[1]] : [-1, -1];
  return row >= 0 && row < rows && column >= 0 && column < columns ? [row, column] : null;
}

/** Wires buttons, row by row, in the order of `columns` a row; `show(i, j)` is called for the entry that is looked at. */
export function wireCells(element, buttons, columns, show) {
  const place = (button) => [Math.floor(buttons.indexOf(button) / columns), buttons.indexOf(button) % columns];

  function look(button) {
    for (const other of buttons) other.tabIndex = other === button ? 0 : -1;
    show(...place(button));
  }

  function pressed(event) {
    const next = movedIn(place(event.target), event.key, buttons.length / columns, columns);
    if (!next) return;
    event.preventDefault();
    event.stopPropagation();
    buttons[next[0] * columns + next[1]].focus();
  }

  buttons.forEach((button, i) => (button.tabIndex = i ? -1 : 0));
  const found = (event) => event.target.closest?.("button");
  element.addEventListener("pointerover", (event) => found(event) && look(found(event)));
  element.addEventListener("focusin", (event) => found(event) && look(found(event)));
  element.addEventListener("keydown", (event) => found(event) && pressed(event));
}
