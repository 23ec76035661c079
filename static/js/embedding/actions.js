// What can be done with a snippet: it is copied, and the files of its kind are saved.

import { copyText } from "../clipboard.js";
import { h } from "../dom.js";
import { Refusal } from "../share/take.js";
import { saveFile } from "./files.js";
import { ENDINGS, KINDS } from "./kinds.js";

const LASTS = 2500; // milliseconds for which a button says what it has done
const FORM_NAMES = { html: "HTML", tex: "TikZ", dot: "DOT", svg: "SVG", png: "PNG" };

/** Does what needs the server, `tell(work)`, and says in `refusal` what it was refused with. */
function createTeller() {
  const refusal = h("p", { class: "refusal", role: "alert" });
  async function tell(work) {
    refusal.textContent = "";
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refusal.textContent = error.message;
      return null;
    }
  }
  return { refusal, tell };
}

function button(text, isPrimary, onclick) {
  return h("button", { type: "button", class: isPrimary ? "btn primary" : "btn", text, onclick });
}

/**
 * Buttons in a row. `context` is `{t, api, shown, select}`: `shown` holds the present `kind`, `given` and `text`, `select()` selects
 * the snippet. Gives `{element, refusal, tell, show()}`; `tell(work)` tells what the server refuses `work` with.
 */
export function createActions(context) {
  const { t, shown, select } = context;
  const said = h("span", { class: "sr", role: "status" });
  const element = h("div", { class: "acts" });
  const { refusal, tell } = createTeller();

  async function copy({ currentTarget: pressed }) {
    const copied = await copyText(shown.text, element);
    refusal.textContent = copied ? "" : t("embedding.copy_failed");
    if (!copied) return select();
    said.textContent = pressed.textContent = t("embedding.copied");
    setTimeout(() => {
      said.textContent = "";
      pressed.textContent = t("embedding.copy");
    }, LASTS);
    return pressed.focus();
  }

  async function save(ending) {
    const file = await tell(() => saveFile(ending, shown.given, context));
    if (file) said.textContent = t("share.downloaded", { file });
  }

  function show() {
    const savesFirst = shown.kind in ENDINGS; // its snippet is only the command that writes the same file
    const saving = KINDS[shown.kind].files.map((ending, i) =>
      button(t("embedding.download", { form: FORM_NAMES[ending] }), savesFirst && i === 0, () => save(ending)));
    const copying = button(t("embedding.copy"), !savesFirst, copy);
    refusal.textContent = "";
    element.replaceChildren(...(savesFirst ? [copying, ...saving.reverse()] : [...saving, copying]), said);
  }

  return { element, refusal, tell, show };
}
