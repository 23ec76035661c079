// The module of the web component, for pages of other sites: <chainrule-circuit expression="x*y" inputs="x:3,y:-4">. It is
// one file without chunks, and gives circuits of the server that it came from.

import { ChainruleCircuit } from "./component/element.js";

const NAME = "chainrule-circuit";

if (!customElements.get(NAME)) { // a page may load it twice
  ChainruleCircuit.page = new URL("embed", import.meta.url).href;
  customElements.define(NAME, ChainruleCircuit);
}
