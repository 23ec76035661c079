// Why there is no circuit for the present text: what, where, and one click that mends it; for each wrong statement.

import { h, s } from "../dom.js";
import { errorsOf, fixFor, placeOf, selectionFor } from "../fixes.js";

const SIGN = "M8 2.2 14.6 13.6H1.4zM8 6.4v3.4M8 11.6v.4";

const sign = () => s("svg", { class: "ic", viewBox: "0 0 16 16", "aria-hidden": "true" }, s("path", { d: SIGN }));

const SHOWN = 3;

const REFITTABLE = ["shape_mismatch", "bad_input_value", "bad_argument"];

/** The words that say where, unless the message itself does. */
function placeText(problem, source, t) {
  const place = problem.span && placeOf(problem);
  if (!place) return null;
  const text = t(source.includes("\n") ? "problem.line_column" : "problem.column", place);
  const said = problem.detail?.split(text).slice(1) ?? [];
  return said.some((rest) => !/^\d/.test(rest)) ? null : text;
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

/** "Add )" or "Use sin(x)", with the program text as such. */
function fixLabel({ code, at }, t) {
  const [before, after] = t(at === undefined ? "problem.use" : "problem.add", { code: "\n" }).split("\n");
  return [before, h("code", { text: code }), after];
}

/** Renders into `element`, a live region; `area` is the text area, `act` is `{rewrite, refit}`. */
export function createProblem(element, store, { t }, { area, rewrite, refit }) {
  let open = null; // the program whose errors are all listed

  const select = (problem) => () => {
    const span = selectionFor(problem, store.get().source);
    area.focus();
    if (span) area.setSelectionRange(...span);
  };

  function buttons(problem, source) {
    const fix = fixFor(problem, source);
    return [
      fix && h("button", { type: "button", class: "btn s", onclick: () => rewrite(fix.text) }, ...fixLabel(fix, t)),
      REFITTABLE.includes(problem.code) && !fix && h("button", { type: "button", class: "btn s", text: t("problem.refit"), onclick: refit }),
    ].filter(Boolean);
  }

  function message(problem, source) {
    const place = placeText(problem, source, t);
    const advice = adviceText(problem, fixFor(problem, source));
    return h("li", { class: "msg" }, sign(),
      h("p", {}, ...emphasised(detail(problem, t)), advice && ` ${advice}`,
        place && h("button", { type: "button", class: "lnk place", text: place, onclick: select(problem) })),
      ...buttons(problem, source));
  }

  function connection({ kind, seconds }) {
    return h("div", { class: "msg quiet" }, sign(), h("p", { text: t(`connection.${kind}`, { seconds }) }));
  }

  function more(hidden, state) {
    const show = () => {
      open = state.source;
      element.replaceChildren(...content(state));
    };
    return h("li", {}, h("button", { type: "button", class: "lnk", text: t("notice.more", { count: hidden }), onclick: show }));
  }

  function list(state) {
    const errors = errorsOf(state.problem);
    const shown = open === state.source ? errors : errors.slice(0, SHOWN);
    const hidden = errors.length - shown.length;
    return h("ul", { class: "problems" }, ...shown.map((error) => message(error, state.source)), hidden > 0 && more(hidden, state));
  }

  function content(state) {
    if (state.connection) return [connection(state.connection)];
    if (!state.problem) return [];
    return state.problem.code === "empty" ? [h("p", { class: "aside", text: t("problem.empty") })] : [list(state)];
  }

  store.subscribe((now, before) => {
    const changed = ["problem", "connection", "language"].some((key) => now[key] !== before[key]);
    if (changed) element.replaceChildren(...content(now));
  });
}
