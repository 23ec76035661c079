// Language and theme as the reader last chose them, and whether the tour was put away. A preference only: everything works when nothing can be stored.

const KEY = "chainrule";
const ALLOWED = { language: ["en", "ko"], theme: ["auto", "light", "dark"], tour: ["seen"] };

function stored() {
  try {
    return JSON.parse(localStorage.getItem(KEY)) ?? {};
  } catch {
    return {};
  }
}

/** What was chosen on an earlier visit: `{language?, theme?, tour?}`. */
export function readPreferences() {
  const entries = Object.entries(stored()).filter(([key, value]) => ALLOWED[key]?.includes(value));
  return Object.fromEntries(entries);
}

/** Remembers a choice; a browser that refuses is left alone. */
export function remember(choice) {
  try {
    localStorage.setItem(KEY, JSON.stringify({ ...stored(), ...choice }));
  } catch {
    // Storage is switched off, full or forbidden in a sandbox: the choice lasts as long as the page.
  }
}
