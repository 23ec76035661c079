// The tour of a first visit: three sentences in the inspector's place, and a numbered frame around what they speak of.

import { h } from "../dom.js";
import { FIRST } from "../first.js";
import { readPreferences, remember } from "../preferences.js";
import { timeline } from "../steps.js";
import { createFrame } from "./tour/frame.js";

const STEPS = 3;
const SHOWN = ["tour", "language"];
const FRAMED = ["tour", "selected"];

/** The step that an address begins with: the tour is for those who name no program and have not put it away. */
export const firstStep = (asked) => (asked.source === undefined && readPreferences().tour !== "seen" ? 1 : null);

/** Words between asterisks stand in bold: first the value, then the gradient. */
function emphasised(text) {
  return text.split("*").map((piece, i) => (i % 2 ? h("b", { class: i === 1 ? "v" : "g", text: piece }) : piece));
}

function tourElements(act) {
  const [place, title, text] = [h("p", { class: "eyebrow" }), h("h2"), h("p", { class: "text" })];
  const next = h("button", { type: "button", class: "btn primary", onclick: act.next });
  const never = h("button", { type: "button", class: "lnk", onclick: act.end });
  const told = h("div", { "aria-live": "polite" }, place, title, text);
  const element = h("div", { class: "tour", role: "region" }, told, h("p", { class: "acts" }, next, never));
  return { element, place, title, text, next, never };
}

function write({ element, place, title, text, next, never }, step, { t }) {
  element.setAttribute("aria-label", t("tour.title"));
  place.textContent = t("tour.place", { step, steps: STEPS });
  title.textContent = t(`tour.${step}.title`);
  text.replaceChildren(...emphasised(t(`tour.${step}.text`)));
  next.textContent = t(step === STEPS ? "tour.done" : "tour.next");
  never.textContent = t("tour.never");
  never.hidden = step === STEPS;
}

/** What a change of the page does to the tour: the step that comes, `null` for its end. */
function following(now, before) {
  if (now.source !== before.source && now.source !== FIRST.source) return null;
  if (now.tour === STEPS && now.selected) return null;
  const played = before.playing && !now.playing && now.step === timeline(now.answer).last;
  return now.tour === 2 && played ? 3 : now.tour;
}

const isElsewhere = (target) => Boolean(target.closest?.("input, textarea, select, dialog"));

/** Listens before all others, so that the press that closes a gate does not close the tour behind it, too. */
function watchEscape(store, leave) {
  const pressed = ({ key, target }) => {
    const { tour, selected } = store.get();
    if (key === "Escape" && tour && !selected && !isElsewhere(target)) leave();
  };
  document.addEventListener("keydown", pressed, { capture: true });
}

/**
 * The element of the tour, which is to be seen while the store's `tour` is a step and nothing is selected.
 * `figure` and `stepper` are the elements that it points at.
 */
export function createTour(store, texts, { figure, stepper }) {
  const leave = () => {
    if (parts.element.contains(document.activeElement)) figure.focus({ preventScroll: true });
    store.set({ tour: null });
  };
  const end = () => {
    remember({ tour: "seen" });
    leave();
  };
  const next = () => (store.get().tour === STEPS ? end() : store.set({ tour: store.get().tour + 1 }));
  const parts = tourElements({ next, end });
  const frame = createFrame(figure, stepper);

  function point() {
    const { answer, tour, selected } = store.get();
    if (answer?.layout) frame(answer, selected ? null : tour);
  }

  function update(now, before) {
    if (now.tour && SHOWN.some((key) => now[key] !== before?.[key])) write(parts, now.tour, texts);
    if (FRAMED.some((key) => now[key] !== before?.[key]) || now.answer?.layout !== before?.answer?.layout) point();
  }

  store.subscribe((now, before) => {
    const step = before.tour ? following(now, before) : now.tour;
    if (step === null && now.selected && before.tour === STEPS) remember({ tour: "seen" });
    if (step !== now.tour) store.set({ tour: step });
    update(now, before);
  });
  watchEscape(store, leave);
  new ResizeObserver(point).observe(figure);
  update(store.get(), null);
  return parts.element;
}
