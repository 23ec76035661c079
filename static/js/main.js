// The start of every page: what it is told by its address, then the bar, then the page's own parts.

import { decodeState, queryOf } from "./address.js";
import { createApi } from "./api.js";
import { createBar } from "./bar.js";
import { createCatalogue } from "./pages/catalogue.js";
import { createCircuitPage } from "./pages/circuit.js";
import { createPage } from "./pages/page.js";
import { createExamplesPage } from "./pages/examples.js";
import "./pages/texts.js";
import { readPreferences } from "./preferences.js";
import { createStore } from "./store.js";
import { createTexts } from "./texts.js";

const PAGES = { circuit: createCircuitPage, examples: createExamplesPage, gates: createCatalogue, guide: createPage };

/** Language and theme: the address decides, then what was chosen earlier, then what the server chose. */
function looks(asked, preferred) {
  const { language = asked.language, theme = asked.theme } = { ...preferred, ...asked };
  return { language: language ?? document.documentElement.lang, theme: theme ?? "auto" };
}

const asked = decodeState(queryOf(location));
const preferred = readPreferences();
const store = createStore(looks(asked, preferred));
const texts = createTexts(store);
const api = createApi(() => store.get().language);
const chosen = new Set(Object.keys(asked).filter((key) => key === "language" || key === "theme"));

const page = PAGES[document.body.dataset.page]({ store, texts, api, chosen, asked });
addEventListener("beforeprint", () => (document.getElementById("address").textContent = page.link()));
createBar({ store, texts, api, chosen, link: page.link });
