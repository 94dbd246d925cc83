"use strict";
// What a click shows. All text goes in as text, never as markup: it comes from reports.

const read = (id) => JSON.parse(document.getElementById(id).textContent);
const facts = read("facts");
const colours = Object.fromEntries(facts.classes.map(([cls, , , colour]) => [cls, colour]));
const classes = Object.fromEntries(facts.classes.map(([cls, zh, en]) => [cls, [zh, en]]));
const relations = facts.nodes.map(() => []);
facts.edges.forEach(([from, predicate, to, claims]) => {
  relations[from].push({ predicate, other: to, out: true, claims });
  if (from !== to) relations[to].push({ predicate, other: from, out: false, claims });
});

function make(tag, { cls, text, parts = [] } = {}) {
  const element = document.createElement(tag);
  if (cls) element.className = cls;
  if (text !== undefined) element.textContent = text;
  element.append(...parts);
  return element;
}

function dot(cls) {
  const mark = make("span", { cls: "dot" });
  mark.style.background = colours[cls];
  return mark;
}

function link(number) {
  const button = make("button", { cls: "link", parts: [dot(facts.nodes[number].cls), facts.nodes[number].label] });
  button.type = "button";
  button.addEventListener("click", () => choose(number));
  return button;
}

function quote([sentence, begin, end]) {
  const [report, text] = facts.sentences[sentence];
  const letters = Array.from(text); // offsets count code points, JavaScript's strings do not
  const cut = (from, to) => letters.slice(from, to).join("");
  const [title, year, file] = facts.reports[report];
  return make("blockquote", {
    parts: [
      cut(0, begin),
      make("mark", { text: cut(begin, end) }),
      cut(end),
      make("cite", { text: `${title}${title.includes(year) ? "" : ` · ${year}`} · ${file}` }),
    ],
  });
}

function tag(status) {
  const [zh, en] = facts.statuses[status] || [status, status];
  return make("span", { cls: `tag ${status}`, text: `${zh} ${en}` });
}

function evidence(quotes, open, tags = []) {
  if (!quotes.length) return tags;
  const label = quotes.length > 1 ? `原文 ${quotes.length} 处 Evidence` : "原文 Evidence";
  const box = make("details", { parts: [make("summary", { parts: [label, ...tags] }), ...quotes.map(quote)] });
  box.open = open;
  return [box];
}

// One neighbour, with the evidence by status: what was done is not mixed with what is planned or lacking.
function neighbour({ other, claims }, open) {
  const byStatus = new Map();
  claims.forEach(([status, quotes]) => byStatus.set(status, [...(byStatus.get(status) || []), ...quotes]));
  const plain = byStatus.size === 1 && byStatus.has("achieved");
  const boxes = [...byStatus].flatMap(([status, quotes]) => evidence(quotes, open, plain ? [] : [tag(status)]));
  return make("li", { parts: [link(other), ...boxes] });
}

function section(title, rows) {
  return rows.length ? [make("h3", { text: title }), make("ul", { parts: rows })] : [];
}

function byRelation(number) {
  const groups = new Map();
  for (const relation of relations[number]) {
    const key = `${relation.out ? "→" : "←"} ${(facts.predicates[relation.predicate] || [relation.predicate]).join(" ")}`;
    groups.set(key, [...(groups.get(key) || []), relation]);
  }
  const open = relations[number].length <= 8;
  return [...groups].flatMap(([title, rows]) =>
    section(`${title} · ${rows.length}`, rows.map((row) => neighbour(row, open))));
}

function figure([counts, value, unit = "", period, status, quotes]) {
  const row = make("li", { parts: [`${counts} `, make("span", { cls: "value", text: `${value} ${unit}` }), ` · ${period}`] });
  if (status !== "achieved") row.append(tag(status));
  row.append(...evidence(quotes, false));
  return row;
}

function remark([, topic, text, quotes]) {
  return make("li", { parts: [make("span", { cls: "soft", text: `${topic}：` }), text, ...evidence(quotes, false)] });
}

function describe(number) {
  const node = facts.nodes[number];
  const remarks = node.remarks || [];
  const kind = (node.kind || []).filter(Boolean).join(" ");
  return [
    make("div", { cls: "soft", parts: [dot(node.cls), classes[node.cls].join(" "), kind ? ` · ${kind}` : ""] }),
    make("h2", { text: node.label }),
    make("div", { cls: "soft", text: (node.forms || []).slice(0, 8).join("、") }),
    ...byRelation(number),
    ...section("数据 Figures", (node.figures || []).map(figure)),
    ...section("不足 Shortcomings", remarks.filter(([kind]) => kind === "Shortcoming").map(remark)),
    ...section("计划 Plans", remarks.filter(([kind]) => kind === "Plan").map(remark)),
    ...section(`提及 Mentions · ${node.mentioned || 0}`, (node.quotes || []).map((one) => make("li", { parts: [quote(one)] }))),
    make("p", { cls: "iri", text: node.iri }),
  ];
}

function welcome() {
  return [
    make("h2", { text: "点击一个节点" }),
    make("p", { text: "查看它的名称、类别、关系，以及每条关系所依据的报告原文。滚轮缩放，拖动平移，点击图例筛选。" }),
    make("p", { cls: "soft", text: "Click a node to read its relations, each with the sentence of the report that states it. Scroll to zoom, drag to move, click the legend to filter." }),
    ...section("关系最多 Best connected", facts.nodes
      .map((_, number) => number)
      .sort((a, b) => relations[b].length - relations[a].length || a - b)
      .slice(0, 15)
      .map((number) => make("li", { parts: [link(number), make("span", { cls: "soft", text: ` ${relations[number].length}` })] }))),
  ];
}
