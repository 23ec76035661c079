// Why there is no circuit for the present text: what, where, and one click that mends it; for each wrong statement.

import { h, s } from "../dom.js";
import { errorsOf, fixFor, placeOf } from "../fixes.js";
import { merged } from "../spans.js";

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

function buttons(error, fix, { t, mend, refit }) {
  return [
    fix && h("button", { type: "button", class: "btn s", onclick: mend(fix) }, ...fixLabel(fix, t)),
    REFITTABLE.includes(error.code) && !fix && h("button", { type: "button", class: "btn s", text: t("problem.refit"), onclick: refit }),
  ].filter(Boolean);
}

/** One error of the program `read`. */
function message(error, read, tools) {
  const { t, show } = tools;
  const fix = fixFor(error, read);
  const place = placeText(error, read, t);
  const advice = adviceText(error, fix);
  return h("li", { class: "msg" }, sign(),
    h("p", {}, ...emphasised(detail(error, t)), advice && ` ${advice}`, " ",
      place && h("button", { type: "button", class: "lnk place", text: place, onclick: () => show(read, error) })),
    ...buttons(error, fix, tools));
}

function connection({ kind, seconds }, t) {
  return h("div", { class: "msg quiet" }, sign(), h("p", { text: t(`connection.${kind}`, { seconds }) }));
}

/** Renders into `element`, a live region; `show(read, error)` shows its place, `rewrite(text)` and `refit()` mend it. */
export function createProblem(element, store, { t }, { show, rewrite, refit }) {
  let open = false; // whether all errors are listed

  /** Mends one error; the others may have been mended since the program was read. */
  const mendIn = (read) => (fix) => (event) => {
    const text = merged(read, fix.text, store.get().source);
    event.currentTarget.disabled = true;
    if (text !== null) rewrite(text);
  };

  function more(hidden, state) {
    const unfold = () => {
      open = true;
      element.replaceChildren(...content(state));
      element.querySelector(`.msg:nth-child(${SHOWN + 1}) button`)?.focus();
    };
    return h("li", {}, h("button", { type: "button", class: "lnk", text: t("notice.more", { count: hidden }), onclick: unfold }));
  }

  function list(state) {
    const read = state.problem.source ?? state.source;
    const errors = errorsOf(state.problem);
    const shown = open ? errors : errors.slice(0, SHOWN);
    const hidden = errors.length - shown.length;
    const tools = { t, show, refit, mend: mendIn(read) };
    return h("ul", { class: "problems" }, ...shown.map((error) => message(error, read, tools)), hidden > 0 && more(hidden, state));
  }

  function content(state) {
    if (state.connection) return [connection(state.connection, t)];
    if (!state.problem) return [];
    return state.problem.code === "empty" ? [h("p", { class: "aside", text: t("problem.empty") })] : [list(state)];
  }

  store.subscribe((now, before) => {
    const changed = ["problem", "connection", "language"].some((key) => now[key] !== before[key]);
    open &&= Boolean(now.problem);
    if (changed) element.replaceChildren(...content(now));
  });
}
