// Text as it is written within other languages, where it must be nothing but text. Pure.

const UNSEEN = "\\u0000-\\u001f\\u007f\\u2028\\u2029\\p{Cf}"; // line breaks, controls, marks of direction

const each = (signs) => new RegExp(signs, "gu");
const UNSEEN_RUN = each(`[${UNSEEN}]+`);
const IN_ATTRIBUTE = each(`[&<>"'\`\\\\{}${UNSEEN}]|\\](?=\\()`);
const STRUCTURE = each("[\\\\`*_[\\]]");
const ALMOST_STRUCTURE = each("[&<>{}|$~^]");
const IN_ADDRESS = each("[()*'!]");
const UNSEEN_BUT_LINES = each(`(?![\\n\\t])[${UNSEEN}]`);

const NAMES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const reference = (sign) => NAMES[sign] ?? `&#${sign.codePointAt(0)};`;
const wellFormed = (text) => text.toWellFormed?.() ?? text;

/**
 * For an attribute of HTML in double quotes. What Markdown, Jekyll's Liquid or Python-Markdown would read before HTML does
 * is written as a reference, too: so the same snippet is good in their pages.
 */
export const attribute = (text) => wellFormed(text).replace(IN_ATTRIBUTE, reference);

/** For prose in Markdown, on one line. */
export function markdownText(text) {
  const line = wellFormed(text).replace(UNSEEN_RUN, " ").trim();
  return line.replace(STRUCTURE, "\\$&").replace(ALMOST_STRUCTURE, reference);
}

/** For an address in Markdown's round brackets; it is percent-encoded already. */
export const markdownAddress = (address) => address.replace(IN_ADDRESS, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

const BY_CODE = { "\\": "\\\\", "'": "\\'", "\n": "\\n", "\t": "\\t" };

function codeOf(sign) {
  const code = sign.codePointAt(0).toString(16);
  return BY_CODE[sign] ?? (code.length < 3 ? `\\x${code.padStart(2, "0")}` : `\\U${code.padStart(8, "0")}`);
}

/** One word for a shell: in quotes where it must be, and where it holds what is not seen, by the codes that bash and zsh read. */
export function shellWord(text) {
  if (/^[\w@%+:,./-][\w@%+=:,./-]*$/.test(text)) return text;
  if (!wellFormed(text).match(UNSEEN_BUT_LINES)) return `'${text.replaceAll("'", "'\\''")}'`;
  return `$'${wellFormed(text).replace(each(`[\\\\'${UNSEEN}]`), codeOf)}'`;
}
