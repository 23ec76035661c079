/** The layers of the figure, from back to front; each draws one list of a scene. */

import { renderBranches } from "./branches.js";
import { renderFoldBoxes, renderFolds } from "./folds.js";
import { renderGates } from "./gates.js";
import { renderMatrices } from "./matrices.js";
import { isInput, renderNames } from "./names.js";
import { renderNumbers } from "./numbers.js";
import { renderSums } from "./sums.js";
import { renderWires } from "./wires.js";

const LAYERS = ["foldboxes", "wires", "branches", "gates", "names", "numbers", "matrices", "sums", "folds"];

const labelled = (items, label) => items.map((item) => ({ ...item, label: label(item) }));

function gateItems(gates, { gate, t }) {
  const badge = ({ pattern }) => (pattern ? t(`badge.${pattern}`) : "");
  return gates.map((item) => ({ ...item, badge: badge(item), label: gate(item.id), symbol: item.label }));
}

/** Where there is no gradient, a word says so, and a tooltip why. */
function numberItems(numbers, { t }) {
  const none = { text: t("word.none"), title: t("word.none.why") };
  return numbers.map((item) => (item.tone === "none" ? { ...item, ...none } : item));
}

/** Appends one group for each layer to a selection; gives them by name. */
export function createLayers(viewport) {
  return Object.fromEntries(LAYERS.map((name) => [name, viewport.append("g").attr("class", name)]));
}

/** Draws a scene into its layers. `words` has `gate(id)`, `input(id)` and `branch(id)` for screen readers, and `t`. */
export function renderLayers(layers, scene, words) {
  renderFoldBoxes(layers.foldboxes, scene.folds);
  renderWires(layers.wires, scene.wires);
  renderBranches(layers.branches, labelled(scene.branches, ({ node }) => words.branch(node)));
  renderGates(layers.gates, gateItems(scene.gates, words));
  renderNames(layers.names, labelled(scene.names, (item) => (isInput(item) ? words.input(item.id) : null)));
  renderNumbers(layers.numbers, numberItems(scene.numbers, words));
  renderMatrices(layers.matrices, scene.matrices);
  renderSums(layers.sums, scene.sums);
  renderFolds(layers.folds, labelled(scene.folds, ({ gate }) => words.t(`fold.${gate}`)));
}
