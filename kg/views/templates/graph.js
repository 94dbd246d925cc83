// The drawing: vis-network with the positions computed beforehand, a legend that filters, and the selection.

const LINES = {
  achieved: { dashes: false },
  "": { dashes: false },
  planned: { dashes: [9, 6], color: { color: "#2f6db5", highlight: "#2f6db5", opacity: 0.8 } },
  shortcoming: { dashes: [2, 5], width: 2, color: { color: "#c8374a", highlight: "#c8374a", opacity: 0.9 } },
  mentioned: { dashes: false, width: 0.6, color: { color: "#d3d9e0", highlight: "#aab4c0", opacity: 0.7 } },
};
const FADED = "rgba(31, 41, 51, 0.12)";
const hidden = { cls: new Set(), status: new Set() };
const drawn = read("nodes");
const nodes = new vis.DataSet(drawn);
const edges = new vis.DataSet(read("edges").map((edge) => ({ ...edge, ...LINES[edge.status] })));
const shownNodes = new vis.DataView(nodes, { filter: (node) => !hidden.cls.has(node.group) });
const shownEdges = new vis.DataView(edges, { filter: (edge) => !hidden.status.has(edge.status) });
const canvas = document.getElementById("canvas");
const panel = document.getElementById("panel");
let chosen = null;
let network = null;

function spotlight(number) {
  const near = new Set(number === null ? [] : [number, ...network.getConnectedNodes(number)]);
  const all = number === null;
  nodes.update(drawn.map(({ id, font }) => ({
    id,
    opacity: all || near.has(id) ? 1 : 0.13,
    font: { ...font, color: all || near.has(id) ? "#1f2933" : FADED, strokeWidth: all || near.has(id) ? 4 : 0 },
  })));
}

function choose(number) {
  chosen = number;
  const cls = facts.nodes[number].cls;
  if (hidden.cls.delete(cls)) redraw();
  network.selectNodes([number]);
  spotlight(number);
  panel.replaceChildren(...describe(number));
  panel.scrollTop = 0;
  wanted.value = facts.nodes[number].label;
  const scale = Math.max(network.getScale(), facts.nodes.length > 60 ? 0.8 : 0.6);
  network.focus(number, { scale, animation: { duration: 350 } });
  location.replace(`#${encodeURIComponent(facts.nodes[number].iri)}`);
}

function leave() {
  chosen = null;
  network.unselectAll();
  spotlight(null);
  panel.replaceChildren(...welcome());
  wanted.value = "";
  if (location.hash) location.replace("#");
}

function redraw() {
  shownNodes.refresh();
  shownEdges.refresh();
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

// The whole drawing, with room at the edges for labels (as kg/views/labels.py reckons it).
function whole(animation) {
  const [xs, ys] = ["x", "y"].map((axis) => drawn.map((node) => node[axis]));
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const room = [canvas.clientWidth - 150, canvas.clientHeight - 90];
  const scale = Math.min(1, room[0] / Math.max(1, right - left), room[1] / Math.max(1, bottom - top));
  network.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale, animation });
}

const zoom = (factor) => network.moveTo({ scale: network.getScale() * factor, animation: { duration: 150 } });
document.getElementById("closer").addEventListener("click", () => zoom(1.4));
document.getElementById("farther").addEventListener("click", () => zoom(1 / 1.4));
document.getElementById("whole").addEventListener("click", () => whole({ duration: 300 }));

// The page around the drawing comes first: it settles how large the drawing is.
legend();
panel.replaceChildren(...welcome());
network = new vis.Network(canvas, { nodes: shownNodes, edges: shownEdges }, read("options"));
network.on("click", ({ nodes: [number] }) => {
  if (number !== undefined) choose(number);
  else if (chosen !== null) leave();
});
network.on("hoverNode", () => { canvas.style.cursor = "pointer"; });
network.on("blurNode", () => { canvas.style.cursor = ""; });
network.on("resize", () => { if (chosen === null) whole(false); });
whole(false);
const asked = decodeURIComponent(location.hash.slice(1));
const number = facts.nodes.findIndex(({ iri }) => asked && iri === asked);
if (number >= 0) choose(number);
