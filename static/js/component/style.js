// The look of the element's own parts. A sheet that is made by script is allowed by every policy of the page around it.

const RULES = `
:host { display: block; position: relative; max-width: 100% }
:host([hidden]) { display: none }
.box { height: 100% }
iframe { position: absolute; inset: 0; width: 100%; height: 100%; border: 0; visibility: hidden }
.shown iframe { visibility: visible }
.instead { height: 100%; overflow: hidden }
.shown .instead { display: none }
.away, .away :not(code) { min-height: inherit }
::slotted(img) { display: block; max-width: 100%; max-height: 100%; margin: auto }
.note {
  box-sizing: border-box; height: 100%; margin: 0; padding: 16px;
  border: 1px solid color-mix(in srgb, currentColor 25%, transparent); border-radius: 8px;
  font: 15px/1.5 system-ui, sans-serif; overflow-wrap: anywhere
}
.note code { font: 14px/1.5 ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace; white-space: pre-wrap }
`;

/** What stands in the place of a circuit that is away has the room that it needs. */
const sizeRule = ({ width, height, isAway }) => `:host { width: ${width}; ${isAway ? "min-height" : "height"}: ${height} }`;

/** A sheet for `root`, which the function that comes back fits to a size. */
export function createStyle(root) {
  const sheet = new root.ownerDocument.defaultView.CSSStyleSheet();
  root.adoptedStyleSheets = [sheet];
  return (size) => sheet.replaceSync(RULES + sizeRule(size));
}
