"use strict";
// The figures: a table to sort and filter, and charts of an indicator in one unit.

const ROWS = 120; // at once
const BARS = 30;
const SERIES = 6;
let shown = ROWS;
let facts = null;
let reports = null;
let rows = []; // what is shown, for the CSV

// A row of the data by name. Figures are sorted and drawn by `value` of `measure`, without 万 and 亿; `written` and `unit` are what is printed.
const figure = ([report, concept, counts, printed, unit, about, period, status, approximate, begin, end, plain = printed, measure = unit], number) => ({
  number, report, concept, counts, value: Number(plain), measure, written: `${approximate ? "≈ " : ""}${printed}`, printed, plain, unit, about, period, status, approximate, begin, end, clashes: clashes.get(number) || [],
  place: reports[report][3] || reports[report][1], page: reports[report][4],
});
const label = ({ written, unit }) => `${written} ${unit}`.trim();
// What it is called in Chinese and in English.
const statusOf = ({ status }) => (facts.statuses.find(([key]) => key === status) || [status, status, status]).slice(1);
const conceptOf = ({ concept }) => fz.said(facts.concepts[concept][0], facts.concepts[concept][1]);

const described = (one) => fz.make("p", { cls: "soft", parts: [
  fz.make("b", { text: label(one) }), ` · ${one.counts} · ${one.period}${one.about ? ` · ${one.about}` : ""}`,
] });

// ── contradictions ──────────────────────────────────────────────────────────────────────────────
const CHECKS = {
  rate: ["比率与其分子、分母不符", "A rate does not fit what it is a rate of"],
  total: ["总数与其部分不符", "A total does not fit its parts"],
  year: ["与上一年的报告不符", "Last year's report says something else"],
};
const checkOf = (check) => CHECKS[check] || [check, check];
let clashes = new Map(); // number of a figure → the contradictions that it takes part in

const clash = ([check, severity, stated, against, expected, sentences], number) => ({ number: number + 1, check, severity, stated, against, expected, sentences });
const byFigure = () => {
  const found = new Map();
  for (const one of facts.contradictions.map(clash)) {
    for (const number of new Set([one.stated, ...one.against])) found.set(number, [...(found.get(number) || []), one]);
  }
  return found;
};
const numbered = (number) => figure(facts.figures[number], number);
// What a figure should be by others; empty of one that others are held against.
const disputes = ({ number, clashes: all }) => all.filter(({ stated }) => stated === number);
const due = ({ unit }, { expected, severity }) => [
  fz.t("应为 ", "should be "), `${expected} ${unit}`.trim(), ...(severity === "warning" ? [fz.t("（仅差末位）", " (last digit)")] : []),
];

// The sentences of a contradiction for the dialog, its figures marked; a figure that stands in none of them has its own.
function told({ check, stated, against, sentences, ...one }) {
  const all = [stated, ...against].map(numbered);
  const within = ([report, begin, end]) => all.filter((each) => each.report === report && begin <= each.begin && each.end <= end);
  const held = new Set(sentences.flatMap((place) => within(place).map(({ number }) => number)));
  const places = [...sentences, ...all.filter(({ number }) => !held.has(number)).map(({ report, begin, end }) => [report, begin, end])];
  const head = fz.make("p", { cls: `clash ${one.severity}`, parts: ["≠ ", fz.t(...checkOf(check)), fz.t("：", ": "), ...due(all[0], one)] });
  const first = (place) => within(place).some(({ number }) => number === stated);
  return places.toSorted((a, b) => first(b) - first(a)).map((place, at) => [
    fz.make("div", { parts: [...(at ? [] : [head]), ...within(place).map(described)] }), ...place,
    within(place).map(({ begin, end }) => [begin, end]),
  ]);
}

// The sentence of a figure; of one that contradicts others, theirs too.
function openFigure(one, from) {
  const items = one.clashes.length ? one.clashes.flatMap(told) : [[described(one), one.report, one.begin, one.end]];
  open([fz.make("span", { lang: "zh-CN", text: `${one.place} · ${one.counts}` }), ...(one.clashes.length ? [" ≠"] : [])], items, from);
}

// ── table ───────────────────────────────────────────────────────────────────────────────────────
const SORTS = {
  concept: (a, b) => a.concept - b.concept || a.measure.localeCompare(b.measure) || b.value - a.value,
  counts: (a, b) => a.counts.localeCompare(b.counts, "zh-CN"),
  value: (a, b) => a.value - b.value,
  place: (a, b) => a.report - b.report || a.begin - b.begin,
  period: (a, b) => a.period.localeCompare(b.period),
  status: (a, b) => a.status.localeCompare(b.status),
};

function filtered() {
  const [concept, year, status, only] = ["concept", "year", "status", "only"].map((id) => at(id).value);
  const [place, q] = ["place", "q"].map((id) => at(id).value.trim().toLowerCase());
  return facts.figures.map(figure).filter((one) =>
    (!concept || facts.concepts[one.concept][3] === concept) && (!year || one.period === year) && (!status || one.status === status)
    && (!only || one.clashes.length) && (!place || one.place.toLowerCase().includes(place))
    && (!q || `${one.counts}\n${one.about}`.toLowerCase().includes(q)));
}

// What stands beside a figure that takes part in contradictions.
function signs(one) {
  const own = disputes(one);
  if (own.length) return own.map((each) => fz.make("span", { cls: `clash ${each.severity}`, parts: ["≠ ", ...due(one, each)] }));
  return one.clashes.length ? [fz.make("span", { cls: "clash", parts: ["≠ ", fz.t("矛盾", "contradicts")] })] : [];
}

function row(one) {
  const value = fz.make("button", { type: "button", cls: "open", text: label(one) });
  value.addEventListener("click", () => openFigure(one, value));
  const place = one.page ? fz.make("a", { href: one.page, text: one.place, lang: "zh-CN" }) : fz.make("span", { text: one.place, lang: "zh-CN" });
  return fz.make("tr", { parts: [
    fz.make("td", { parts: [fz.t(...facts.concepts[one.concept].slice(0, 2))] }),
    fz.make("td", { lang: "zh-CN", parts: [one.counts, ...(one.about ? [fz.make("span", { cls: "sub", text: one.about })] : [])] }),
    fz.make("td", { cls: "number", parts: [value, ...signs(one)] }),
    fz.make("td", { parts: [place] }),
    fz.make("td", { text: one.period }),
    fz.make("td", { parts: [fz.make("span", { cls: `status ${one.status}`, parts: [fz.t(...statusOf(one))] })] }),
  ] });
}

function show() {
  const [key, down] = (view.get("sort") || "").split("-");
  rows = filtered();
  if (SORTS[key]) rows.sort((a, b) => (down ? -1 : 1) * SORTS[key](a, b));
  document.querySelectorAll("[data-sort]").forEach((button) => {
    const head = button.closest("th");
    if (button.dataset.sort === key) head.setAttribute("aria-sort", down ? "descending" : "ascending");
    else head.removeAttribute("aria-sort");
  });
  const clashing = rows.filter((one) => one.clashes.length).length;
  at("told").replaceChildren(fz.t(
    `${rows.length} / ${facts.figures.length} 项${rows.length > shown ? `，列出 ${shown} 项` : ""}${clashing ? `，其中 ${clashing} 项相互矛盾` : ""}`,
    `${rows.length} of ${facts.figures.length} ${fz.plural(facts.figures.length, "figure")}${rows.length > shown ? `, ${shown} listed` : ""}${clashing ? `, ${clashing} of them contradicting` : ""}`));
  at("rows").replaceChildren(...rows.slice(0, shown).map(row));
  if (!rows.length) at("rows").append(fz.make("tr", { parts: [fz.make("td", { cls: "empty", colspan: "6", parts: [fz.t("没有符合条件的数据。", "No figure fits these filters.")] })] }));
  at("more").hidden = rows.length <= shown;
  chart();
}

// ── charts ──────────────────────────────────────────────────────────────────────────────────────
function chart() {
  const box = at("chart");
  const name = facts.concepts.find(([, , , key]) => key === at("concept").value);
  box.hidden = !name?.[2] || !rows.length;
  if (box.hidden) return;
  const byUnit = Map.groupBy(rows, ({ measure }) => measure);
  const units = [...byUnit.keys()].sort((a, b) => byUnit.get(b).length - byUnit.get(a).length);
  const unit = units.includes(view.get("unit")) ? view.get("unit") : units[0];
  const own = byUnit.get(unit).toSorted((a, b) => b.value - a.value);
  const choice = units.length < 2 ? [] : [fz.make("div", { cls: "bar units", role: "group", "aria-label": fz.said("单位", "Unit"), parts: units.map((one) => {
    const button = fz.make("button", { type: "button", "aria-pressed": String(one === unit), parts: one ? [one] : [fz.t("无单位", "no unit")] });
    button.addEventListener("click", () => { keep("unit", one); show(); });
    return button;
  }) })];
  const unitName = unit ? fz.t(`单位：${unit}`, `unit: ${unit}`) : fz.t("无单位", "no unit");
  const drawn = bars(own.slice(0, BARS).map((one) => ({
    who: `${one.place} ${one.period}`, note: [one.counts, one.about].filter(Boolean).join(" · "), value: one.value, label: label(one) + (one.clashes.length ? " ≠" : ""),
    planned: one.status !== "achieved", clashing: disputes(one).length > 0, open: (from) => openFigure(one, from),
  })));
  box.replaceChildren(
    fz.make("h2", { id: "drawn", parts: [fz.t(name[0], name[1]), fz.make("span", { cls: "soft", parts: [" · ", unitName] })] }),
    ...choice, drawn,
    ...(own.length > BARS ? [fz.make("p", { cls: "soft", parts: [fz.t(`只画出最大的 ${BARS} 项，共 ${own.length} 项`, `The ${BARS} largest of ${own.length}`)] })] : []),
    ...overYears(own, unit),
  );
}

// One line for what is counted in the same words of the same one in several years; not through a year that has several values.
function overYears(own, unit) {
  const done = own.filter((one) => one.status === "achieved" && /^\d{4}$/.test(one.period));
  const series = [...Map.groupBy(done, (one) => [one.place, one.about, one.counts].join("\n")).values()]
    .map((some) => ({ who: some[0].place, points: [...Map.groupBy(some, ({ period }) => period).values()]
      .filter((same) => new Set(same.map(({ value }) => value)).size === 1)
      .map(([one]) => [one.period, one.value, label(one)]).sort((a, b) => a[0].localeCompare(b[0])) }))
    .filter(({ points }) => new Set(points.map(([year]) => year)).size > 1)
    .sort((a, b) => b.points.length - a.points.length || b.points.at(-1)[1] - a.points.at(-1)[1]);
  if (!series.length) return [];
  const head = fz.make("h3", { parts: [fz.t("逐年", "By year"), ...(series.length > SERIES ? [` (${SERIES} / ${series.length})`] : [])] });
  return [head, lines(series.slice(0, SERIES), unit)];
}

// ── beginning ───────────────────────────────────────────────────────────────────────────────────
async function csv() {
  const listed = [...rows]; // the reader may filter while texts are loaded
  const sentences = await Promise.all(listed.map(({ report, begin, end }) => fz.sentenceOf(report, begin, end)));
  const head = fz.said(["指标", "统计内容", "数值", "约数", "单位", "换算值", "换算单位", "统计对象", "地方", "期间", "状态", "矛盾", "应为", "报告", "原句"],
    ["indicator", "counted", "value", "approximate", "unit", "plain value", "plain unit", "about", "place", "period", "status", "contradiction", "expected", "report", "sentence"]);
  download("figures.csv", [head, ...listed.map((one, number) => [
    conceptOf(one), one.counts, one.printed, one.approximate ? fz.said("是", "yes") : "", one.unit, one.plain, one.measure, one.about, one.place, one.period, fz.said(...statusOf(one)),
    one.clashes.map(({ check, number }) => `${fz.said(...checkOf(check))} ${number}`).join(fz.said("、", "; ")), disputes(one).map(({ expected }) => expected).join(" "), reports[one.report][0], sentences[number],
  ])]);
}

// The indicator that the most places can be compared by.
function widest() {
  const places = new Map();
  for (const one of facts.figures.map(figure)) {
    if (!facts.concepts[one.concept][2]) continue;
    if (!places.has(one.concept)) places.set(one.concept, new Set());
    places.get(one.concept).add(one.place);
  }
  const [most] = [...places].sort((a, b) => b[1].size - a[1].size || a[0] - b[0]);
  return most && facts.concepts[most[0]][3];
}

function choices() {
  const counts = new Map();
  facts.figures.forEach(([, concept]) => counts.set(concept, (counts.get(concept) || 0) + 1));
  const many = (a, b) => Number(facts.concepts[b][2]) - Number(facts.concepts[a][2]) || counts.get(b) - counts.get(a);
  at("concept").append(...[...counts.keys()].sort(many).map((concept) => {
    const [zh, en, , key] = facts.concepts[concept];
    return fz.make("option", { value: key, "data-zh": `${zh}（${counts.get(concept)}）`, "data-en": `${en} (${counts.get(concept)})` });
  }));
  const years = [...new Set(facts.figures.map((one) => one[6]))].filter(Boolean).sort().reverse();
  at("year").append(...years.map((year) => fz.make("option", { value: year, text: year })));
  const used = new Set(facts.figures.map((one) => one[7]));
  at("status").append(...facts.statuses.filter(([key]) => used.has(key)).map(([key, zh, en]) => fz.make("option", { value: key, "data-zh": zh, "data-en": en })));
  fz.translate(document);
}

if (at("rows")) {
  Promise.all([fz.load("figures"), fz.load("reports")]).then(([loaded, listed]) => {
    [facts, reports] = [loaded, listed.reports];
    clashes = byFigure();
    choices();
    const first = widest();
    if (![...view.keys()].length && first !== undefined) view.set("concept", first);
    const anew = () => { shown = ROWS; show(); };
    for (const id of ["concept", "place", "q", "year", "status", "only"]) control(id, anew);
    follow(anew);
    document.querySelectorAll("[data-sort]").forEach((button) => button.addEventListener("click", () => {
      const key = button.dataset.sort;
      keep("sort", view.get("sort") === key ? `${key}-down` : key);
      show();
    }));
    at("more").addEventListener("click", () => { shown += 4 * ROWS; show(); });
    at("csv").addEventListener("click", csv);
    fz.onLanguage(show);
    show();
  });
}
