/** What a gate's local gradients mean here, in one sentence. Pure. */

import { operandText } from "./captions/tokens.js";
import { routerWinner } from "./explain.js";
import { isFinite, toNumber } from "./numbers.js";

function routerMeaning(node, rows, t) {
  const winner = routerWinner(node, rows);
  if (rows.length === 1) return t(toNumber(rows[0].edge.local) === 0 ? "meaning.router.closed" : "meaning.router.open");
  return winner ? t(`meaning.router.${node.gate}`, { name: operandText(winner, t) }) : t("meaning.router.tie");
}

function unaryMeaning(local, t) {
  if (local === 0) return t("meaning.flat");
  if (local === 1) return t("meaning.one");
  return t(local > 0 ? "meaning.rises" : "meaning.falls");
}

/** The sentence for a scalar gate; `rows` as `operandRows` gives them. */
export function meaningOf(node, rows, t) {
  if (rows.some(({ edge }) => !isFinite(edge.gradient) || !isFinite(edge.local))) return t("meaning.nonfinite");
  if (node.pattern === "router") return routerMeaning(node, rows, t);
  if (rows.length === 1) return unaryMeaning(toNumber(rows[0].edge.local), t);
  if (node.gate === "subtract") return t("meaning.distributor.subtract");
  return node.pattern ? t(`meaning.${node.pattern}`) : t("meaning.mixed");
}
