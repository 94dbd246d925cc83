// The search box: names, other forms, pinyin and its initials, over all nodes; the best matches first.

const wanted = document.getElementById("wanted");
const found = document.getElementById("found");
const SUGGESTED = 12;
let haystack = null;
let spelled = null;
let hits = [];
let current = -1;
let taking = null; // who takes the node that is found next; null: it is chosen

function prepare() {
  const { data, count } = graph;
  haystack = new Array(count);
  for (let node = 0; node < count; node += 1) {
    const parts = [data.label[node]];
    if (data.forms[node]) parts.push(data.forms[node]);
    if (data.english[node]) parts.push(data.english[node]);
    haystack[node] = parts.join("\n").toLowerCase();
  }
}

// The label's reading, and its initials: “民法典” is found by minfadian and by mfd.
function spell() {
  const { data, count } = graph;
  spelled = new Array(count);
  for (let node = 0; node < count; node += 1) {
    let [full, initials] = [" ", " "];
    for (const letter of data.label[node]) {
      const reading = data.pinyin[letter] || (letter < "\x80" ? letter.toLowerCase() : "");
      full += reading;
      initials += reading[0] || "";
    }
    spelled[node] = `${full}${initials}`;
  }
}

// 0: the name itself; 1: a name begins so; 2: a name has it; 3: its reading begins so; 4: its reading has it.
function rank(node, text, letters) {
  const names = haystack[node];
  const place = names.indexOf(text);
  if (place >= 0) {
    if (place === 0) return names.length === text.length || names[text.length] === "\n" ? 0 : 1;
    return names.includes(`\n${text}`) ? 1 : 2;
  }
  if (!letters) return -1;
  if (spelled[node].includes(` ${letters}`)) return 3;
  return letters.length > 2 && spelled[node].includes(letters) ? 4 : -1;
}

function search(text, most) {
  if (!haystack) prepare();
  const letters = /^[a-z0-9' -]+$/.test(text) ? text.replace(/[' -]/g, "") : "";
  if (letters && !spelled) spell();
  const best = [[], [], [], [], []];
  for (let node = 0; node < graph.count; node += 1) {
    const place = rank(node, text, letters);
    if (place >= 0) best[place].push(node);
  }
  const sorted = best.map((nodes) => nodes.sort((a, b) => heavy(b) - heavy(a) || a - b));
  return { nodes: sorted.flat().slice(0, most), of: best.reduce((sum, nodes) => sum + nodes.length, 0) };
}

// The town whose reports alone speak of a node, unless its name says so: many towns have a 宪法宣传周.
function townOf(node) {
  const towns = graph.towns(node);
  if (towns.length !== 1 || towns[0] === node) return "";
  const short = graph.data.short[towns[0]] || graph.data.label[towns[0]];
  return graph.data.label[node].includes(short) ? "" : short;
}

function suggest() {
  const text = wanted.value.trim().toLowerCase();
  const { nodes, of } = text ? search(text, SUGGESTED) : { nodes: [], of: 0 };
  hits = nodes;
  current = hits.length ? 0 : -1;
  const rows = hits.map((node, place) => {
    const row = fz.make("li", { role: "option", id: `hit${place}`, parts: [mark(graph.cls(node)), fz.make("span", { text: graph.label(node) })] });
    const whose = townOf(node);
    if (whose) row.append(fz.make("span", { cls: "soft", text: whose }));
    if (!nodeOn[node]) row.append(fz.make("span", { cls: "soft", parts: [fz.t("筛选之外", "filtered out")] }));
    row.addEventListener("mousedown", (event) => { event.preventDefault(); take(node); });
    return row;
  });
  if (text && !hits.length) rows.push(fz.make("li", { cls: "soft", role: "option", "aria-disabled": "true", parts: [fz.t("没有找到", "Nothing found")] }));
  if (of > hits.length) rows.push(fz.make("li", { cls: "soft", role: "option", "aria-disabled": "true", parts: [fz.t(`共 ${of.toLocaleString()} 个，请再输入几个字`, `${of.toLocaleString()} in all: type more`)] }));
  found.replaceChildren(...rows);
  found.hidden = !text;
  wanted.setAttribute("aria-expanded", String(Boolean(text)));
  point();
}

function point() {
  [...found.children].forEach((row, place) => row.setAttribute("aria-selected", String(place === current)));
  if (current >= 0) {
    wanted.setAttribute("aria-activedescendant", `hit${current}`);
    found.children[current].scrollIntoView({ block: "nearest" });
  } else wanted.removeAttribute("aria-activedescendant");
}

function closeFound() {
  found.hidden = true;
  wanted.setAttribute("aria-expanded", "false");
  wanted.removeAttribute("aria-activedescendant");
}

function take(node) {
  closeFound();
  const taker = taking;
  taking = null;
  (taker || choose)(node);
}

function bindSearch() {
  wanted.addEventListener("input", suggest);
  wanted.addEventListener("focus", () => { wanted.select(); if (wanted.value) suggest(); });
  wanted.addEventListener("blur", closeFound);
  wanted.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && hits.length) {
      if (found.hidden) suggest();
      else current = (current + step + hits.length) % hits.length;
      point();
      event.preventDefault();
    } else if (event.key === "Enter" && current >= 0 && !found.hidden) {
      take(hits[current]);
      event.preventDefault();
    } else if (event.key === "Escape") {
      closeFound();
      taking = null;
    }
  });
}
