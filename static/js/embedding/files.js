// The files that the server writes: pictures, documents, TikZ, DOT.

import { dataOf, download, evaluated } from "../share/take.js";
import { FORMATS } from "./kinds.js";

/** What the server is asked for a file; `form` says whether TikZ is a whole document. */
export function fileRequest(ending, { circuit, form }) {
  const { theme, language: lang, digits, step } = circuit;
  const format = FORMATS[ending];
  return {
    ...evaluated(circuit),
    format,
    theme,
    lang,
    digits,
    ...(step === null ? {} : { step }),
    ...(format === "tikz" ? { standalone: form === "document" } : {}),
  };
}

const fileOf = async (ending, given, { api, t }) => dataOf(await api.render(fileRequest(ending, given)), t);

/** The text of a file; fails with a Refusal, whose message is for the reader. */
export const fileText = async (ending, given, context) => (await fileOf(ending, given, context)).text();

/** Saves a file under the name of its program. */
export async function saveFile(ending, given, context) {
  const file = `${given.name}.${ending}`;
  download(await fileOf(ending, given, context), file);
  return file;
}
