// The page of a circuit in a frame: a stage, a session with the server, and what is said to the page around the frame.

import { encodeState, hrefFor } from "./address.js";
import { createApi } from "./api.js";
import { addressOf } from "./component/fields.js";
import { describe, stepOf, wishesOf } from "./embed/described.js";
import { createHost } from "./embed/host.js";
import { madeFrom, startSession, stateFrom } from "./embed/opening.js";
import { panelsFor } from "./embed/panels.js";
import { createStage } from "./embed/stage.js";
import { fulfil } from "./embed/wishes.js";
import { createStore } from "./store.js";
import { addTexts, createTexts } from "./texts.js";

const TOLD = ["answer", "digits", "theme", "language"]; // a change of inputs or folds is told with its answer

/** Theme, language and title of the page follow the state. */
function dress({ theme, language, source }, before) {
  const root = document.documentElement;
  root.lang = language;
  if (theme === "auto") delete root.dataset.theme;
  else root.dataset.theme = theme;
  if (source !== before.source) document.title = `${source} · Chainrule`;
}

function tellChanges(store, host) {
  store.subscribe((now, before) => {
    if (TOLD.some((key) => now[key] !== before[key])) host.say("change");
    if (stepOf(now) !== stepOf(before)) host.say("step");
  });
}

/** The page around, which may ask what is shown and wish for something else. */
function meetHost(made, { store, session }) {
  const tell = () => describe(store.get(), made.mode);
  const take = (state) => {
    const reload = () => location.replace(addressOf(location.pathname, { ...tell(), ...made, ...state }));
    fulfil(wishesOf(state), { store, session }, made, reload);
  };
  return createHost(window, { tell, take });
}

async function open(data) {
  const [made, store] = [madeFrom(data), createStore(stateFrom(data))];
  const [texts, api] = [createTexts(store), createApi(() => store.get().language)];
  addTexts({ [data.lang]: data.texts }); // of one language: another one is had with the page anew
  const session = await startSession(data, store, api);
  const host = meetHost(made, { store, session });
  const link = () => `/${hrefFor(encodeState({ ...store.get(), step: stepOf(store.get()) }))}`;
  const panels = panelsFor(made, { store, texts, api, session });
  store.subscribe(dress);
  createStage(document.getElementById("stage"), { store, texts, mode: made.mode, panels, link, keys: document, onHeight: host.resize });
  tellChanges(store, host);
  host.say("ready");
  addEventListener("online", () => session.retry());
}

open(JSON.parse(document.getElementById("circuit").textContent));
