// Sentences in both languages; each page and each of its panels adds its own. Keys are flat; {name} stands for a value.

const SENTENCES = { en: {}, ko: {} };

export const LANGUAGES = Object.keys(SENTENCES);

/** Adds the sentences of a page or of one of its parts: `{en, ko}`. */
export function addTexts(sentences) {
  for (const language of LANGUAGES) Object.assign(SENTENCES[language], sentences[language]);
}

/** The sentence `key` with its place-holders filled in; the key itself when nobody wrote the sentence. */
export function sentence(language, key, values = {}) {
  const text = SENTENCES[language]?.[key] ?? SENTENCES.en[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

/** `t(key, values)` in the language of the store. */
export const createTexts = (store) => ({ t: (key, values) => sentence(store.get().language, key, values) });

/** Writes every element marked with data-t (its text) or data-t-label, data-t-title (an attribute). */
export function applyTexts(root, texts) {
  for (const element of root.querySelectorAll("[data-t]")) element.textContent = texts.t(element.dataset.t);
  for (const element of root.querySelectorAll("[data-t-label]")) {
    element.setAttribute("aria-label", texts.t(element.dataset.tLabel));
  }
  for (const element of root.querySelectorAll("[data-t-title]")) element.title = texts.t(element.dataset.tTitle);
}
