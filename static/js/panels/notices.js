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
  readings.sort((one, other) => (one.span?.[0] ?? 0) - (other.span?.[0] ?? 0));
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

/** Renders into `element`; `rewrite(text)` exchanges the program. */
export function createNotices(element, store, { t }, { rewrite }) {
  let open = false;

  /** While a chip is pointed at or used, its place is lit. */
  function pointing({ span }) {
    const point = (pointed) => () => store.set({ pointed });
    return { onpointerenter: point(span), onpointerleave: point(null), onfocusin: point(span), onfocusout: point(null) };
  }

  function chip(notice, source) {
    const fix = fixFor(notice, source);
    const use = fix && h("button", { type: "button", text: t("notice.use", { code: fix.code }), onclick: () => rewrite(fix.text) });
    return h("li", { class: "dchip", ...pointing(notice) }, h("span", { text: withoutStop(notice.message) }), use);
  }

  function line(notice) {
    const advice = notice.hint ? ` ${notice.hint}` : "";
    const className = notice.code === "nonfinite" ? "remark al" : "remark";
    return h("li", { class: className, text: plainRemark(notice.message) + advice });
  }

  /** All skipped statements in one quiet line. */
  function skippedLine(skipped, source) {
    if (!skipped.length) return [];
    const pieces = skipped.map(({ span }) => shortened(spanText(source, span)));
    const codes = pieces.flatMap((text, i) => [i ? ", " : " ", h("code", { text })]);
    return [h("li", { class: "remark" }, t("notice.skipped"), ...codes)];
  }

  function givenUpstream({ upstream }) {
    if (upstream === null) return [];
    const reset = h("button", { type: "button", class: "lnk", text: t("upstream.reset"), onclick: () => store.set({ upstream: null }) });
    return [h("ul", { class: "remarks" }, h("li", {}, t("upstream.given", { value: upstreamText(upstream) }), " ", reset))];
  }

  function more(hidden, className) {
    const show = () => {
      open = true;
      const item = `.${className} li:nth-child(${SHOWN + 1}) button`;
      update(store.get());
      element.querySelector(item)?.focus();
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
    const chips = readings.map((notice) => chip(notice, state.source));
    const lines = [...remarks.map(line), ...skippedLine(skipped, state.source)];
    element.replaceChildren(...list("chips", chips), ...givenUpstream(state), ...list("remarks", lines));
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
