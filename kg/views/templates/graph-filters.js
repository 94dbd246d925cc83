// The legend and the filters: what is hidden by class, status and relation, what is shown alone by town and year.

const legend = document.getElementById("legend");
const facets = document.getElementById("facets");

function toggle(kind, key) {
  if (!state.off[kind].delete(key)) state.off[kind].add(key);
  refresh();
}

function entry(kind, key, parts, count) {
  const made = fz.make("button", {
    type: "button", "aria-pressed": String(!state.off[kind].has(key)),
    parts: [...parts, ...(count === undefined ? [] : [fz.make("span", { cls: "count", text: count.toLocaleString() })])],
  });
  made.dataset.kind = kind;
  made.dataset.key = key;
  made.addEventListener("click", () => toggle(kind, key));
  return made;
}

function stroke(key) {
  const dashes = DASHES[key].join(" ");
  return svg("svg", { class: `stroke s-${key}`, viewBox: "0 0 26 8", "aria-hidden": "true" }, [svg("line", { x1: 0, y1: 4, x2: 26, y2: 4, "stroke-dasharray": dashes || "none" })]);
}

function tally() {
  const { data } = graph;
  const counts = { cls: new Map(), status: new Map(), relation: new Map() };
  const add = (map, key) => map.set(key, (map.get(key) || 0) + 1);
  data.class.forEach((cls) => add(counts.cls, data.classes[cls][0]));
  data.claims.forEach((claims, edge) => {
    add(counts.relation, data.predicates[data.predicate[edge]][0]);
    const seen = new Set();
    for (let at = 0; at < claims.length; at += 2) seen.add(data.statuses[claims[at]][0]);
    seen.forEach((key) => add(counts.status, key));
  });
  return counts;
}

let counted = null;
function showLegend() {
  counted ||= tally();
  const { data } = graph;
  const classes = data.classes.map(([key, zh, en]) => entry("cls", key, [mark(key), fz.t(zh, en)], counted.cls.get(key)));
  const statuses = data.statuses.filter(([key]) => counted.status.has(key))
    .map(([key, zh, en]) => entry("status", key, [stroke(key), fz.t(zh, en)], counted.status.get(key)));
  legend.replaceChildren(...classes, fz.make("span", { cls: "rule", role: "presentation" }), ...statuses);
}

function box(label, checked, act) {
  const input = fz.make("input", { type: "checkbox", checked });
  input.addEventListener("change", () => act(input.checked));
  return fz.make("label", { parts: [input, label] });
}

const flip = (set, key) => (on) => { if (on) set.add(key); else set.delete(key); refresh(); };

function years() {
  const all = [...new Set(graph.data.reports.map(([, year]) => year))].filter(Boolean).sort();
  return group("年度", "Year", all.map((year) => box(year, state.only.year.has(year), flip(state.only.year, year))));
}

const group = (zh, en, parts) => fz.make("fieldset", { parts: [fz.make("legend", { parts: [fz.t(zh, en)] }), ...parts] });

const OFFERED = 100;
function towns() {
  const all = [...new Set(graph.data.reports.map(([, , town]) => town))].filter((town) => town >= 0);
  all.sort((a, b) => (graph.data.key[a] < graph.data.key[b] ? -1 : 1));
  const list = fz.make("div", { cls: "towns" });
  const input = fz.make("input", { type: "search", "aria-label": fz.said("查找单位", "Find a town"), placeholder: fz.said("查找单位…", "Find a town…") });
  const fill = () => {
    const text = input.value.trim();
    const hits = all.filter((town) => state.only.town.has(town) || graph.label(town).includes(text));
    hits.sort((a, b) => state.only.town.has(b) - state.only.town.has(a));
    list.replaceChildren(...hits.slice(0, OFFERED).map((town) => box(graph.label(town), state.only.town.has(town), flip(state.only.town, town))));
    if (hits.length > OFFERED) list.append(fz.make("p", { cls: "soft", parts: [fz.t(`还有 ${hits.length - OFFERED} 个，请输入名称`, `${hits.length - OFFERED} more: type a name`)] }));
  };
  input.addEventListener("input", fill);
  fill();
  return group("单位", "Town", [...(all.length > 12 ? [input] : []), list]);
}

function relations() {
  const { data } = graph;
  const set = state.off.relation;
  const all = data.predicates.filter(([key]) => counted.relation.has(key));
  const none = button("全不选", "None", () => { all.forEach(([key]) => set.add(key)); showFilters(); refresh(); });
  const every = button("全选", "All", () => { set.clear(); showFilters(); refresh(); });
  return group("关系", "Relation", [
    fz.make("div", { cls: "pair", parts: [every, none] }),
    ...all.map(([key, zh, en]) => box(fz.make("span", { parts: [fz.t(zh, en), fz.make("span", { cls: "count", text: counted.relation.get(key).toLocaleString() })] }),
      !set.has(key), (on) => { if (on) set.delete(key); else set.add(key); refresh(); })),
  ]);
}

function showFilters() {
  facets.replaceChildren(years(), towns(), relations());
}

// How many filters are set, on the button that opens them.
function badge() {
  const count = state.only.town.size + state.only.year.size + state.off.relation.size;
  const made = document.getElementById("filtered");
  made.textContent = String(count);
  made.hidden = !count;
  legend.querySelectorAll("button").forEach((one) => one.setAttribute("aria-pressed", String(!state.off[one.dataset.kind].has(one.dataset.key))));
}
