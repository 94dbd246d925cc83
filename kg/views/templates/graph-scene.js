// What is to be seen at one moment: lines, nodes, names. The screen, the PNG and the SVG all paint this one scene.
// Nodes neither vanish nor swell with the scale.

const look = { near: null, hovered: null, lines: 0 }; // how many lines are seen
const view = { drawn: [], lines: [], order: [] };
const DASHES = { achieved: [], planned: [8, 5], shortcoming: [2, 4], mentioned: [] };
const STATUSES = Object.keys(DASHES);
let network = null;
let canvas = null;

const lit = (node) => look.near === null || look.near.has(node);
const CROWD = 1000; // nodes; then the towns are many, and what they share tells more than any of them
const crowded = () => view.drawn.length > CROWD;
const heavy = (node) => graph.weight(node) + (graph.hub(node) && !crowded() ? 1e6 : 0);

// On the screen; no larger than the ground that a node has for itself at this scale.
function radius(node, scale) {
  const hub = graph.hub(node) && !state.steps;
  const weight = graph.weight(node);
  const size = hub ? 17 : Math.min(state.steps ? 9 : 14, 5 + 1.7 * Math.sqrt(weight));
  const crowd = Math.min(1, Math.sqrt(900 / (view.drawn.length + 1)));
  const least = crowd * (hub ? 6 : 2.6 + Math.min(2.6, weight / 12));
  return Math.max(Math.min(size * Math.min(1, Math.sqrt(scale)), (hub ? 60 : 32) * scale), least);
}

// One line a pair of nodes and status; several between two nodes bow apart.
function linesOf(drawn) {
  const within = new Set(drawn);
  const pairs = new Map();
  for (const node of drawn) {
    for (const edge of graph.lines(node)) {
      const other = graph.other(edge, node);
      if (!edgeOn[edge] || node >= other || !within.has(other)) continue;
      const key = node * graph.count + other;
      if (!pairs.has(key)) pairs.set(key, { from: node, to: other, statuses: new Map() });
      const { statuses } = pairs.get(key);
      statusesOf(edge).forEach((status) => statuses.set(status, [...(statuses.get(status) || []), graph.data.predicate[edge]]));
    }
  }
  const found = [];
  for (const { from, to, statuses } of pairs.values()) {
    STATUSES.filter((status) => statuses.has(status))
      .forEach((status, bow) => found.push({ from, to, status, bow, predicates: [...new Set(statuses.get(status))] }));
  }
  return found;
}

// In pixels of the drawing's box.
function scene() {
  const scale = network.getScale();
  const middle = network.getViewPosition();
  const [wide, high] = [canvas.clientWidth, canvas.clientHeight];
  const spot = ([x, y]) => [(x - middle.x) * scale + wide / 2, (y - middle.y) * scale + high / 2];
  const spots = new Map(view.drawn.map((node) => [node, spot(places.get(node))]));
  const inside = ([x, y]) => x > -70 && x < wide + 70 && y > -30 && y < high + 30;
  const near = look.near !== null;
  const lines = view.lines
    .filter(({ from, to }) => (lit(from) && lit(to) && (!near || from === state.node || to === state.node)))
    .map((line) => ({ ...line, from: spots.get(line.from), to: spots.get(line.to), cls: graph.cls(graph.hub(line.to) ? line.from : line.to), strong: near || state.steps > 0 || state.path !== null }))
    .filter(({ from, to }) => inside(from) || inside(to) || crosses(from, to, wide, high));
  look.lines = lines.length;
  const dots = view.order.filter((node) => inside(spots.get(node))).reverse().map((node) => {
    const [x, y] = spots.get(node);
    return {
      node, x, y, size: radius(node, scale), cls: graph.cls(node), faint: !lit(node),
      chosen: node === state.node || (state.path || []).includes(node), hovered: node === look.hovered, pinned: state.pinned.has(node),
    };
  });
  const taken = tiles();
  return { wide, high, lines, dots, names: placed(spots, inside, scale, taken), words: wordsOf(lines, taken) };
}

function crosses([ax, ay], [bx, by], wide, high) {
  return Math.max(ax, bx) > 0 && Math.min(ax, bx) < wide && Math.max(ay, by) > 0 && Math.min(ay, by) < high;
}

// A line's bend: the control point of a quadratic curve.
function bend({ from: [ax, ay], to: [bx, by], bow }) {
  return [(ax + bx) / 2 + (by - ay) * 0.12 * bow, (ay + by) / 2 - (bx - ax) * 0.12 * bow];
}
