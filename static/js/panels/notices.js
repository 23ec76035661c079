// Readings to confirm as amber chips, everything else worth knowing as quiet lines; three of each, then "2 more".

import { h } from "../dom.js";
import { fixFor, sortNotices } from "../fixes.js";
import { spanText } from "../spans.js";

const SHOWN = 3;

/** The notices of the present text: how it was read, as the reading says, and what the evaluation remarks. */
export function noticesOf({ source, problem, answer, reading }) {
  const read = sortNotices(reading?.source === source ? reading.notices : []);
  const evaluated = !problem && answer?.expression.source === source;
  const found = sortNotices(evaluated ? answer.notices : []);
  // What only shows once there are shapes, such as a product entry by entry, comes with the evaluation.
  const { readings } = sortNotices([...read.readings, ...found.readings]);
  const rank = (notice) => [fixFor(notice, source) ? 0 : 1, notice.span?.[0] ?? 0];
  const inOrder = ([a, from], [b, next]) => a - b || from - next;
  readings.sort((one, other) => inOrder(rank(one), rank(other))); // first those that one click changes
  return { readings, skipped: read.skipped, remarks: found.remarks };
}

/** A given upstream gradient in a few signs. */
export function upstreamText(upstream) {
  const text = JSON.stringify(upstream).replaceAll(",", ", ").replaceAll("-", "−");
  return text.length > 40 ? "[…]" : text;
}

/** A remark without the id of its node, which stands for nothing that a reader can see: the figure marks the place. */
export const plainRemark = (message) => message.replace(/\s*\(n\d+\)/g, "");

const withoutStop = (sentence) => sentence.replace(/[.。]$/, "");

const shortened = (text) => (text.length > 24 ? `${text.slice(0, 23).trimEnd()}…` : text).replace(/\s+/g, " ");

/** The chip of a reading to confirm; while it is pointed at or used, its place in the program is lit. */
function chip(notice, { store, t, rewrite }) {
  const fix = fixFor(notice, store.get().source);
  const point = (pointed) => () => store.set({ pointed });
  const [enter, leave] = [point(notice.span), point(null)];
  const pointing = { onpointerenter: enter, onpointerleave: leave, onfocusin: enter, onfocusout: leave };
  const use = fix && h("button", { type: "button", text: t("notice.use", { code: fix.code }), onclick: () => rewrite(fix.text) });
  return h("li", { class: "dchip", ...pointing }, h("span", { text: withoutStop(notice.message) }), use);
}

function remarkLine({ code, message, hint }) {
  const advice = hint ? ` ${hint}` : "";
  return h("li", { class: code === "nonfinite" ? "remark al" : "remark", text: plainRemark(message) + advice });
}

/** All skipped statements in one quiet line. */
function skippedLine(skipped, source, t) {
  if (!skipped.length) return [];
  const pieces = skipped.map(({ span }) => shortened(spanText(source, span)));
  const codes = pieces.flatMap((text, i) => [i ? ", " : " ", h("code", { text })]);
  return [h("li", { class: "remark" }, t("notice.skipped"), ...codes)];
}

function upstreamLine({ upstream }, store, t) {
  if (upstream === null) return [];
  const reset = h("button", { type: "button", class: "lnk", text: t("upstream.reset"), onclick: () => store.set({ upstream: null }) });
  return [h("ul", { class: "remarks" }, h("li", {}, t("upstream.given", { value: upstreamText(upstream) }), " ", reset))];
}

/** Renders into `element`; `rewrite(text)` exchanges the program. */
export function createNotices(element, store, { t }, { rewrite }) {
  let open = false;

  function more(hidden, className) {
    const show = () => {
      open = true;
      update(store.get());
      element.querySelector(`.${className} li:nth-child(${SHOWN + 1}) button`)?.focus();
    };
    return h("li", {}, h("button", { type: "button", class: "lnk", text: t("notice.more", { count: hidden }), onclick: show }));
  }

  function list(className, items) {
    const shown = open ? items : items.slice(0, SHOWN);
    const hidden = items.length - shown.length;
    return items.length ? [h("ul", { class: className }, ...shown, hidden ? more(hidden, className) : null)] : [];
  }

  function update(state) {
    const { readings, skipped, remarks } = noticesOf(state);
    const chips = readings.map((notice) => chip(notice, { store, t, rewrite }));
    const lines = [...remarks.map(remarkLine), ...skippedLine(skipped, state.source, t)];
    element.replaceChildren(...list("chips", chips), ...upstreamLine(state, store, t), ...list("remarks", lines));
  }

  let shownFor = "";
  store.subscribe((now) => {
    const key = JSON.stringify([noticesOf(now), now.upstream, now.language]);
    if (key === shownFor) return;
    if (now.source !== element.dataset.source) open = false;
    element.dataset.source = now.source;
    shownFor = key;
    update(now);
  });
}
