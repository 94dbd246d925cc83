// What is wanted, what the filters let through, and which nodes are drawn of it.

const MOST = 2000;

const fresh = () => ({
  off: { cls: new Set(), status: new Set(), relation: new Set() }, // what is hidden, by key
  only: { town: new Set(), year: new Set() }, // what is shown alone, when not empty; towns by node
  hidden: new Set(), pinned: new Set(), opened: new Set(), // nodes
  node: null, steps: 0, path: null, // the chosen node; its neighbourhood alone; two nodes
});
let state = fresh();
let graph = null;
let edgeOn = null;
let nodeOn = null;

function sift() {
  const { data, count } = graph;
  const { off, only } = state;
  const everywhere = !only.town.size && !only.year.size;
  const reports = data.reports.map(([, year, town]) =>
    (!only.town.size || only.town.has(town)) && (!only.year.size || only.year.has(year)));
  const statuses = data.statuses.map(([key]) => !off.status.has(key));
  const predicates = data.predicates.map(([key]) => !off.relation.has(key));
  const classes = data.classes.map(([key]) => !off.cls.has(key));
  const nodes = new Uint8Array(count);
  for (let node = 0; node < count; node += 1) {
    nodes[node] = classes[data.class[node]] && !state.hidden.has(node)
      && (everywhere || data.in[node].some((report) => reports[report])) ? 1 : 0;
  }
  // What no report states (a place in its district) is shown as long as what is achieved is.
  const stated = (claims) => {
    if (!claims.length) return !off.status.has("achieved");
    for (let at = 0; at < claims.length; at += 2) if (statuses[claims[at]] && reports[claims[at + 1]]) return true;
    return false;
  };
  edgeOn = new Uint8Array(data.from.length);
  for (let edge = 0; edge < edgeOn.length; edge += 1) {
    edgeOn[edge] = predicates[data.predicate[edge]] && nodes[data.from[edge]] && nodes[data.to[edge]]
      && stated(data.claims[edge]) ? 1 : 0;
  }
  // Who asks for some relations alone asks for what they join.
  const joined = off.status.size || off.relation.size;
  if (joined) {
    const kept = new Uint8Array(count);
    edgeOn.forEach((on, edge) => { if (on) kept[data.from[edge]] = kept[data.to[edge]] = 1; });
    nodes.set(kept);
  }
  nodeOn = nodes;
}

// The statuses of a relation that the filters let through.
function statusesOf(edge) {
  const { data } = graph;
  const { off, only } = state;
  const found = new Set();
  const claims = data.claims[edge];
  for (let at = 0; at < claims.length; at += 2) {
    const [status] = data.statuses[claims[at]];
    const [, year, town] = data.reports[claims[at + 1]];
    if (!off.status.has(status) && (!only.town.size || only.town.has(town)) && (!only.year.size || only.year.has(year))) found.add(status);
  }
  return claims.length ? found : new Set(["achieved"]);
}

// Those joined to a node, the weightier first.
function neighbours(node) {
  const found = new Set();
  for (const edge of graph.lines(node)) if (edgeOn[edge]) found.add(graph.other(edge, node));
  found.delete(node);
  return [...found].sort((a, b) => a - b);
}

// Node → how many steps away it is, at most `steps`, the nearest first.
function around(node, steps) {
  const found = new Map([[node, 0]]);
  let edge = [node];
  for (let step = 1; step <= steps; step += 1) {
    const reached = [];
    for (const near of edge) {
      for (const next of neighbours(near)) {
        if (!found.has(next)) { found.set(next, step); reached.push(next); }
      }
    }
    edge = reached.sort((a, b) => a - b);
  }
  return found;
}

// A shortest way between two nodes along the relations shown, by the weightiest nodes; null: there is none.
function route(from, to) {
  const before = new Map([[from, null]]);
  let edge = [from];
  while (edge.length && !before.has(to)) {
    const reached = [];
    for (const near of edge) {
      for (const next of neighbours(near)) if (!before.has(next)) { before.set(next, near); reached.push(next); }
    }
    edge = reached.sort((a, b) => a - b);
  }
  if (!before.has(to)) return null;
  const way = [];
  for (let at = to; at !== null; at = before.get(at)) way.unshift(at);
  return way;
}

// The nodes to draw, and how many there would be if there were room.
function selection() {
  if (state.path) {
    const way = route(...state.path);
    return { drawn: way || state.path, of: (way || state.path).length, way };
  }
  if (state.steps && state.node !== null) {
    const all = around(state.node, state.steps);
    const steps = new Map([...all].slice(0, MOST));
    return { drawn: [...steps.keys()], of: all.size, steps };
  }
  const first = new Set([...state.pinned, ...(state.node === null ? [] : [state.node])]);
  for (const node of state.opened) [node, ...neighbours(node)].forEach((one) => first.add(one));
  const drawn = [...first].slice(0, MOST);
  const taken = new Set(drawn);
  let passing = drawn.filter((node) => !nodeOn[node]).length;
  for (let node = 0; node < graph.count; node += 1) {
    if (!nodeOn[node]) continue;
    passing += 1;
    if (drawn.length < MOST && !taken.has(node)) drawn.push(node);
  }
  return { drawn, of: passing };
}
