/** How names are set: an italic base with a roman subscript, Greek names as letters. Pure, but for `nameElement`. */

const GREEK = {
  alpha: "α", beta: "β", gamma: "γ", delta: "δ", epsilon: "ε", zeta: "ζ", eta: "η", theta: "θ", iota: "ι",
  kappa: "κ", lambda: "λ", mu: "μ", nu: "ν", xi: "ξ", omicron: "ο", pi: "π", rho: "ρ", sigma: "σ", tau: "τ",
  upsilon: "υ", phi: "φ", chi: "χ", psi: "ψ", omega: "ω", Gamma: "Γ", Delta: "Δ", Theta: "Θ", Lambda: "Λ",
  Xi: "Ξ", Pi: "Π", Sigma: "Σ", Upsilon: "Υ", Phi: "Φ", Psi: "Ψ", Omega: "Ω",
};
const SUBSCRIPTS = "₀₁₂₃₄₅₆₇₈₉";

function ordinaryDigits(name) {
  return name.replace(/[₀-₉]/g, (digit) => String(SUBSCRIPTS.indexOf(digit)));
}

/** `w0`, `w_0`, `w_{0}`, `w₀` → `{base: "w", subscript: "0"}`; `theta` → `{base: "θ", subscript: ""}`. */
export function nameParts(name) {
  const plain = ordinaryDigits(name).replace(/[{}\\]/g, "");
  const [, letters, subscript] = /^(.*?)_?((?:\d+(?:_\d+)*)?)$/u.exec(plain);
  const base = letters || plain;
  return { base: GREEK[base] ?? base, subscript: letters ? subscript.replace(/_/g, ",") : "" };
}

/** A name as plain text, as it is typed and spoken. */
export function nameText(name) {
  const { base, subscript } = nameParts(name);
  return base + subscript;
}

/** About how wide a name is, in pixels, at a font size. */
export function nameWidth(name, size) {
  const { base, subscript } = nameParts(name);
  return size * (base.length * 0.52 + subscript.length * 0.36);
}

function latexWord(base) {
  const greek = Object.keys(GREEK).find((key) => GREEK[key] === base);
  if (greek) return `\\${greek}`;
  return base.length === 1 ? base : `\\mathit{${base.replace(/_/g, "\\_")}}`;
}

/** A name as LaTeX: `w_{0}`, `\theta`, `\mathit{loss}`. */
export function nameLatex(name) {
  const { base, subscript } = nameParts(name);
  return subscript ? `${latexWord(base)}_{${subscript}}` : latexWord(base);
}

/** `<i class="m">w<sub>0</sub></i>`. */
export function nameElement(name) {
  const { base, subscript } = nameParts(name);
  const element = document.createElement("i");
  element.className = "m";
  element.append(base);
  if (subscript) element.appendChild(document.createElement("sub")).append(subscript);
  return element;
}
