/** The elements of the figure, in reading order. */

import { h, s } from "../dom.js";
import { icon } from "../render/icons.js";

function tool(key, name) {
  return h("button", { type: "button", class: "ib", "data-t-label": key, "data-t-title": key }, icon(name));
}

function toolbar() {
  const constants = h("button", { type: "button", class: "chip" });
  const folds = h("button", { type: "button", class: "chip", hidden: true });
  const [zoomOut, fit, zoomIn] = [
    tool("figure.zoom.out", "minus"), tool("figure.zoom.fit", "fit"), tool("figure.zoom.in", "plus"),
  ];
  const group = h("div", { class: "figtools", role: "group", "data-t-label": "figure.tools" }, constants, folds, zoomOut, fit, zoomIn);
  return { group, folds, constants, zoomOut, fit, zoomIn };
}

let made = 0; // figures on this page, each of which needs names of its own

function circuit() {
  made += 1;
  const [titleId, descriptionId] = [`circuit-title-${made}`, `circuit-description-${made}`];
  const title = s("title", { id: titleId });
  const description = s("desc", { id: descriptionId });
  const viewport = s("g", { class: "viewport" });
  const canvas = h("canvas", { class: "painted", "aria-hidden": "true", hidden: true });
  const names = { "aria-labelledby": titleId, "aria-describedby": descriptionId };
  const noStop = { tabindex: -1 }; // browsers take an svg that listens to focus for a tab stop
  const svg = s("svg", { class: "circuit", role: "group", ...names, ...noStop }, title, description, viewport);
  return { svg, title, description, viewport, canvas };
}

function legend() {
  return h(
    "p",
    { class: "legend" },
    h("span", { class: "v" }, "▸ ", h("span", { "data-t": "figure.legend.value" })),
    h("span", { class: "g" }, "◂ ", h("span", { "data-t": "figure.legend.gradient" })),
  );
}

/** Fills `element`; gives its parts. */
export function figureElements(element) {
  const [tools, drawing] = [toolbar(), circuit()];
  const overview = s("svg", { hidden: true });
  const stale = h("p", { class: "stalenote", "data-t": "figure.stale", hidden: true });
  element.classList.add("figure");
  element.replaceChildren(stale, overview, tools.group, h("div", { class: "drawing" }, drawing.canvas, drawing.svg), legend());
  return { stale, overview, ...tools, ...drawing };
}
