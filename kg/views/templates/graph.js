// The drawing: vis-network with the positions computed beforehand, a legend that filters, and the selection.

const LINES = {
  achieved: { dashes: false },
  planned: { dashes: [9, 6], color: { color: "#2f6db5", opacity: 0.8 } },
  shortcoming: { dashes: [2, 5], width: 2, color: { color: "#c8374a", opacity: 0.9 } },
  mentioned: { dashes: false, width: 0.6, color: { color: "#d3d9e0", opacity: 0.7 } },
};
const hidden = { cls: new Set(), status: new Set() };
const nodes = new vis.DataSet(drawn.map(({ id, group, x, y }) => ({ id, group, x, y })));
const bow = (edge) => edge.bow ? { smooth: { enabled: true, type: "curvedCW", roundness: 0.16 * edge.bow } } : {};
const edges = new vis.DataSet(read("edges").map((edge) => ({ ...edge, ...LINES[edge.status], ...bow(edge) })));
const shownNodes = new vis.DataView(nodes, { filter: (node) => !hidden.cls.has(node.group) });
const shownEdges = new vis.DataView(edges, {
  filter: (edge) => !hidden.status.has(edge.status) && shows(edge.from) && shows(edge.to),
});
const canvas = document.getElementById("canvas");
const panel = document.getElementById("panel");
let network = null;

function choose(number) {
  const cls = facts.nodes[number].cls;
  if (hidden.cls.delete(cls)) shownNodes.refresh();
  const near = edges.get({ filter: (edge) => edge.from === number || edge.to === number });
  look.chosen = number;
  look.near = new Set([number, ...near.flatMap((edge) => [edge.from, edge.to])]);
  redraw();
  panel.replaceChildren(...describe(number));
  panel.scrollTop = 0;
  wanted.value = facts.nodes[number].label;
  frame([...look.near], { duration: 350 });
  location.replace(`#${encodeURIComponent(facts.nodes[number].iri)}`);
}

function leave() {
  look.chosen = null;
  look.near = null;
  redraw();
  panel.replaceChildren(...welcome());
  wanted.value = "";
  if (location.hash) location.replace("#");
}

function redraw() {
  const chosen = look.near !== null;
  network.setOptions({ edges: { width: chosen ? 1.8 : 1, color: { inherit: "to", opacity: chosen ? 0.9 : 0.45 } } });
  shownNodes.refresh();
  shownEdges.refresh();
  network.redraw();
  document.querySelectorAll("#legend button").forEach((button) => {
    button.setAttribute("aria-pressed", String(!hidden[button.dataset.of].has(button.dataset.key)));
  });
}

function entry(of, key, parts, count) {
  const button = make("button", { parts: [...parts, make("span", { cls: "count", text: String(count) })] });
  button.type = "button";
  button.dataset.of = of;
  button.dataset.key = key;
  button.setAttribute("aria-pressed", "true");
  button.addEventListener("click", () => {
    if (!hidden[of].delete(key)) hidden[of].add(key);
    redraw();
  });
  return button;
}

function legend() {
  const rows = facts.classes.map(([cls, zh, en, , count]) =>
    entry("cls", cls, [dot(cls), make("span", { text: zh }), make("span", { cls: "soft", text: en })], count));
  const counts = {};
  edges.forEach(({ status }) => { counts[status] = (counts[status] || 0) + 1; });
  const names = { ...facts.statuses, mentioned: ["仅提及", "mentioned only"] };
  const lines = Object.keys(names).filter((status) => counts[status]).map((status) => {
    const [zh, en] = names[status];
    return entry("status", status, [
      make("span", { cls: `stroke ${status}` }), make("span", { text: zh }), make("span", { cls: "soft", text: en }),
    ], counts[status]);
  });
  document.getElementById("legend").replaceChildren(...rows, make("span", { cls: "rule" }), ...lines);
}

// Moves so that these nodes are on the screen, with room for the names of the outermost.
function frame(numbers, animation) {
  const [xs, ys] = ["x", "y"].map((axis) => numbers.map((number) => drawn[number][axis]));
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const room = [canvas.clientWidth - 130, canvas.clientHeight - 80];
  const scale = Math.min(1.1, room[0] / Math.max(1, right - left), room[1] / Math.max(1, bottom - top));
  network.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 + 8 / scale }, scale, animation });
}

const whole = (animation) => { if (drawn.length) frame(order, animation); };
const zoom = (factor) => network.moveTo({ scale: network.getScale() * factor, animation: { duration: 150 } });
document.getElementById("closer").addEventListener("click", () => zoom(1.4));
document.getElementById("farther").addEventListener("click", () => zoom(1 / 1.4));
document.getElementById("whole").addEventListener("click", () => whole({ duration: 300 }));

// The page around the drawing comes first: it settles how large the drawing is.
legend();
panel.replaceChildren(...welcome());
const options = read("options");
network = new vis.Network(canvas, { nodes: shownNodes, edges: shownEdges },
  { ...options, nodes: { ...options.nodes, ctxRenderer: paintDot } });
network.on("afterDrawing", paintNames);
network.on("click", ({ nodes: [hit], pointer }) => {
  const number = hit ?? named(pointer.DOM);
  if (number !== undefined) choose(number);
  else if (look.chosen !== null) leave();
});
function hover(number) {
  look.hovered = number;
  canvas.style.cursor = number === null ? "" : "pointer";
  network.redraw();
}
network.on("hoverNode", ({ node }) => hover(node));
network.on("blurNode", () => hover(null));
// vis-network restores its own idea of the view after it has told of a new size.
network.on("resize", () => { if (look.chosen === null) queueMicrotask(() => whole(false)); });
whole(false);
const asked = decodeURIComponent(location.hash.slice(1));
const number = facts.nodes.findIndex(({ iri }) => asked && iri === asked);
if (number >= 0) choose(number);
