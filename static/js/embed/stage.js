/**
 * A circuit that stands by itself: the figure, and under it what plays it. It draws what the store holds, touches nothing
 * outside its element, and asks nobody for anything; who evaluates is no matter to it.
 */

import { createFigure } from "../figure.js";
import { h } from "../dom.js";
import { createKeyboard } from "../interact/keyboard.js";
import { LEGIBLE } from "../interact/zoom.js";
import { createOnce } from "../panels/once.js";
import { createPlayer } from "../panels/stepper/player.js";
import { createFooter } from "./footer.js";
import { createLooking } from "./looking.js";
import { createNotice } from "./notice.js";
import { createSize } from "./size.js";

/** Whether the inspector is on its way: already while a gate is only looked at. */
const isLookedAt = ({ selected, hovered }) => selected !== null || hovered !== null;
const isDrawn = ({ answer }) => answer !== null;

/** What stands in the place of the inspector as long as no gate is open. */
function createHint(store, { t }) {
  const hint = h("section", { class: "blank" }, h("h2", { text: t("open.title") }), h("p", { text: t("open.text") }));
  const place = ({ selected }) => (hint.hidden = selected !== null);
  place(store.get());
  store.subscribe(place);
  return hint;
}

/** The panels of a circuit that is explored; `create` has a function for each that is to be there, which fills it. */
function createPanels(store, texts, create) {
  const [inputs, inspector] = [h("section", { class: "inputs" }), h("section", { class: "insp", hidden: true })];
  if (create.inputs) createOnce(store, isDrawn, () => create.inputs(inputs));
  if (create.inspector) createOnce(store, isLookedAt, () => create.inspector(inspector));
  const gate = h("div", { class: "gate-panel" }, inspector, createHint(store, texts));
  const attributes = { class: "panels", "data-panel": "inputs", "data-front": "gate" };
  return h("div", attributes, create.inputs && inputs, create.inspector && gate);
}

/** What plays the circuit: the footer, the clock and the keys. */
function createPlaying(store, texts, { link, keys }) {
  const footer = h("footer", { class: "player" });
  createFooter(footer, store, texts, link);
  createPlayer(store);
  createKeyboard(store, keys);
  return footer;
}

const USUAL = { mode: "step", panels: {}, link: null, onHeight: () => {} };

/**
 * Fills `root` with the circuit of the store, which must hold an `answer` with its layout and a `step`.
 *
 * `mode` is "view" for the figure alone, "step" with a footer that plays it, "explore" also with panels: `panels` gives a
 * function for each that fills its element, `{inputs, inspector}`; they may load what they need, and are called late.
 * `link()` gives the address that the footer links to; without it there is no link. Keys are heard within `keys`, which
 * is `root`. `onHeight(pixels)` hears how high the whole would be at its present width if nothing were cut.
 */
export function createStage(root, { store, texts, ...chosen }) {
  const { mode, panels, link, keys, onHeight } = { ...USUAL, keys: root, ...chosen };
  const isExplored = mode === "explore" && Object.keys(panels).length > 0;
  const [notice, figure] = [h("div", { class: "notice" }), h("figure", { class: "fig" })];
  root.classList.add("stage", mode);
  root.replaceChildren(notice, figure);
  createNotice(notice, store, texts);
  if (mode !== "view") root.append(createPlaying(store, texts, { link, keys }));
  if (isExplored) root.append(createPanels(store, texts, panels));
  else createLooking(store);
  const { framed } = createSize(root, figure, { isExplored, onHeight });
  createFigure(figure, store, texts, { keys, scales: () => LEGIBLE, fills: true, onFramed: framed });
}
