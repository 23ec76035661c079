// The check: all gradients beside central differences, at the press of a button.

import { h } from "../dom.js";
import { typeset } from "../math.js";
import { requestFor } from "../session.js";
import { addTexts } from "../texts.js";
import en from "../../texts/check.en.json" with { type: "json" };
import ko from "../../texts/check.ko.json" with { type: "json" };
import { conclusion, rowsOf } from "./check/compare.js";
import { checkTable, errorText } from "./check/table.js";

const DIFFERENCE = String.raw`\dfrac{\partial f}{\partial w} \approx \dfrac{f(w+h) - f(w-h)}{2h}`;

/** What a check was made for; when one of these changes, it is no longer true. */
const CHECKED = ["source", "inputs", "upstream", "constants", "fold", "unfold"];

function createChecker(store, api) {
  let asked = null;

  async function run() {
    const mine = new AbortController();
    asked = mine;
    store.set({ check: { kind: "running" } });
    const outcome = await api.evaluate({ ...requestFor(store.get()), layout: false, check: true }, mine.signal);
    if (asked === mine) store.set({ check: outcome });
  }

  store.subscribe((now, before) => {
    if (!now.check || !CHECKED.some((key) => now[key] !== before[key])) return;
    asked?.abort();
    asked = null;
    store.set({ check: null });
  });
  return { run };
}

function resultElements({ data }, t) {
  const rows = rowsOf(data);
  const { key, values } = conclusion(rows);
  const sentence = h("p", { class: "conclusion", text: t(key, { ...values, error: errorText(values.error) }) });
  sentence.classList.toggle("bad", values.differs > 0);
  const kink = values.kinks ? h("p", { class: "aside", text: t("check.kink") }) : null;
  return { sentence, rest: [rows.length ? checkTable(rows, t) : null, kink].filter(Boolean) };
}

function failure({ kind, problem }, t) {
  const detail = kind === "problem" ? problem.detail : null;
  return h("p", { class: "conclusion bad", text: detail ?? t("check.failed") });
}

function explanation(t) {
  const formula = h("p", { class: "rule" });
  typeset(formula, DIFFERENCE);
  const text = h("p", { class: "aside" });
  return { element: h("div", { class: "method" }, formula, text), show: () => (text.textContent = t("check.method")) };
}

/** Fills `element`. */
export function create(element, { store, api, texts: { t } }) {
  addTexts({ en, ko });
  const checker = createChecker(store, api);
  const title = h("h2", { class: "sr", id: "check-title" });
  const button = h("button", { type: "button", class: "btn primary", onclick: checker.run });
  const status = h("div", { role: "status" });
  const rest = h("div", { class: "found" });
  const method = explanation(t);
  element.append(title, button, status, rest, method.element);

  function showOutcome({ check }) {
    const { sentence, rest: found = [] } = check?.kind === "answer" ? resultElements(check, t) : {};
    const text = check && check.kind !== "running" ? (sentence ?? failure(check, t)) : "";
    status.replaceChildren(text);
    rest.replaceChildren(...found);
  }

  function show(state) {
    const running = state.check?.kind === "running";
    title.textContent = t("check.title");
    button.textContent = t(running ? "check.running" : "check.run");
    button.disabled = running || !state.answer || Boolean(state.problem);
    method.show();
    showOutcome(state);
  }

  const SHOWN = ["check", "language", "answer", "problem"];
  store.subscribe((now, before) => {
    if (SHOWN.some((key) => now[key] !== before[key])) show(now);
  });
  show(store.get());
}
