/** What has gone wrong since the circuit was drawn: a program that cannot be read, a server that does not answer. */

import { h } from "../dom.js";

const SHOWN = ["problem", "connection", "language"];

function wordsOf({ problem, connection }, t) {
  if (connection) return t(`connection.${connection.kind}`, { seconds: connection.seconds });
  return problem && [problem.detail, problem.hint].filter(Boolean).join(" ");
}

export function createNotice(element, store, { t }) {
  element.setAttribute("role", "alert");

  function update(state) {
    const words = wordsOf(state, t);
    element.replaceChildren(...(words ? [h("p", { text: words })] : []));
    element.classList.toggle("quiet", Boolean(state.connection));
  }

  update(store.get());
  store.subscribe((now, before) => SHOWN.some((key) => now[key] !== before[key]) && update(now));
}
