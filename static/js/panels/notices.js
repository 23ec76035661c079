// Readings to confirm as amber chips, everything else worth knowing as quiet lines; three of each, then "2 more".

import { h } from "../dom.js";
import { fixFor, sortNotices } from "../fixes.js";

const SHOWN = 3;

/** The notices of the present text: how it was read, as the reading says, and what the evaluation remarks. */
export function noticesOf({ source, problem, answer, reading }) {
  const readings = reading?.source === source ? sortNotices(reading.notices).readings : [];
  const evaluated = !problem && answer?.expression.source === source;
  return { readings, remarks: evaluated ? sortNotices(answer.notices).remarks : [] };
}

/** A given upstream gradient in a few signs. */
export function upstreamText(upstream) {
  const text = JSON.stringify(upstream).replaceAll(",", ", ").replaceAll("-", "−");
  return text.length > 40 ? "[…]" : text;
}

const withoutStop = (sentence) => sentence.replace(/[.。]$/, "");

/** Renders into `element`; `rewrite(text)` exchanges the program. */
export function createNotices(element, store, { t }, { rewrite }) {
  let open = false;

  function chip(notice, source) {
    const fix = fixFor(notice, source);
    const use = fix && h("button", { type: "button", text: t("notice.use", { code: fix.code }), onclick: () => rewrite(fix.text) });
    return h("li", { class: "dchip" }, h("span", { text: withoutStop(notice.message) }), use);
  }

  function line(notice) {
    const advice = notice.hint ? ` ${notice.hint}` : "";
    return h("li", { class: notice.code === "nonfinite" ? "remark al" : "remark", text: notice.message + advice });
  }

  function givenUpstream({ upstream }) {
    if (upstream === null) return [];
    const reset = h("button", { type: "button", class: "lnk", text: t("upstream.reset"), onclick: () => store.set({ upstream: null }) });
    return [h("ul", { class: "remarks" }, h("li", {}, t("upstream.given", { value: upstreamText(upstream) }), " ", reset))];
  }

  function more(hidden) {
    const show = () => {
      open = true;
      update(store.get());
    };
    return h("li", {}, h("button", { type: "button", class: "lnk", text: t("notice.more", { count: hidden }), onclick: show }));
  }

  function list(className, items) {
    const shown = open ? items : items.slice(0, SHOWN);
    const hidden = items.length - shown.length;
    return items.length ? [h("ul", { class: className }, ...shown, hidden ? more(hidden) : null)] : [];
  }

  function update(state) {
    const { readings, remarks } = noticesOf(state);
    const chips = readings.map((notice) => chip(notice, state.source));
    element.replaceChildren(...list("chips", chips), ...givenUpstream(state), ...list("remarks", remarks.map(line)));
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
