/** The transport buttons and the speed. */

import { h } from "../../dom.js";
import { icon } from "../../render/icons.js";
import { timeline } from "../../steps.js";
import { canStep, TRANSPORT } from "../../interact/keyboard.js";

const SPEEDS = [0.5, 1, 2, 4];

function button(name, act) {
  const key = `stepper.${name}`;
  const big = name === "play" ? " big" : "";
  return h("button", { type: "button", class: `ib${big}`, "data-t-label": key, "data-t-title": key, onclick: act }, icon(name));
}

function speedControl(store) {
  const options = SPEEDS.map((speed) => h("option", { value: speed, text: `${speed}×`.replace("0.5", "½") }));
  const change = (event) => store.set({ speed: Number(event.target.value) });
  return h("select", { class: "speed", "data-t-label": "stepper.speed", onchange: change }, ...options);
}

function showPlay(play, playing, { t }) {
  const key = playing ? "stepper.pause" : "stepper.play";
  play.dataset.tLabel = play.dataset.tTitle = key;
  play.setAttribute("aria-label", t(key));
  play.title = t(key);
  play.replaceChildren(icon(playing ? "pause" : "play"));
}

function enable(buttons, state) {
  const { answer, step } = state;
  const last = answer ? timeline(answer).last : 0;
  const dead = { start: step <= 0, back: step <= 0, next: step >= last, end: step >= last, play: false };
  for (const [name, element] of Object.entries(buttons)) element.disabled = !canStep(state) || dead[name];
}

/** Fills `element` with the buttons of these `names`, and the control of the speed if it `hasSpeed`. */
export function createTransport(element, store, texts, { names = Object.keys(TRANSPORT), hasSpeed = true } = {}) {
  const act = (name) => () => canStep(store.get()) && store.set(TRANSPORT[name](store.get()));
  const buttons = Object.fromEntries(names.map((name) => [name, button(name, act(name))]));
  const speed = speedControl(store);
  element.replaceChildren(...Object.values(buttons), ...(hasSpeed ? [speed] : []));

  function update(state, before) {
    if (!before || state.playing !== before.playing) showPlay(buttons.play, state.playing, texts);
    enable(buttons, state);
    if (!before || state.speed !== before.speed) speed.value = String(state.speed);
  }

  update(store.get(), null);
  store.subscribe(update);
}
