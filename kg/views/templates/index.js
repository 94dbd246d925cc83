"use strict";
// The overview: cards of the reports, and the search over entities, reports and sentences.

const at = (id) => document.getElementById(id);
const CARDS = 60; // at once
const HITS = 12; // of each kind at once

// ── cards ───────────────────────────────────────────────────────────────────────────────────────
let shown = CARDS;
function card([, title, year, place, page, [claims, figures, shortcomings, plans], main, href]) {
  const tally = [[claims, "条关系", "relation"], [figures, "项数据", "figure"], [shortcomings, "处不足", "shortcoming"], [plans, "项计划", "plan"]];
  return fz.make("article", { cls: "card", parts: [
    fz.make("p", { cls: "soft", parts: [
      page ? fz.make("a", { href: page, text: place, lang: "zh-CN" }) : fz.t("单位未能认定", "Division not identified"), year ? ` · ${year}` : "",
    ] }),
    fz.make("h3", { lang: "zh-CN", parts: [fz.make("a", { href, text: title })] }),
    fz.make("ul", { parts: main.map(([zh, en, counts, value, unit]) => fz.make("li", { parts: [
      zh ? fz.make("span", { parts: [fz.t(zh, en), " ", fz.make("span", { cls: "soft", lang: "zh-CN", text: counts })] }) : fz.make("span", { lang: "zh-CN", text: counts }),
      fz.make("b", { text: `${value} ${unit}` }),
    ] })) }),
    fz.make("p", { cls: "tally", parts: tally.filter(([count]) => count).flatMap(([count, zh, en], i) => [i ? " · " : "", `${count} `, fz.t(zh, fz.plural(count, en))]) }),
  ] });
}

async function cards() {
  const { reports } = await fz.load("reports");
  const [text, year, order] = [at("place").value.trim().toLowerCase(), at("year").value, at("order").value];
  const found = reports.filter((report) => (!year || report[2] === year) && (!text || `${report[1]}\n${report[3]}`.toLowerCase().includes(text)));
  if (order === "new") found.sort((a, b) => b[2].localeCompare(a[2]));
  if (order === "claims") found.sort((a, b) => b[5][0] - a[5][0]);
  at("cards").replaceChildren(...found.slice(0, shown).map(card));
  if (!found.length) at("cards").replaceChildren(fz.make("p", { cls: "empty", parts: [fz.t("没有这样的报告", "No such report")] }));
  const fitting = found.length === reports.length ? String(reports.length) : `${found.length} / ${reports.length}`;
  const part = found.length > shown ? [fz.t(`，列出 ${shown}`, `, ${shown} listed`)] : [];
  at("shown").replaceChildren(fitting, ...part);
  at("more").hidden = found.length <= shown;
}

// ── search ──────────────────────────────────────────────────────────────────────────────────────
let turn = 0; // the search that counts; an older one that is still loading gives up
const room = { things: HITS, sentences: HITS };

const state = () => new URLSearchParams(location.hash.slice(1));
function go(changes) {
  const next = state();
  for (const [key, value] of Object.entries(changes)) {
    if (value) next.set(key, value);
    else next.delete(key);
  }
  const hash = next.toString();
  history.replaceState(null, "", hash ? `#${hash}` : location.pathname + location.search);
  search();
}

async function things(count) {
  const files = await Promise.all(Array.from({ length: count }, (_, number) => fz.load(`things-${number}`)));
  return files.flat();
}

// The best first: the name itself, names that begin so, names that hold it, other names that hold it.
function rank([label, , , , forms, english], words) {
  const name = fz.said(label, english || label).toLowerCase();
  if (name === words[0] && words.length === 1) return 0;
  if (words.every((word) => name.includes(word))) return name.startsWith(words[0]) ? 1 : 2;
  return words.every((word) => `${name}\n${label}\n${english}\n${forms}`.toLowerCase().includes(word)) ? 3 : Infinity;
}

function section(zh, en, count, rows, more) {
  return fz.make("section", { parts: [
    fz.make("h2", { parts: [fz.t(zh, en), fz.make("span", { cls: "soft", text: ` ${count}` })] }),
    fz.make("ul", { parts: rows }),
    ...(more ? [more] : []),
  ] });
}

function moreButton(key) {
  const button = fz.make("button", { type: "button", cls: "button", parts: [fz.t("更多", "More")] });
  button.addEventListener("click", () => { room[key] += 4 * HITS; search(); });
  return button;
}

// Where a place in a string is in the text: offsets count code points, JavaScript's strings count some as two.
const points = (text, at) => Array.from(text.slice(0, at)).length;

// Sentences that hold all words, report by report, at most `most`; their number goes on being counted.
async function sentences(words, { reports, per }, mine, most) {
  const found = [];
  let count = 0;
  for (let number = 0; number * per < reports.length; number += 1) {
    const texts = await fz.load(`texts-${number}`);
    if (mine !== turn) return null;
    texts.forEach((text, place) => {
      const low = text.toLowerCase();
      let from = 0;
      for (let hit = low.indexOf(words[0]); hit >= 0; hit = low.indexOf(words[0], from)) {
        const [first, last] = fz.around(text, hit, hit + words[0].length);
        const whole = low.slice(first, last);
        if (words.every((word) => whole.includes(word))) {
          count += 1;
          if (found.length < most) found.push([number * per + place, text, hit]);
        }
        from = Math.max(last, hit + 1);
      }
    });
  }
  return [found, count];
}

async function search() {
  const asked = state();
  const text = (asked.get("q") || "").trim().toLowerCase();
  const cls = asked.get("class") || "";
  const words = text.split(/\s+/).filter(Boolean);
  const results = at("results");
  turn += 1;
  const mine = turn;
  results.hidden = !words.length && !cls;
  at("overview").hidden = !results.hidden;
  if (results.hidden) {
    results.replaceChildren();
    return;
  }
  const told = await fz.load("reports");
  const all = await things(told.things);
  if (mine !== turn) return;
  const ranked = all
    .map((thing, place) => [rank(thing, words), place, thing])
    .filter(([grade]) => words.length === 0 || grade < Infinity)
    .sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const counts = told.classes.map((_, number) => ranked.filter(([, , thing]) => thing[1] === number).length);
  const wanted = told.classes.findIndex(([key]) => key === cls);
  const kept = cls ? ranked.filter(([, , thing]) => thing[1] === wanted) : ranked;
  const chips = fz.make("div", { cls: "chips bar", role: "group", "aria-label": fz.said("类别", "Class"), parts: told.classes.flatMap(([key, zh, en], number) => {
    if (!counts[number]) return [];
    const chip = fz.make("button", { type: "button", "aria-pressed": String(key === cls), parts: [fz.make("span", { cls: `dot c-${key}` }), " ", fz.t(zh, en), ` ${counts[number]}`] });
    chip.addEventListener("click", () => go({ class: key === cls ? "" : key }));
    return [chip];
  }) });
  const hits = kept.slice(0, room.things).map(([, , [label, number, page, count, , english]]) => fz.make("li", { cls: "hit", parts: [
    fz.make("span", { cls: `dot c-${told.classes[number][0]}` }),
    fz.make("a", { href: page, parts: [fz.t(label, english || label)] }),
    fz.make("span", { cls: "soft", parts: [fz.t(`${count} 份报告`, `${count} ${fz.plural(count, "report")}`)] }),
  ] }));
  const parts = [chips];
  if (kept.length) parts.push(section("实体", "Entities", kept.length, hits, kept.length > room.things ? moreButton("things") : null));
  if (words.length && !cls) {
    const titled = told.reports.filter(([, title, year, place]) => words.every((word) => `${title} ${year} ${place}`.toLowerCase().includes(word)));
    if (titled.length) {
      parts.push(section("报告", "Reports", titled.length, titled.slice(0, HITS).map(([, title, year, place, , , , href]) => fz.make("li", { cls: "hit", parts: [
        fz.make("a", { href, text: title, lang: "zh-CN" }), fz.make("span", { cls: "soft", text: [place, year].filter(Boolean).join(" · ") }),
      ] }))));
    }
  }
  const waiting = fz.make("p", { cls: "soft", parts: [fz.t("正在查找句子……", "Looking through the sentences…")] });
  results.replaceChildren(...parts, ...(words.length && !cls ? [waiting] : []));
  if (!words.length || cls) return;
  const answer = await sentences(words, told, mine, room.sentences);
  if (!answer) return;
  const [found, count] = answer;
  const rows = found.map(([number, whole, hit]) => fz.make("li", { parts: [
    fz.quotation(told.reports[number], whole, points(whole, hit), points(whole, hit + words[0].length)),
  ] }));
  waiting.replaceWith(count
    ? section("句子", "Sentences", count, rows, count > found.length ? moreButton("sentences") : null)
    : fz.make("p", { cls: "soft", parts: [fz.t("没有句子含有这些字。", "No sentence holds these words.")] }));
}

let timer = 0;
at("wanted").addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(() => {
    Object.assign(room, { things: HITS, sentences: HITS });
    go({ q: at("wanted").value.trim() });
  }, 120);
});
at("search").addEventListener("submit", (event) => event.preventDefault());
addEventListener("hashchange", () => {
  at("wanted").value = state().get("q") || "";
  search();
});
for (const id of ["place", "year", "order"]) at(id).addEventListener("input", () => { shown = CARDS; cards(); });
at("more").addEventListener("click", () => { shown += 4 * CARDS; cards(); });

at("wanted").value = state().get("q") || "";
fz.load("reports").then(({ reports }) => {
  const years = [...new Set(reports.map((report) => report[2]))].filter(Boolean).sort().reverse();
  at("year").append(...years.map((year) => fz.make("option", { value: year, text: year })));
  cards();
  search();
});
