// The same circuit drawn by libraries for graphs: each function draws into the page and gives what can be moved.

const FONT = "13px sans-serif";

/** Mermaid's own text for a graph; quotes keep its signs out of the labels' way. */
function mermaidText({ nodes, edges }) {
  const label = (text) => text.replaceAll('"', "'").replaceAll("#", "");
  const lines = [...nodes.map(({ id, label: text }) => `  ${id}["${label(text) || id}"]`), ...edges.map(([from, to]) => `  ${from} --> ${to}`)];
  return ["flowchart LR", ...lines].join("\n");
}

async function mermaidDrawing(graph, place) {
  const { mermaid } = window;
  mermaid.initialize({ startOnLoad: false, securityLevel: "strict", maxTextSize: 1e7, maxEdges: 1e6, flowchart: { htmlLabels: false } });
  const { svg } = await mermaid.render("drawn", mermaidText(graph));
  place.innerHTML = svg;
  return place.querySelector("svg > g");
}

async function dagreDrawing({ nodes, edges }, place) {
  const { d3, dagreD3 } = window;
  const graph = new dagreD3.graphlib.Graph({ multigraph: true }).setGraph({ rankdir: "LR" });
  for (const { id, label } of nodes) graph.setNode(id, { label: label || id });
  edges.forEach(([from, to], i) => graph.setEdge(from, to, {}, String(i)));
  const group = d3.select(place).append("svg").style("width", "1440px").style("height", "800px").style("font", FONT).append("g");
  group.call(new dagreD3.render(), graph);
  return group.node();
}

const DRAWINGS = { "Mermaid": mermaidDrawing, "dagre-d3": dagreDrawing };

/** Milliseconds until a graph is drawn by a peer and seen, then those between frames while it is moved. */
async function measure(name, graph, frames) {
  const { inFrames, swing, drawn } = window.probe;
  const start = performance.now();
  const group = await DRAWINGS[name](graph, document.body);
  await new Promise((resolve) => drawn(resolve));
  const whole = performance.now() - start;
  const { intervals } = await inFrames(frames, (i) => group.setAttribute("transform", `translate(${-swing(i, 4)}, 0)`));
  return { whole, intervals };
}

window.peers = { measure };
