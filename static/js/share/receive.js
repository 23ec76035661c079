// What was dropped becomes the program, or is refused with words.

import { toast } from "../toast.js";
import "./texts.js";

/** As many characters as the server takes. */
export const LONGEST_PROGRAM = 50_000;

const MOST_BYTES = 4; // of a character in UTF-8

/** The text that bytes spell, also where the last character is cut off; `null` where they are no text. */
export function decoded(bytes) {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
    return text.includes("\0") ? null : text;
  } catch {
    return null;
  }
}

/** No more of a file is read than tells that it is too long. */
const read = async (file) => decoded(await file.slice(0, MOST_BYTES * (LONGEST_PROGRAM + 1)).arrayBuffer());

/** What is to be done with a text: `{source}`, or `{refused}`, the key of a sentence. */
export function judged(text) {
  if (text === null) return { refused: "drop.not_text" };
  const source = text.replace(/\r\n?/g, "\n").trimEnd();
  if ([...source].length > LONGEST_PROGRAM) return { refused: "drop.too_long" };
  return source.trim() ? { source } : { refused: "drop.empty" };
}

async function judgedDrop({ files, text }) {
  if (files.length > 1) return { refused: "drop.many" };
  return judged(files.length ? await read(files[0]).catch(() => null) : text);
}

/** `dropped` is `{files, text}`; `open(source)` opens a program. What happened is said. */
export async function receive(dropped, { texts: { t }, open }) {
  const { source, refused } = await judgedDrop(dropped);
  if (source) open(source);
  toast(t(refused ?? "drop.opened", { most: LONGEST_PROGRAM }));
}
