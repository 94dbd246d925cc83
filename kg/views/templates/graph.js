// The page: vis-network holds the nodes' places, the scale and the pointer; what is wanted is in `state`.

const nodesSet = new vis.DataSet();
const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
const move = (duration) => (still ? false : { duration });

// Draws what the state asks for, tells it, and writes it into the address.
function refresh() {
  sift();
  const { drawn, of, steps, way } = selection();
  view.way = way;
  if (state.path) rowed(drawn, canvas.clientWidth < 600);
  else if (steps) ringed(steps);
  else settle(drawn);
  if (state.steps || state.path) for (const node of drawn) if (moved.has(node)) places.set(node, moved.get(node));
  view.drawn = drawn;
  view.lines = linesOf(drawn);
  view.order = [...drawn].sort((a, b) => heavy(b) - heavy(a) || a - b);
  light();
  const kept = new Set(drawn);
  nodesSet.remove(nodesSet.getIds().filter((node) => !kept.has(node)));
  nodesSet.update(drawn.map((node) => ({ id: node, x: places.get(node)[0], y: places.get(node)[1] })));
  badge();
  tell(of);
  showPanel();
  writeAddress();
  network.redraw();
}

// Where one node is chosen in the whole, it and its neighbours stay bright.
function light() {
  look.near = state.node === null || state.steps || state.path ? null : new Set([state.node, ...neighbours(state.node)]);
}

function tell(of) {
  const [drawn, all] = [view.drawn.length.toLocaleString(), graph.count.toLocaleString()];
  const lines = view.lines.length.toLocaleString();
  const parts = view.drawn.length < of
    ? [fz.t(`只画出最重要的 ${drawn} 个（${of < graph.count ? `符合条件 ${of.toLocaleString()} 个，` : ""}全部 ${all} 个），其余可搜索、筛选或展开`,
      `Drawn: the ${drawn} that matter most${of < graph.count ? ` of ${of.toLocaleString()}` : ""} (${all} in all); search, filter or expand for the rest`)]
    : [fz.t(`画出 ${drawn} 个实体（共 ${all} 个）、${lines} 条连线`, `${drawn} of ${all} entities, ${lines} ${fz.plural(view.lines.length, "line")}`)];
  if (state.hidden.size) {
    const show = button(`显示隐藏的 ${state.hidden.size} 个`, `Show ${state.hidden.size} hidden`, () => { state.hidden.clear(); refresh(); });
    parts.push(" ", show);
  }
  document.getElementById("note").replaceChildren(...parts);
}

function choose(node) {
  if (taking) { take(node); return; }
  state.hidden.delete(node);
  state.off.cls.delete(graph.cls(node));
  Object.assign(state, { node, path: null, steps: state.steps ? 1 : 0 });
  view.at = null;
  refresh();
  wanted.value = graph.label(node);
  if (state.steps) frameAll();
  else frameAround();
}

function leave() {
  taking = null;
  Object.assign(state, { node: null, steps: 0, path: null });
  view.at = null;
  wanted.value = "";
  refresh();
  frameAll();
}

function hide(node) {
  state.hidden.add(node);
  state.pinned.delete(node);
  state.opened.delete(node);
  if (state.node === node) Object.assign(state, { node: null, steps: 0 });
  refresh();
}

function pin(node) {
  if (!state.pinned.delete(node)) {
    state.pinned.add(node);
    moved.set(node, places.get(node));
  } else moved.delete(node);
  refresh();
}

// Moves so that these nodes are on the screen, with room for the names of the outermost.
function frame(nodes, duration) {
  const spots = nodes.map((node) => places.get(node)).filter(Boolean);
  if (!spots.length) return;
  const [xs, ys] = [spots.map(([x]) => x), spots.map(([, y]) => y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const room = [Math.max(120, canvas.clientWidth - 110), Math.max(120, canvas.clientHeight - 120)];
  const scale = Math.min(1.2, room[0] / Math.max(1, right - left), room[1] / Math.max(1, bottom - top));
  network.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 + 6 / scale }, scale, animation: duration ? move(duration) : false });
}
const frameAll = (duration = 300) => frame(view.drawn, duration);
const frameAround = () => frame([...(look.near || view.drawn)].filter((node) => places.has(node)), 350);
const zoom = (factor) => network.moveTo({ scale: network.getScale() * factor, animation: move(150) });

// The nearest node of the drawing in a direction: what lies aside counts twice.
function beside(dx, dy) {
  const from = places.get(state.node) || [network.getViewPosition().x, network.getViewPosition().y];
  let [best, least] = [null, Infinity];
  for (const node of view.drawn) {
    const [x, y] = places.get(node);
    const along = (x - from[0]) * dx + (y - from[1]) * dy;
    const aside = Math.abs((x - from[0]) * dy) + Math.abs((y - from[1]) * dx);
    if (node !== state.node && along > 0 && along + 2 * aside < least) [best, least] = [node, along + 2 * aside];
  }
  if (best !== null) choose(best);
}

const KEYS = {
  ArrowLeft: () => beside(-1, 0), ArrowRight: () => beside(1, 0), ArrowUp: () => beside(0, -1), ArrowDown: () => beside(0, 1),
  "+": () => zoom(1.4), "=": () => zoom(1.4), "-": () => zoom(1 / 1.4), 0: () => frameAll(), Escape: leave,
  h: () => { if (state.node !== null) hide(state.node); },
  p: () => { if (state.node !== null) pin(state.node); },
  Enter: () => panel.focus(),
};

function bind() {
  const hover = (node) => {
    look.hovered = node;
    canvas.style.cursor = node === null ? "" : "pointer";
    network.redraw();
  };
  network.on("afterDrawing", paintOver);
  network.on("click", ({ nodes: [hit], pointer }) => {
    const node = hit ?? named(pointer.DOM);
    if (node !== undefined) choose(node);
    else if (state.node !== null || state.path) leave();
  });
  network.on("doubleClick", ({ nodes: [hit] }) => { if (hit !== undefined) { state.steps = 1; refresh(); frameAll(); } });
  network.on("hoverNode", ({ node }) => hover(node));
  network.on("blurNode", () => hover(null));
  network.on("dragging", ({ nodes: [node] }) => {
    if (node === undefined) return;
    const { x, y } = network.getPosition(node);
    places.set(node, [x, y]);
    moved.set(node, [x, y]);
    state.pinned.add(node);
  });
  network.on("dragEnd", looked);
  network.on("zoom", looked);
  // vis-network restores its own idea of the view after it has told of a new size.
  network.on("resize", () => { if (!view.at) queueMicrotask(() => (state.node === null ? frameAll(0) : frameAround())); });
  document.getElementById("closer").addEventListener("click", () => zoom(1.4));
  document.getElementById("farther").addEventListener("click", () => zoom(1 / 1.4));
  document.getElementById("whole").addEventListener("click", () => { view.at = null; frameAll(); writeAddress(); });
  document.getElementById("reset").addEventListener("click", () => { moved.clear(); state = fresh(); showFilters(); leave(); });
  document.getElementById("png").addEventListener("click", exportPng);
  document.getElementById("svg").addEventListener("click", exportSvg);
  document.addEventListener("click", ({ target }) => {
    const filters = document.getElementById("filters");
    if (filters.open && !filters.contains(target) && target.isConnected) filters.open = false;
  });
  const ground = canvas.querySelector(".vis-network");
  ground.setAttribute("role", "application");
  ground.setAttribute("tabindex", "0");
  const name = () => ground.setAttribute("aria-label", fz.said("关系图：方向键走到相邻的节点", "Graph: arrows go to the next node"));
  name();
  ground.addEventListener("keydown", (event) => {
    const act = KEYS[event.key] || KEYS[event.key.toLowerCase()];
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
    act();
    event.preventDefault();
  });
  bindSearch();
  fz.onLanguage(() => { name(); showLegend(); showFilters(); refresh(); });
  fz.onTheme(() => { mixPaint(); network.redraw(); });
  window.addEventListener("hashchange", open);
}

// Where the reader looks, for the address: middle and scale.
let waiting = 0;
function looked() {
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    const { x, y } = network.getViewPosition();
    view.at = [Math.round(x), Math.round(y), Number(network.getScale().toFixed(3))];
    writeAddress();
  }, 250);
}

// The view that the address asks for.
function open() {
  readAddress();
  const at = view.at;
  refresh();
  showFilters();
  if (at) network.moveTo({ position: { x: at[0], y: at[1] }, scale: at[2], animation: false });
  else if (state.node !== null && !state.steps && !state.path) frame([...look.near].filter((node) => places.has(node)), 0);
  else frameAll(0);
  if (state.node !== null) wanted.value = graph.label(state.node);
}

async function begin() {
  graph = model(await fz.load("graph/index"));
  canvas = document.getElementById("canvas");
  mixPaint();
  showLegend();
  const settings = read("options");
  const ctxRenderer = ({ id }) => {
    const size = (2 * radius(id, network.getScale()) + 4) / network.getScale();
    return { drawNode() {}, nodeDimensions: { width: size, height: size } };
  };
  network = new vis.Network(canvas, { nodes: nodesSet, edges: new vis.DataSet() }, { ...settings, nodes: { ...settings.nodes, ctxRenderer } });
  bind();
  open();
  performance.mark("ready");
  document.documentElement.dataset.ready = "yes";
}

begin();
