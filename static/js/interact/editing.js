// What keys do in the program's box beyond the browser's own: a new line keeps its indentation, and one key takes it away.

const STEP = 4;

const lineBefore = (text, caret) => text.slice(text.lastIndexOf("\n", caret - 1) + 1, caret);

/** What Enter puts in at a place: a line break and the blanks of its line, more after a colon, none after a return. */
export function brokenLine(text, caret) {
  const line = lineBefore(text, caret);
  const indentation = /^[ \t]*/.exec(line)[0];
  const code = line.replace(/#.*/, "").trim();
  if (code.endsWith(":")) return `\n${indentation}${" ".repeat(STEP)}`;
  return /^return\b/.test(code) ? `\n${indentation.slice(STEP)}` : `\n${indentation}`;
}

/** How many signs Backspace takes away at a place: one level of indentation, or 0 where the browser knows better. */
export function outdented(text, caret) {
  const line = lineBefore(text, caret);
  return /^ +$/.test(line) ? ((line.length - 1) % STEP) + 1 : 0;
}

/** As typed: the browser can undo it, and listeners hear of it. */
function insert(area, text) {
  if (document.execCommand(text ? "insertText" : "delete", false, text)) return;
  area.setRangeText(text, area.selectionStart, area.selectionEnd, "end");
  area.dispatchEvent(new Event("input", { bubbles: true }));
}

function enter(area) {
  const text = brokenLine(area.value, area.selectionStart);
  if (text === "\n") return false;
  insert(area, text);
  return true;
}

function backspace(area) {
  const { selectionStart: caret, selectionEnd } = area;
  const count = caret === selectionEnd ? outdented(area.value, caret) : 0;
  if (count < 2) return false;
  area.setSelectionRange(caret - count, caret);
  insert(area, "");
  return true;
}

const KEYS = { Enter: enter, Backspace: backspace };

/** Listens to the keys of a text area; Tab stays what it is, the way out. */
export function createEditing(area) {
  area.addEventListener("keydown", (event) => {
    const act = event.isComposing || event.ctrlKey || event.metaKey || event.altKey ? null : KEYS[event.key];
    if (act?.(area)) event.preventDefault();
  });
}
