"use strict";
// The matrix: rows of what is compared, columns of places, in each cell what the reports say at best and at worst.

const SIGNS = ["✓", "○", "✕", "·"];
const STATUSES = ["achieved", "planned", "shortcoming", "mentioned"];
const ROWS = 80; // at once
const COLUMNS = 48; // at once
let rowsShown = ROWS;
let first = 0; // of the columns shown
let facts = null; // places, predicates, statuses
let told = null; // the reports
let table = null; // what is shown, for the CSV
const buttons = document.querySelectorAll("[data-what]");
const axes = [...buttons].map((button) => button.dataset.what);
const what = () => (axes.includes(view.get("what")) ? view.get("what") : axes[0]);

// Cells by row and place: {row: Map(place → [[report, status, predicate, begin, end]])}, as the filters leave them.
function gather({ rows, cells }, placeOf) {
  const [year, status] = [at("year").value, at("status").value];
  const found = rows.map(() => new Map());
  for (let i = 0; i < cells.length; i += 6) {
    const report = cells[i + 1];
    if (year && told.reports[report][2] !== year) continue;
    if (status && STATUSES[cells[i + 2]] !== status) continue;
    const place = placeOf[report];
    const row = found[cells[i]];
    if (!row.has(place)) row.set(place, []);
    row.get(place).push(cells.slice(i + 1, i + 6));
  }
  return found;
}

const named = ([zh, en]) => fz.said(zh, en);
const statusesOf = (said) => [...new Set(said.map(([, status]) => status))].sort();

async function show() {
  const key = what();
  buttons.forEach((button) => button.setAttribute("aria-pressed", String(button.dataset.what === key)));
  const axis = await fz.load(`matrix-${key}`);
  if (key !== what()) return;
  const placeOf = [];
  facts.places.forEach(([, , reports], place) => reports.forEach((report) => { placeOf[report] = place; }));
  const found = gather(axis, placeOf);
  const [q, wanted] = [at("q").value.trim().toLowerCase(), at("place").value.trim().toLowerCase()];
  const columns = facts.places.map((_, place) => place).filter((place) => {
    const [label, , reports] = facts.places[place];
    return (!wanted || label.toLowerCase().includes(wanted)) && (!at("year").value || reports.some((report) => told.reports[report][2] === at("year").value));
  });
  const kept = new Set(columns);
  const count = found.map((row) => [...row.keys()].filter((place) => kept.has(place)).length);
  const lack = found.map((row) => [...row].filter(([place, said]) => kept.has(place) && said.some(([, status]) => status === 2)).length);
  // With a single place, or where little is shared, what only one place has is all there is.
  const shared = count.filter((many) => many > 1).length;
  const least = at("least").value === "" && shared >= 3 ? 2 : 1;
  const fitting = axis.rows.map((_, row) => row).filter((row) => count[row] && (!q || axis.rows[row].slice(0, 2).join("\n").toLowerCase().includes(q)));
  const rows = fitting.filter((row) => count[row] >= least);
  const byName = (a, b) => named(axis.rows[a]).localeCompare(named(axis.rows[b]), "zh-CN");
  const order = { name: byName, lack: (a, b) => lack[b] - lack[a] || count[b] - count[a] || byName(a, b) }[at("order").value];
  rows.sort(order || ((a, b) => count[b] - count[a] || byName(a, b)));
  table = { axis, rows, columns, found, alone: fitting.length - rows.length };
  if (first >= columns.length) first = 0;
  draw(count);
}

function draw(count) {
  const { axis, rows, columns, found, alone } = table;
  const [few, wide] = [rows.slice(0, rowsShown), columns.slice(first, first + COLUMNS)];
  const head = fz.make("tr", { parts: [
    fz.make("th", { cls: "corner", scope: "col", parts: [fz.make("span", { cls: "soft", text: document.querySelector(`[data-what="${what()}"]`).innerText })] }),
    ...wide.map((place) => {
      const [label, page] = facts.places[place];
      return fz.make("th", { scope: "col", parts: [fz.make("a", { href: page, text: label, title: label, lang: "zh-CN" })] });
    }),
  ] });
  const body = few.map((row) => {
    const [zh, en, page] = axis.rows[row];
    const name = page ? fz.make("a", { href: page, parts: [fz.t(zh, en)] }) : fz.t(zh, en);
    return fz.make("tr", { parts: [
      fz.make("th", { scope: "row", parts: [name, fz.make("span", { cls: "soft", text: count[row] })] }),
      ...wide.map((place) => fz.make("td", { parts: found[row].has(place) ? [cell(row, place)] : [] })),
    ] });
  });
  const empty = fz.make("p", { cls: "empty", parts: [fz.t("没有符合条件的内容。", "Nothing fits these filters.")] });
  at("table").replaceChildren(few.length && wide.length
    ? fz.make("table", { parts: [fz.make("thead", { parts: [head] }), fz.make("tbody", { parts: body })] }) : empty);
  at("table").querySelector(".cell")?.setAttribute("tabindex", "0");
  at("told").replaceChildren(fz.t(
    `${few.length} / ${rows.length} 行${alone ? `（另有 ${alone} 行只有一个地方，未列出）` : ""}，${wide.length} / ${columns.length} 个地方`,
    `${few.length} of ${rows.length} rows${alone ? ` (${alone} more, of one place only, are left out)` : ""}, ${wide.length} of ${columns.length} places`));
  at("more").hidden = rows.length <= rowsShown;
  at("back").hidden = first === 0;
  at("on").hidden = first + COLUMNS >= columns.length;
}

function cell(row, place) {
  const statuses = statusesOf(table.found[row].get(place));
  const strong = statuses.filter((status) => status < 3);
  const shown = strong.length ? strong : statuses;
  const words = statuses.map((status) => named(facts.statuses[status])).join(fz.said("、", ", "));
  return fz.make("button", {
    type: "button", cls: `cell ${STATUSES[shown[0]]}`, tabindex: "-1",
    parts: shown.map((status) => fz.make("span", { cls: STATUSES[status], text: SIGNS[status] })),
    "data-row": row, "data-place": place, "aria-label": `${facts.places[place][0]}, ${named(table.axis.rows[row])}: ${words}`,
  });
}

function openCell(button) {
  const [row, place] = [Number(button.dataset.row), Number(button.dataset.place)];
  const [label] = facts.places[place];
  const [zh, en] = table.axis.rows[row];
  const said = table.found[row].get(place).toSorted((a, b) => a[0] - b[0] || a[3] - b[3] || b[4] - a[4]);
  // Clauses that lie in each other are read once, with all that they state.
  const clauses = [];
  for (const [report, status, predicate, begin, end] of said) {
    const last = clauses.at(-1);
    if (last && last.report === report && begin < last.end) last.end = Math.max(last.end, end);
    else clauses.push({ report, begin, end, stated: new Map() });
    clauses.at(-1).stated.set(`${status} ${predicate}`, [status, predicate]);
  }
  const items = clauses.map(({ report, begin, end, stated }) => [
    fz.make("p", { cls: "soft", parts: [
      ...[...stated.values()].flatMap(([status, predicate]) => [
        fz.make("span", { cls: `status ${STATUSES[status]}`, parts: [fz.t(...facts.statuses[status])] }), " ",
        ...(predicate >= 0 ? [fz.t(...facts.predicates[predicate]), " "] : []),
      ]), `· ${told.reports[report][2]}`,
    ] }), report, begin, end,
  ]);
  open([fz.make("span", { text: label, lang: "zh-CN" }), " · ", fz.t(zh, en)], items, button);
}

at("table")?.addEventListener("click", (event) => {
  const button = event.target.closest(".cell");
  if (button) openCell(button);
});
// One stop for the tabulator; from there the arrows go from filled cell to filled cell.
at("table")?.addEventListener("keydown", (event) => {
  const button = event.target.closest(".cell");
  const [dx, dy] = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] }[event.key] || [0, 0];
  if (!button || !(dx || dy)) return;
  event.preventDefault();
  const body = button.closest("tbody");
  let [column, line] = [button.parentElement.cellIndex, button.closest("tr").sectionRowIndex];
  for (;;) {
    [column, line] = [column + dx, line + dy];
    const next = body.rows[line]?.cells[column];
    if (!next || column < 1) return;
    const inside = next.querySelector(".cell");
    if (inside) {
      button.tabIndex = -1;
      inside.tabIndex = 0;
      inside.focus();
      return;
    }
  }
});

function csv() {
  const { axis, rows, columns, found } = table;
  const words = (said) => statusesOf(said).map((status) => named(facts.statuses[status])).join(fz.said("、", "; "));
  download(`matrix-${what()}.csv`, [
    ["", ...columns.map((place) => facts.places[place][0])],
    ...rows.map((row) => [named(axis.rows[row]), ...columns.map((place) => (found[row].has(place) ? words(found[row].get(place)) : ""))]),
  ]);
}

if (axes.length) {
  Promise.all([fz.load("matrix"), fz.load("reports")]).then(([loaded, reports]) => {
    [facts, told] = [loaded, reports];
    const years = [...new Set(told.reports.map((report) => report[2]))].filter(Boolean).sort().reverse();
    at("year").append(...years.map((year) => fz.make("option", { value: year, text: year })));
    at("status").append(...STATUSES.map((status, number) => {
      const [zh, en] = facts.statuses[number];
      return fz.make("option", { value: status, "data-zh": `${SIGNS[number]} ${zh}`, "data-en": `${SIGNS[number]} ${en}` });
    }));
    fz.translate(at("status"));
    at("key").replaceChildren(...STATUSES.map((status, number) => fz.make("span", { cls: `status ${status}`, parts: [fz.t(...facts.statuses[number])] })));
    const anew = () => { rowsShown = ROWS; first = 0; show(); };
    for (const id of ["q", "place", "year", "status", "order", "least"]) control(id, anew);
    follow(anew);
    buttons.forEach((button) => button.addEventListener("click", () => { keep("what", button.dataset.what); anew(); }));
    at("more").addEventListener("click", () => { rowsShown += 4 * ROWS; show(); });
    at("back").addEventListener("click", () => { first = Math.max(0, first - COLUMNS); show(); });
    at("on").addEventListener("click", () => { first += COLUMNS; show(); });
    at("csv").addEventListener("click", csv);
    fz.onLanguage(show);
    show();
  });
}
