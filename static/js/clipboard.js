// Putting text on the clipboard.

function copyBySelection(text, within) {
  const field = document.createElement("textarea");
  field.value = text;
  field.className = "sr";
  within.append(field);
  field.select();
  const copied = document.execCommand("copy");
  field.remove();
  return copied;
}

/**
 * Puts text on the clipboard, also where the clipboard's own interface is not offered; false when neither works.
 * `within` is where text can be selected: while a dialog is open, that is only there.
 */
export async function copyText(text, within = document.body) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text, within);
  }
}

/**
 * The same for text that is still on its way. The clipboard is asked at once: some browsers allow that only right
 * after a click. Fails where the text does.
 */
export async function copyComing(text) {
  const blob = async () => new Blob([await text], { type: "text/plain" });
  try {
    await navigator.clipboard.write([new ClipboardItem({ "text/plain": blob() })]);
    return true;
  } catch {
    return copyText(await text);
  }
}
