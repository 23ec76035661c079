// Why there is no circuit for the present text: what, where, and one click that mends it.

import { h, s } from "../dom.js";
import { fixFor, placeOf, selectionFor } from "../fixes.js";

const SIGN = "M8 2.2 14.6 13.6H1.4zM8 6.4v3.4M8 11.6v.4";

const sign = () => s("svg", { class: "ic", viewBox: "0 0 16 16", "aria-hidden": "true" }, s("path", { d: SIGN }));

const REFITTABLE = ["shape_mismatch", "bad_input_value", "bad_argument"];

/** The words that say where, unless the message itself does. */
function placeText(problem, source, t) {
  const place = problem.span && placeOf(problem);
  if (!place || problem.detail?.includes(t("problem.column", place))) return null;
  return source.includes("\n") ? t("problem.line_column", place) : t("problem.column", place);
}

/** What is wrong, in bold, and the rest of the message. */
function emphasised(sentence) {
  const [, head, rest] = /^(.*?[.:])(\s.*)$/s.exec(sentence) ?? [null, sentence, ""];
  return [h("b", { text: head }), rest];
}

function adviceText(problem, fix) {
  return problem.hint && !fix ? problem.hint : null;
}

function detail(problem, t) {
  return problem.detail ?? t("problem.unreadable");
}

/** Renders into `element`, a live region; `area` is the text area, `act` is `{rewrite, refit}`. */
export function createProblem(element, store, { t }, { area, rewrite, refit }) {
  const select = (problem) => () => {
    const span = selectionFor(problem, store.get().source);
    area.focus();
    if (span) area.setSelectionRange(...span);
  };

  function buttons(problem, source) {
    const fix = fixFor(problem, source);
    const label = fix && t(fix.adds ? "problem.add" : "problem.use", { code: fix.code });
    return [
      fix && h("button", { type: "button", class: "btn s", text: label, onclick: () => rewrite(fix.text) }),
      REFITTABLE.includes(problem.code) && !fix && h("button", { type: "button", class: "btn s", text: t("problem.refit"), onclick: refit }),
    ].filter(Boolean);
  }

  function message(problem, source) {
    const place = placeText(problem, source, t);
    const advice = adviceText(problem, fixFor(problem, source));
    return h("div", { class: "msg" }, sign(),
      h("p", {}, ...emphasised(detail(problem, t)), advice && ` ${advice}`,
        place && h("button", { type: "button", class: "lnk place", text: place, onclick: select(problem) })),
      ...buttons(problem, source));
  }

  function connection({ kind, seconds }) {
    return h("div", { class: "msg quiet" }, sign(), h("p", { text: t(`connection.${kind}`, { seconds }) }));
  }

  function content({ problem, source, connection: trouble }) {
    if (trouble) return [connection(trouble)];
    if (!problem) return [];
    return problem.code === "empty" ? [h("p", { class: "aside", text: t("problem.empty") })] : [message(problem, source)];
  }

  store.subscribe((now, before) => {
    const changed = ["problem", "connection", "language"].some((key) => now[key] !== before[key]);
    if (changed) element.replaceChildren(...content(now));
  });
}
