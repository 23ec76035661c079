// What is pasted into a page, a paper or a terminal, for each kind of place. Pure.

import { embedAddress, liveEntriesOf, pageAddress, pictureAddress } from "./circuit.js";
import { attribute, markdownAddress, markdownText, shellWord } from "./escaping.js";

/** Width of a frame in pixels, and its height by what its readers can do, until it asks for another. */
export const WIDTH = 640;
export const HEIGHTS = { view: 264, step: 320, explore: 640 };

const pairs = (entries) => Object.entries(entries).filter(([, text]) => text !== null && text !== undefined);
const written = (entries) => pairs(entries).map(([name, text]) => `${name}="${attribute(text)}"`);

function component({ origin, circuit, mode }) {
  const { expression, inputs, upstream, theme, lang, ...rest } = liveEntriesOf(circuit);
  const lines = written({ expression, inputs, upstream });
  const options = written({ mode, ...rest, theme: theme ?? "auto", lang }).join(" ");
  return [
    `<script type="module" src="${attribute(`${origin}/embed.js`)}"></script>`,
    "<chainrule-circuit",
    ...[...lines, `${options}>`].map((line) => `  ${line}`),
    "</chainrule-circuit>",
  ].join("\n");
}

function iframe({ origin, circuit, mode, title, height }) {
  const size = { width: String(WIDTH), height: String(height ?? HEIGHTS[mode]) };
  return [
    `<iframe ${written({ src: embedAddress(origin, circuit, mode) })}`,
    `  ${written({ title, ...size, loading: "lazy" }).join(" ")}`,
    '  style="border: 0; max-width: 100%"></iframe>',
  ].join("\n");
}

function image({ origin, circuit, title }) {
  return [`<img ${written({ src: pictureAddress(origin, circuit, "svg") })}`, `  ${written({ alt: title })} style="max-width: 100%">`].join("\n");
}

const picture = ({ origin, circuit, title }, form) => `![${markdownText(title)}](${markdownAddress(pictureAddress(origin, circuit, form))})`;

const markdown = (given) => `[${picture(given, "svg")}](${markdownAddress(pageAddress(given.origin, given.circuit))})`;

function myst({ origin, circuit, mode, title }) {
  const placeholder = markdownAddress(pictureAddress(origin, circuit, "png"));
  const options = [":width: 100%", `:placeholder: ${placeholder}`];
  return [`:::{iframe} ${markdownAddress(embedAddress(origin, circuit, mode))}`, ...options, "", markdownText(title), ":::"].join("\n");
}

/** Whether Quarto writes for readers with scripts; a book for a reading device is HTML without them. */
const visible = (when) => `::: {.content-visible ${when}-format="html:js"}`;

function quarto(given) {
  const live = [visible("when"), "```{=html}", iframe(given), "```", ":::"];
  const printed = [visible("unless"), picture(given, "png"), ":::"];
  return [...live, "", ...printed].join("\n");
}

const commandInputs = (inputs) => Object.entries(inputs).map(([name, value]) => `${name}=${JSON.stringify(value)}`);

const unusual = (value, usual) => (value === usual ? null : String(value));
const namesText = (names) => String(names ?? "") || null;

function commandOptions({ upstream, constants, theme, language, digits, step, fold, unfold }) {
  return {
    upstream: unusual(JSON.stringify(upstream), "null"),
    constants: unusual(constants, "absorbed"),
    fold: namesText(fold),
    unfold: namesText(unfold),
    theme: unusual(theme, "auto"),
    lang: unusual(language, "en"),
    digits: unusual(digits, 2),
    step: unusual(step, null),
  };
}

/** The command that writes the circuit to a file, without a server. */
function command({ circuit, file }) {
  const { source, inputs } = circuit;
  const program = shellWord(source.startsWith("-") ? ` ${source}` : source);
  const chosen = pairs(commandOptions(circuit)).map(([name, text]) => shellWord(`--${name}=${text}`));
  const lines = [[`chainrule render ${program}`], commandInputs(inputs).map(shellWord), [...chosen, `-o ${shellWord(file)}`]];
  return lines.filter((line) => line.length).map((line) => line.join(" ")).join(" \\\n  ");
}

const WRITERS = { component, iframe, image, markdown, myst, quarto, html: command, dot: command, pictures: command };

/**
 * The snippet of a kind. `given` is `{origin, circuit, mode, title, file, height}`: the server's origin, the circuit as chosen,
 * what readers can do, one line that says what is shown, how a file is called, the height that a frame has asked for, if known.
 * TikZ is written by the server.
 */
export const snippet = (kind, given) => WRITERS[kind](given);

const ADDRESSES = {
  iframe: ({ origin, circuit, mode }) => embedAddress(origin, circuit, mode),
  image: ({ origin, circuit }) => pictureAddress(origin, circuit, "svg"),
  markdown: ({ origin, circuit }) => markdownAddress(pictureAddress(origin, circuit, "svg")),
  myst: ({ origin, circuit, mode }) => markdownAddress(embedAddress(origin, circuit, mode)),
  quarto: ({ origin, circuit, mode }) => embedAddress(origin, circuit, mode),
};

/** Longest address that no host is known to cut. */
export const LONGEST_ADDRESS = 2000;

/** How long the address in a snippet is, where some hosts cut it; else 0. */
export function lengthToMind(kind, given) {
  const length = ADDRESSES[kind]?.(given).length ?? 0;
  return length > LONGEST_ADDRESS ? length : 0;
}
