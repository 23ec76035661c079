// The bar of every page: language, theme, sharing, and the list of keys.

import { isTyping } from "./interact/typing.js";
import { applyTexts } from "./texts.js";
import { createEmbedding } from "./embedding.js";
import { remember } from "./preferences.js";
import { createSharing } from "./share.js";

const darkSystem = () => matchMedia("(prefers-color-scheme: dark)").matches;

/** The theme after one more press: away from what the system shows, then what it shows, then automatic again. */
export function nextTheme(theme, systemIsDark) {
  const [other, own] = systemIsDark ? ["light", "dark"] : ["dark", "light"];
  return { auto: other, [other]: own, [own]: "auto" }[theme];
}

function showTheme(theme, texts) {
  if (theme === "auto") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  for (const button of document.querySelectorAll("[data-action=theme]")) {
    const name = texts.t(`bar.theme.${theme}`);
    const label = button.querySelector("[data-theme-name]");
    if (label) label.textContent = name;
    else Object.assign(button, { title: name, ariaLabel: name }).dataset.themeNow = theme;
  }
}

function showLanguage(language, texts) {
  document.documentElement.lang = language;
  for (const link of document.querySelectorAll("[data-language]")) {
    if (link.dataset.language === language) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
  applyTexts(document, texts);
}

function openKeys() {
  document.getElementById("keys").showModal();
}

function watchKeys() {
  const dialog = document.getElementById("keys");
  dialog.querySelector("[data-action=close]").addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  addEventListener("keydown", (event) => {
    if (event.key !== "?" || isTyping(event.target) || dialog.open) return;
    event.preventDefault();
    openKeys();
  });
}

const ACTIONS = {
  theme: ({ store, chosen }) => {
    const theme = nextTheme(store.get().theme, darkSystem());
    chosen.add("theme");
    remember({ theme });
    store.set({ theme });
  },
  keys: openKeys,
};

function watchLanguage({ store, chosen }) {
  for (const link of document.querySelectorAll("[data-language]")) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      const { language } = link.dataset;
      chosen.add("language");
      remember({ language });
      store.set({ language });
    });
  }
}

/** `chosen` collects what the reader has chosen; `link()` gives the address to share, `api` what else can be taken. */
export function createBar(context) {
  const { store, texts } = context;
  for (const [name, act] of Object.entries(ACTIONS)) {
    for (const button of document.querySelectorAll(`.top [data-action=${name}]`)) button.addEventListener("click", () => act(context));
  }
  watchLanguage(context);
  watchKeys();
  createSharing(context);
  createEmbedding(context);
  store.subscribe((now, before) => {
    if (now.language !== before.language) showLanguage(now.language, texts);
    if (now.theme !== before.theme || now.language !== before.language) showTheme(now.theme, texts);
  });
  showLanguage(store.get().language, texts);
  showTheme(store.get().theme, texts);
}
