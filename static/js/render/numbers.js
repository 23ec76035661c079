/** Numbers and shapes on the wires, and the dots that hold the place of those that are still to come. */

const PLACE = 1.7; // radius of a place-holder
const MARKS = { value: "▸ ", gradient: "◂ " }; // shown where colour is not to be relied on

const className = ({ role, tone, fresh }) => `number ${role} ${tone}${fresh ? " fresh" : ""}`;

function enterNumber(enter) {
  const text = enter.append("text");
  text.append("tspan").attr("class", "mark").attr("aria-hidden", true);
  text.append("tspan").attr("class", "figures");
  return text;
}

function renderTexts(layer, items, t) {
  const texts = layer.selectAll(":scope > text").data(items, (item) => item.id).join(enterNumber);
  texts.attr("class", className).attr("data-number", (item) => item.id).attr("x", (item) => item.x).attr("y", (item) => item.y);
  texts.select(".mark").text((item) => MARKS[item.role] ?? "");
  texts.select(".figures").text((item) => item.text ?? t("word.none"));
  return texts;
}

function explainNone(texts, t) {
  texts.filter((item) => item.tone !== "none").selectAll("title").remove();
  texts
    .filter((item) => item.tone === "none")
    .selectAll("title")
    .data([t("word.none.why")])
    .join("title")
    .text((text) => text);
}

function renderPlaces(layer, items) {
  layer
    .selectAll(":scope > circle")
    .data(items, (item) => item.id)
    .join("circle")
    .attr("class", "place")
    .attr("r", PLACE)
    .attr("cx", (item) => item.x)
    .attr("cy", (item) => item.y);
}

export function renderNumbers(layer, items, { t }) {
  renderPlaces(layer, items.filter((item) => item.place));
  explainNone(renderTexts(layer, items.filter((item) => !item.place), t), t);
}
