/** When each number of a circuit becomes visible: the steps of one forward and one backward pass. Pure. */

const timelines = new WeakMap();

function positions(ids, first) {
  return new Map(ids.map((id, i) => [id, first + i]));
}

function groupBy(items, key) {
  const groups = new Map();
  for (const item of items) {
    if (!groups.has(item[key])) groups.set(item[key], []);
    groups.get(item[key]).push(item);
  }
  return groups;
}

function buildTimeline(answer) {
  const { forward, backward } = answer.order;
  const n = forward.length;
  return {
    count: n,
    turn: n + 1,
    last: 2 * n + 1,
    forwardAt: positions(forward, 1),
    backwardAt: positions(backward, n + 2),
    nodes: new Map(answer.nodes.map((node) => [node.id, node])),
    edges: new Map(answer.edges.map((edge) => [edge.id, edge])),
    outgoing: groupBy(answer.edges, "source"),
    incoming: groupBy(answer.edges, "target"),
    names: new Set(answer.nodes.map(({ name }) => name).filter(Boolean)),
    output: answer.output.node,
    order: answer.order,
  };
}

/**
 * The timeline of an answer: step 0 shows the inputs, steps 1…n the gates forward, step n+1 the seed (`turn`),
 * steps n+2…2n+1 the gates backward. Also the look-ups `nodes`, `edges`, `outgoing`, `incoming` by id, and all `names`.
 */
export function timeline(answer) {
  if (!timelines.has(answer)) timelines.set(answer, buildTimeline(answer));
  return timelines.get(answer);
}

/** The step after which a node's value is there. */
export function valueStep(line, id) {
  return line.forwardAt.get(id) ?? 0;
}

/** The step after which the gradient that a wire sends back is there. */
export function edgeGradientStep(line, edge) {
  return line.backwardAt.get(edge.target) ?? line.last;
}

/** The step after which a node's gradient is complete: the seed's for the output, else its last consumer's. */
export function gradientStep(line, id) {
  const own = id === line.output ? line.turn : 0;
  const steps = (line.outgoing.get(id) ?? []).map((edge) => edgeGradientStep(line, edge));
  return Math.max(own, ...steps) || line.last;
}

/** What happens at a step: `{phase: "start"|"forward"|"turn"|"backward", k, count, gate}`; `k` counts within the phase. */
export function stepAt(line, step) {
  const { count, turn, order } = line;
  if (step <= 0) return { phase: "start", k: 0, count, gate: null };
  if (step < turn) return { phase: "forward", k: step, count, gate: order.forward[step - 1] };
  if (step === turn) return { phase: "turn", k: 0, count, gate: null };
  const k = step - turn;
  return { phase: "backward", k, count, gate: order.backward[k - 1] ?? null };
}

/** Whether the whole circuit is shown with no step in progress; `stepped` names the program that was stepped through. */
export function isAtRest(state) {
  const { answer, step, stepped } = state;
  return step >= timeline(answer).last && stepped !== answer.expression.source;
}

/** The gate of the current step, or `null` when there is none. */
export function currentGate(state) {
  if (!state.answer || isAtRest(state)) return null;
  return stepAt(timeline(state.answer), state.step).gate;
}

/**
 * The state's patch that moves to `step`: kept in range, and marked as stepped through. What the pointer rests on is
 * no longer looked at, so that caption and lit span follow the step.
 */
export function moveTo(state, step) {
  const { last } = timeline(state.answer);
  return { step: Math.min(Math.max(step, 0), last), stepped: state.answer.expression.source, hovered: null };
}

/** The state's patch that shows everything, with no current step. */
export function rest(state) {
  return { step: timeline(state.answer).last, stepped: null, playing: false };
}

/** Whether a node is a branch: its value is used by more than one wire. */
export function isBranch(line, id) {
  return (line.outgoing.get(id) ?? []).length > 1;
}
