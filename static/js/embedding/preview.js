// The preview at true size: the live circuit in a frame as a page would hold it, or the picture.

import { h } from "../dom.js";
import { embedAddress, pictureAddress } from "./circuit.js";
import { HEIGHTS, WIDTH } from "./snippets.js";

const PAUSE = 150; // milliseconds until a new choice is shown, so that nothing loads while keys run through the kinds

/** A new frame each time: another address in the same frame would be a place to go back to. */
function frame({ circuit, mode, title }) {
  return h("iframe", { src: embedAddress("", circuit, mode), title, width: WIDTH, height: HEIGHTS[mode] });
}

/** A file for itself is a page of its own; its circuit and how it is stepped through are these. */
const file = (given) => frame({ ...given, mode: "step" });

const picture = ({ circuit, title }) => h("img", { src: pictureAddress("", circuit, "svg"), alt: title });

const SHOWN = { frame, file, picture };

/**
 * `show(shows, given)` draws "frame", "file" or "picture" below `heading`. A frame gets the height that it asks for; `onHeight(height)` is
 * told of it where the frame is as wide as in the snippet.
 */
export function createPreview({ heading, box, t, onHeight }) {
  let timer = null;
  let drawn = null;

  function measure() {
    const { offsetWidth: width, offsetHeight: height } = box.firstChild;
    heading.textContent = t("embedding.preview", { width, height });
  }

  function hear({ source, data }) {
    const shown = box.firstChild;
    if (!source || source !== shown?.contentWindow || data?.source !== "chainrule" || !(data.height > 0)) return;
    shown.height = Math.round(data.height);
    measure();
    if (shown.offsetWidth === WIDTH) onHeight(shown.offsetHeight);
  }

  function draw(shows, given) {
    const element = SHOWN[shows](given);
    if (element.outerHTML === drawn) return;
    drawn = element.outerHTML;
    element.addEventListener("load", measure);
    element.addEventListener("error", measure);
    box.replaceChildren(element);
    box.dataset.shows = shows;
    box.tabIndex = shows === "picture" ? 0 : -1; // a wide picture is scrolled by keys
  }

  addEventListener("message", hear);
  return {
    show(shows, given) {
      clearTimeout(timer);
      timer = setTimeout(draw, drawn === null ? 0 : PAUSE, shows, given);
    },
    end() {
      clearTimeout(timer);
      removeEventListener("message", hear);
    },
  };
}
