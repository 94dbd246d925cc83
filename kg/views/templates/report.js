"use strict";
// A report: cards of entities, evidence marked in the text, classes shown or not, and the source file's text.

const facts = JSON.parse(document.getElementById("facts").textContent);
const article = document.getElementById("text");
const source = document.getElementById("source");
const card = document.getElementById("card");
const up = document.body.dataset.root;

// ── where a code point of the text stands in the page ───────────────────────────────────────────
const lines = [...article.querySelectorAll(".line")];
const width = (text) => (/[\ud800-\udfff]/.test(text) ? Array.from(text).length : text.length);

function lineAt(offset) {
  let found = lines[0];
  for (const line of lines) {
    if (Number(line.dataset.b) > offset) break;
    found = line;
  }
  return found;
}

// The text node and the index in it of an offset; at an edge, the end of the earlier node if `late`.
function spot(offset, late) {
  const line = lineAt(late ? offset - 1 : offset);
  const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
  let left = offset - Number(line.dataset.b);
  let last = null;
  while (walker.nextNode()) {
    const size = width(walker.currentNode.data);
    if (left < size || (late && left === size)) {
      return [walker.currentNode, Array.from(walker.currentNode.data).slice(0, left).join("").length];
    }
    left -= size;
    last = walker.currentNode;
  }
  return [last, last.data.length];
}

// Marks spans of the text; false where the browser cannot.
function show(spans) {
  if (!window.CSS?.highlights || !lines.length) return false;
  const ranges = spans.map(([begin, end]) => {
    const range = new Range();
    range.setStart(...spot(begin, false));
    range.setEnd(...spot(end, true));
    return range;
  });
  CSS.highlights.set("evidence", new Highlight(...ranges));
  return true;
}

function unshow() {
  window.CSS?.highlights?.delete("evidence");
  document.querySelectorAll(".chosen").forEach((one) => one.classList.remove("chosen"));
}

const spansOf = (element) => element.dataset.span.split(",").map((span) => span.split("-").map(Number));
let kept = null;
article.querySelectorAll(".note").forEach((note) => {
  const spans = (event) => spansOf(event.target.closest("[data-span]") || note);
  note.addEventListener("mouseover", (event) => show(spans(event)));
  note.addEventListener("mouseleave", () => (kept ? show(kept) : unshow()));
  note.addEventListener("focusin", (event) => show(spans(event)));
  note.addEventListener("focusout", () => (kept ? show(kept) : unshow()));
  note.addEventListener("click", (event) => {
    if (event.target.closest("a")) return;
    unshow();
    note.classList.add("chosen");
    kept = spans(event);
    show(kept);
  });
});

// #m-120-134 opens the report at a span, #m-120 at a mention.
function arrive() {
  const [, begin, end] = /^#m-(\d+)(?:-(\d+))?$/.exec(location.hash) || [];
  if (begin === undefined || !lines.length) return;
  const mention = document.getElementById(`m-${begin}`);
  const line = lineAt(Number(begin));
  const stop = end || (mention ? Number(begin) + width(mention.textContent) : Number(line.dataset.b) + width(line.textContent));
  unshow();
  kept = [[Number(begin), Number(stop)]];
  if (!show(kept)) (mention || line).classList.add("chosen");
  (mention || line).scrollIntoView({ block: "center", behavior: "instant" });
}

// ── cards ───────────────────────────────────────────────────────────────────────────────────────
function about(number) {
  const [label, cls, kindZh, kindEn, page, node, count, others] = facts.things[number];
  const [zh, en] = facts.classes[cls];
  const kind = kindZh && kindZh !== zh ? [" · ", fz.t(kindZh, kindEn)] : [];
  return fz.make("section", { parts: [
    fz.make("div", { cls: "soft", parts: [fz.make("span", { cls: `dot c-${cls}` }), " ", fz.t(zh, en), ...kind] }),
    fz.make("h2", { parts: [fz.t(...label)] }),
    fz.make("p", { cls: "ways", parts: [
      fz.make("a", { href: up + page, parts: [fz.t("全部内容", "All about it")] }),
      fz.make("a", { href: up + node, parts: [fz.t("关系图", "In the graph")] }),
    ] }),
    ...(count ? [
      fz.make("div", { cls: "soft", parts: [fz.t(`另有 ${count} 份报告提到`, `Also in ${count} ${fz.plural(count, "report")}`)] }),
      fz.make("ul", { parts: others.map(([name, title]) =>
        fz.make("li", { parts: [fz.make("a", { href: `${encodeURIComponent(name)}.html`, text: title, lang: "zh-CN" })] })) }),
      ...(count > others.length ? [fz.make("div", { cls: "soft", text: "……" })] : []),
    ] : [fz.make("div", { cls: "soft", parts: [fz.t("仅见于本报告", "Only in this report")] })]),
  ] });
}

function open(mention) {
  const met = [mention, ...mention.querySelectorAll("[data-t]")].map((one) => Number(one.dataset.t));
  card.replaceChildren(...new Set(met).values().map(about).toArray());
  card.showPopover();
  const at = mention.getClientRects()[0];
  const left = Math.max(12, Math.min(at.left, innerWidth - card.offsetWidth - 12));
  const below = at.bottom + 8 + card.offsetHeight < innerHeight || at.top < card.offsetHeight + 16;
  card.style.left = `${left + scrollX}px`;
  card.style.top = `${(below ? at.bottom + 8 : at.top - card.offsetHeight - 8) + scrollY}px`;
  card.querySelector("a").focus({ preventScroll: true, focusVisible: false });
}

document.addEventListener("click", (event) => {
  const mention = event.target.closest?.("a.m");
  if (!mention || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  open(mention);
});

// ── what is shown ───────────────────────────────────────────────────────────────────────────────
document.querySelectorAll(".legend").forEach((button) => button.addEventListener("click", () => {
  const on = button.getAttribute("aria-pressed") !== "true";
  button.setAttribute("aria-pressed", String(on));
  document.querySelectorAll(`.m.c-${button.dataset.class}`).forEach((one) => one.classList.toggle("off", !on));
}));

const notes = document.getElementById("with-notes");
notes.addEventListener("click", () => {
  const on = notes.getAttribute("aria-pressed") !== "true";
  notes.setAttribute("aria-pressed", String(on));
  article.classList.toggle("without-notes", !on);
});

// The source file's characters, the same entities marked at their places there.
function fill() {
  const letters = Array.from(facts.source);
  const parts = [];
  let at = 0;
  for (const [begin, end, number] of facts.marks) {
    if (begin < at) continue; // within the one before
    const [, cls, , , page] = facts.things[number];
    parts.push(letters.slice(at, begin).join(""));
    parts.push(fz.make("a", { cls: `m c-${cls}`, href: up + page, "data-t": number, text: letters.slice(begin, end).join("") }));
    at = end;
  }
  parts.push(letters.slice(at).join(""));
  source.replaceChildren(
    fz.make("p", { cls: "soft", parts: [facts.kept
      ? fz.t("源文件解码后的文字，一字未改。", "The characters of the source file as decoded, unchanged.")
      : fz.t("源文件与清理后的全文相同。", "The source file is the same as the cleaned text.")] }),
    fz.make("pre", { parts }),
  );
}

const asSource = document.getElementById("as-source");
asSource.addEventListener("click", () => {
  const on = asSource.getAttribute("aria-pressed") !== "true";
  // The entity at the top of the window stays there.
  const from = [...(on ? article : source).querySelectorAll("a.m")];
  const top = from.findIndex((one) => one.getBoundingClientRect().bottom > 80);
  const share = from.length ? top / from.length : 0;
  asSource.setAttribute("aria-pressed", String(on));
  if (on && !source.childElementCount) fill();
  article.hidden = on;
  source.hidden = !on;
  const to = [...(on ? source : article).querySelectorAll("a.m")];
  if (scrollY > 300 && to.length) to[Math.min(to.length - 1, Math.round(share * to.length))].scrollIntoView({ block: "start", behavior: "instant" });
});

addEventListener("hashchange", arrive);
arrive();
