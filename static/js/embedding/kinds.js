// The kinds of places that a circuit can be put into, in their order. Pure.
//
// choices   what can be chosen for it
// shows     its preview: "frame", the live circuit, "file", the same to be stepped through, or "picture"
// fits      whether it folds as much as its place needs
// files     the endings of the files that it offers
// markup    whether its snippet is HTML, whose tags are coloured

const LIVE = { choices: ["mode", "fold", "theme"], shows: "frame", fits: true, files: [] };
const PICTURE = { choices: ["fold", "theme"], shows: "picture", files: [] };

export const KINDS = {
  component: { ...LIVE, markup: true },
  iframe: { ...LIVE, markup: true },
  image: { ...PICTURE, markup: true },
  markdown: PICTURE,
  myst: LIVE,
  quarto: LIVE,
  html: { ...PICTURE, shows: "file", files: ["html"] },
  tikz: { choices: ["fold", "form"], shows: "picture", files: ["tex"] },
  dot: { choices: ["fold"], shows: "picture", files: ["dot"] },
  pictures: { ...PICTURE, files: ["svg", "png"] },
};

export const FORMATS = { html: "html", tex: "tikz", dot: "dot", svg: "svg", png: "png" };

/** What a kind's command writes. */
export const ENDINGS = { html: "html", dot: "dot", pictures: "svg" };
