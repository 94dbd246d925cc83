// The state in the address: a link opens the same view.


function spelledState() {
  const { data } = graph;
  const said = [];
  const add = (name, values) => { if (values.length) said.push(`${name}=${values.map((value) => encodeURIComponent(value).replace(/%2F/g, "/")).join(",")}`); };
  const keys = (set) => [...set].map((node) => data.key[node]);
  if (state.node !== null) add("node", [data.key[state.node]]);
  if (state.steps) add("steps", [state.steps]);
  if (state.path) add("path", state.path.map((node) => data.key[node]));
  add("town", keys(state.only.town));
  add("year", [...state.only.year].sort());
  Object.entries(state.off).forEach(([kind, set]) => add(`no-${kind}`, [...set].sort()));
  add("hide", keys(state.hidden));
  add("pin", [...state.pinned].map((node) => (moved.has(node) ? `${data.key[node]}@${moved.get(node).map(Math.round).join("@")}` : data.key[node])));
  add("open", keys(state.opened));
  if (view.at) add("at", view.at);
  return said.join("&");
}

function writeAddress() {
  const hash = spelledState();
  if (location.hash.slice(1) === hash) return;
  history.replaceState(null, "", hash ? `#${hash}` : `${location.pathname}${location.search}`);
}

// What the address asks for (an IRI alone: that node); unknown names are passed over.
function readAddress() {
  const made = fresh();
  const asked = location.hash.includes("=") ? location.hash.slice(1) : `node=${location.hash.slice(1)}`;
  const said = new Map(asked.split("&").filter(Boolean).map((part) => {
    const [name, value = ""] = part.split("=");
    return [name, value.split(",").map((one) => { try { return decodeURIComponent(one); } catch { return ""; } }).filter(Boolean)];
  }));
  const nodes = (name) => (said.get(name) || []).map((key) => graph.find(key)).filter((node) => node >= 0);
  [made.node = null] = nodes("node");
  made.steps = made.node === null ? 0 : Math.min(2, Number((said.get("steps") || [0])[0]) || 0);
  const ends = nodes("path");
  if (ends.length === 2) made.path = ends;
  made.only.town = new Set(nodes("town"));
  made.only.year = new Set(said.get("year") || []);
  for (const kind of Object.keys(made.off)) made.off[kind] = new Set(said.get(`no-${kind}`) || []);
  made.hidden = new Set(nodes("hide"));
  made.opened = new Set(nodes("open"));
  moved.clear();
  for (const value of said.get("pin") || []) {
    const [key, x, y] = value.split("@");
    const node = graph.find(key);
    if (node < 0) continue;
    made.pinned.add(node);
    if (Number.isFinite(Number(x)) && y !== undefined) moved.set(node, [Number(x), Number(y)]);
  }
  const at = (said.get("at") || []).map(Number);
  view.at = at.length === 3 && at.every(Number.isFinite) ? at : null;
  state = made;
}
