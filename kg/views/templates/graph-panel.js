// What is told of a node: who it is, how often it is said, and every relation with its sentences.

const panel = document.getElementById("panel");
const SHOWN = 40; // neighbours of a relation; the rest on request
const QUOTED = 6;

const listed = (title, rows, open = true) => (rows.length ? [fz.make("details", {
  cls: "part", open, parts: [fz.make("summary", { parts: [fz.make("h3", { parts: [title, fz.make("span", { cls: "count", text: String(rows.length) })] })] }), more(rows)],
})] : []);

// A list that shows its first rows and has a button for the rest; rows are made when they are shown.
function more(rows) {
  const list = fz.make("ul");
  let shown = 0;
  const button = fz.make("button", { cls: "button", type: "button" });
  const row = fz.make("li", { parts: [button] });
  const grow = () => {
    row.remove();
    list.append(...rows.slice(shown, shown + SHOWN).map((one) => one()));
    shown += SHOWN;
    if (shown >= rows.length) return;
    button.replaceChildren(fz.t(`再显示 ${Math.min(SHOWN, rows.length - shown)} 个（共 ${rows.length}）`, `${Math.min(SHOWN, rows.length - shown)} more (of ${rows.length})`));
    list.append(row);
  };
  button.addEventListener("click", grow);
  grow();
  return list;
}

function link(node) {
  const button = fz.make("button", { cls: "link", type: "button", parts: [mark(graph.cls(node)), fz.make("span", { text: graph.label(node) })] });
  button.addEventListener("click", () => choose(node));
  return button;
}

const status = (key) => {
  const [, zh, en] = graph.data.statuses.find(([one]) => one === key) || [key, key, key];
  return fz.make("span", { cls: `status ${key}`, parts: [fz.t(zh, en)] });
};

async function quote([report, begin, end]) {
  const [title, year, , name] = graph.data.reports[report];
  const text = await textOf(report);
  const source = fz.make("a", { href: `reports/${encodeURIComponent(name)}.html#m-${begin}-${end}`, text: title.includes(year) ? title : `${title} · ${year}` });
  return fz.make("blockquote", { parts: [...fz.sentence(text, begin, end), fz.make("cite", { parts: [source] })] });
}

// Spans of one sentence are one quote.
async function quotes(spans) {
  const made = await Promise.all(spans.slice(0, 3 * QUOTED).map(quote));
  const told = new Set();
  return made.filter(({ textContent }) => !told.has(textContent) && told.add(textContent)).slice(0, QUOTED);
}

// Sentences that are fetched when they are asked for.
function evidence(label, spans, open) {
  const box = fz.make("details", { cls: "evidence", parts: [fz.make("summary", { parts: label })] });
  const fill = async () => {
    if (box.dataset.filled) return;
    box.dataset.filled = "yes";
    box.append(...await quotes(await spans()));
  };
  box.addEventListener("toggle", () => { if (box.open) fill(); });
  if (open) { box.open = true; fill(); }
  return box;
}

const sourceLabel = (count) => (count > 1 ? fz.t(`原文 ${count} 处`, `${count} sources`) : fz.t("原文", "Source"));

// One neighbour, with the evidence by status: what was done is not mixed with what is planned or lacking.
function neighbour(edge, node, open) {
  const claims = graph.data.claims[edge];
  const byStatus = new Map();
  for (let at = 0; at < claims.length; at += 2) {
    const [key] = graph.data.statuses[claims[at]];
    byStatus.set(key, [...(byStatus.get(key) || []), at / 2]);
  }
  const boxes = [...byStatus].map(([key, numbers]) => evidence(
    [sourceLabel(numbers.length), ...(key === "achieved" ? [] : [status(key)])],
    async () => { const all = await piece("edges", edge); return numbers.flatMap((number) => all[number]); }, open));
  return fz.make("li", { parts: [link(graph.other(edge, node)), ...boxes] });
}

function byRelation(node) {
  const groups = new Map();
  for (const edge of graph.lines(node)) {
    const out = graph.data.from[edge] === node;
    const key = `${out ? "→" : "←"}${graph.data.predicate[edge]}`;
    groups.set(key, [...(groups.get(key) || []), edge]);
  }
  const open = graph.lines(node).length <= 8;
  return [...groups].flatMap(([key, edges]) => {
    const [, zh, en] = graph.data.predicates[key.slice(1)];
    edges.sort((a, b) => graph.other(a, node) - graph.other(b, node));
    const title = fz.make("span", { parts: [fz.make("span", { cls: "way", "aria-hidden": "true", text: key[0] }), fz.t(zh, en)] });
    return listed(title, edges.map((edge) => () => neighbour(edge, node, open)), edges.length <= 60);
  });
}

function figure([counts, value, unit, period, key, spans]) {
  const row = fz.make("li", { parts: [`${counts} `, fz.make("span", { cls: "value", text: `${value} ${unit || ""}` }), ` · ${period}`] });
  if (key !== "achieved") row.append(status(key));
  row.append(evidence([sourceLabel(spans.length)], async () => spans, false));
  return row;
}

function remark([, zh, en, text, spans]) {
  return fz.make("li", { parts: [fz.make("span", { cls: "soft", parts: [fz.t(`${zh}：`, `${en}: `)] }), text, evidence([sourceLabel(spans.length)], async () => spans, false)] });
}

const LINKED = {
  division: ["统计用区划代码", "code of divisions"], law: ["法律法规名录", "list of laws"], vocabulary: ["词表", "vocabulary"],
  local: ["所在地与名称", "place and name"], unlinked: ["未链接：只凭名称", "unlinked: by its name alone"],
};

function button(zh, en, act, pressed) {
  const made = fz.make("button", { cls: "button", type: "button", parts: [fz.t(zh, en)], "aria-pressed": pressed === undefined ? undefined : String(pressed) });
  made.addEventListener("click", act);
  return made;
}

// The page of an entity; what a file name might not carry is spelled as when the pages were made.
function pageOf(node) {
  const parts = graph.data.key[node].split("/").map((part) => part.replace(/[^a-z0-9._~-]/gu, (letter) => `_${letter.codePointAt(0).toString(16)}`));
  return `entities/${parts.map((part) => (part.replace(/^\.+|\.+$/g, "") ? part : `_${part}`)).join("/")}.html`;
}

function actions(node) {
  const all = neighbours(node).length;
  const missing = neighbours(node).filter((near) => !view.drawn.includes(near)).length;
  const step = (steps) => () => { state.steps = state.steps === steps ? 0 : steps; state.path = null; refresh(); frameAll(); };
  return fz.make("div", {
    cls: "actions", parts: [
      ...(all ? [button("一步邻居", "1 step", step(1), state.steps === 1), button("两步", "2 steps", step(2), state.steps === 2)] : []),
      ...(missing && !state.steps ? [button(`展开 ${missing} 个邻居`, `Draw ${missing} neighbours`, () => { state.opened.add(node); refresh(); frameAround(); })] : []),
      button("到…的路径", "Path to…", () => startPath(node)),
      button(state.pinned.has(node) ? "取消固定" : "固定", state.pinned.has(node) ? "Unpin" : "Pin", () => pin(node), state.pinned.has(node)),
      button("隐藏", "Hide", () => hide(node)),
      fz.make("a", { cls: "button", href: pageOf(node), parts: [fz.t("全部内容", "All about it")] }),
    ],
  });
}

const row = (zh, en, ...parts) => [fz.make("dt", { parts: [fz.t(zh, en)] }), fz.make("dd", { parts })];

async function describe(node) {
  const { data } = graph;
  const facts = await piece("nodes", node);
  const [, zh, en] = data.classes[data.class[node]];
  const [kindZh, kindEn] = data.kinds[data.kind[node]];
  const reports = data.in[node];
  const relations = [...graph.lines(node)].filter((edge) => data.predicates[data.predicate[edge]][0] !== "mentions");
  const remarks = (kind) => (facts.remarks || []).filter(([one]) => one === kind).map((one) => () => remark(one));
  const forms = data.forms[node].split("\n").filter((form) => form && form !== data.english[node]).slice(0, 8);
  const other = fz.lang() === "en" ? data.label[node] : data.english[node];
  return [
    fz.make("p", { cls: "kind", parts: [mark(graph.cls(node)), fz.t(zh, en), ...(kindZh ? [" · ", fz.t(kindZh, kindEn)] : [])] }),
    fz.make("h2", { text: graph.label(node) }),
    ...(other && other !== graph.label(node) ? [fz.make("p", { cls: "soft", text: other })] : []),
    ...(nodeOn[node] ? [] : [fz.make("p", { cls: "warning", parts: [fz.t("在当前筛选之外", "Outside the filters")] })]),
    actions(node),
    fz.make("dl", {
      parts: [
        ...(forms.length ? row("又作", "Also", forms.join("、")) : []),
        ...row("识别依据", "Identified by", fz.t(...(LINKED[facts.linked] || [facts.linked, facts.linked]))),
        ...row("提及", "Mentions", fz.t(`${facts.mentioned || 0} 次，${reports.length} 份报告`, `${facts.mentioned || 0} in ${reports.length} ${fz.plural(reports.length, "report")}`)),
        ...row("关系", "Relations", String(relations.length)),
        ...row("标识", "IRI", fz.make("span", { cls: "iri", text: graph.iri(node) })),
      ],
    }),
    ...byRelation(node),
    ...listed(fz.t("数据", "Figures"), (facts.figures || []).map((one) => () => figure(one)), (facts.figures || []).length <= 12),
    ...listed(fz.t("不足", "Shortcomings"), remarks("Shortcoming"), remarks("Shortcoming").length <= 12),
    ...listed(fz.t("计划", "Plans"), remarks("Plan"), remarks("Plan").length <= 12),
    ...(facts.spans ? [evidence([fz.t("提及的句子", "Sentences that mention it")], async () => facts.spans, !graph.lines(node).length)] : []),
  ];
}

function welcome() {
  const rows = view.order.slice(0, 200).map((node) => () =>
    fz.make("li", { cls: "counted", parts: [link(node), fz.make("span", { cls: "count", text: String(graph.weight(node)) })] }));
  const hints = [
    fz.make("h2", { parts: [fz.t("点击一个节点", "Click a node")] }),
    fz.make("p", { parts: [fz.t("查看它的名称、类别、关系，以及每条关系所依据的报告原文。滚轮缩放，拖动平移；点击图例隐藏或显示一类。",
      "to read its relations, each with the sentence of the report that states it. Scroll to zoom, drag to move; click the legend to hide or show a class.")] }),
    fz.make("p", { cls: "soft", parts: [fz.t("键盘：Tab 到图上，方向键走到相邻的节点，+ − 缩放，0 全图，H 隐藏，P 固定，Esc 取消。",
      "Keyboard: Tab to the drawing; arrows go to the next node, + − zoom, 0 fits all, H hides, P pins, Esc leaves.")] }),
  ];
  return [
    fz.make("div", { cls: "hints", parts: hints }),
    ...listed(fz.t("图中关系最多的节点", "Best connected of those drawn"), rows),
  ];
}

let shownPanel = 0;
async function showPanel() {
  const turn = shownPanel += 1;
  const parts = state.path ? describeRoute() : state.node === null ? welcome() : await describe(state.node);
  if (turn !== shownPanel) return; // something else was chosen meanwhile
  panel.replaceChildren(...parts);
  panel.scrollTop = 0;
}
