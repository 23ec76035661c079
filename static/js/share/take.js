// What can be taken away from a circuit besides its link: its program for a library, and its picture.

import { copyComing } from "../clipboard.js";
import { requestFor } from "../session.js";
import { isAtRest } from "../steps.js";
import { toast } from "../toast.js";
import "./texts.js";
import { fileName } from "./names.js";

const LIBRARIES = { numpy: "NumPy", pytorch: "PyTorch", jax: "JAX" };

/** What an item was refused with, in words. */
export class Refusal extends Error {}

/** The evaluation that a circuit was drawn from, as far as it decides about a program or a picture. */
export function evaluated(state) {
  const body = requestFor(state);
  delete body.layout;
  return body;
}

export const codeRequest = (state, target) => ({ ...evaluated(state), target });

/** A picture shows what the page shows: its theme, its language, how far the steps have come; a file follows its reader's theme. */
export function pictureRequest(state, format, systemIsDark) {
  const { theme, language, step, digits } = state;
  const seen = theme === "auto" && format !== "html" ? (systemIsDark ? "dark" : "light") : theme;
  const halfway = state.answer && step !== null && !isAtRest(state);
  return { ...evaluated(state), format, theme: seen, lang: language, digits, ...(halfway ? { step } : {}) };
}

/** The data of an answer; what the server says instead is told in words. */
export function dataOf({ kind, data, problem, seconds }, t) {
  if (kind === "answer") return data;
  if (kind !== "problem") throw new Refusal(t(`share.${kind}`, { seconds }));
  if (!problem.detail) throw new Refusal(t("share.unreadable"));
  throw new Refusal([problem.detail, !problem.span && problem.hint].filter(Boolean).join(" "));
}

export function download(blob, name) {
  const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** Copies the program, or saves it where the browser does not let the page copy; gives what is to be said of it. */
async function takeProgram(target, { store, texts: { t }, api }) {
  const coming = api.code(codeRequest(store.get(), target)).then((result) => dataOf(result, t));
  if (await copyComing(coming)) return t("share.copied", { library: LIBRARIES[target] });
  const file = fileName(store.get().answer, "py");
  download(new Blob([await coming], { type: "text/x-python" }), file);
  return t("share.saved", { file });
}

async function takePicture(format, { store, texts: { t }, api }) {
  const state = store.get();
  const body = pictureRequest(state, format, matchMedia("(prefers-color-scheme: dark)").matches);
  const file = fileName(state.answer, format);
  download(dataOf(await api.render(body), t), file);
  return t("share.downloaded", { file });
}

/** Takes `kind`: "numpy", "pytorch", "jax" to the clipboard, "svg", "png", "html" as a file. Gives the words of a refusal, if any. */
export async function take(kind, context) {
  try {
    toast(await (LIBRARIES[kind] ? takeProgram : takePicture)(kind, context));
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
}
