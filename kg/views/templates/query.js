"use strict";
// The query page: the saved questions, a text of one's own, and the answer as a table.

const listed = new Map(JSON.parse(document.getElementById("questions").textContent).map((one) => [one.name, one]));
const part = (id) => document.getElementById(id);
let own = part("text").value;

const chosen = () => listed.get(part("question").value);

function show() {
  const question = chosen();
  part("text").readOnly = Boolean(question);
  part("text").value = question ? question.text : own;
  part("purpose").replaceChildren(...(question ? [fz.t(question.purpose.zh, question.purpose.en)] : []));
  part("parameters").replaceChildren(...(question ? question.parameters : []).map(({ name, default: value, description }) =>
    fz.make("label", { title: fz.said(description.zh, description.en), parts: [name, fz.make("input", { type: "text", name, value })] })));
}

function asked(accept) {
  const question = chosen();
  const headers = { Accept: accept };
  if (!question) return fetch("/sparql", { method: "POST", headers, body: new URLSearchParams({ query: part("text").value }) });
  const given = [...part("parameters").querySelectorAll("input")].map(({ name, value }) => [name, value]);
  return fetch(`/questions/${encodeURIComponent(question.name)}?${new URLSearchParams(given)}`, { headers });
}

function say(zh, en, wrong = false) {
  part("state").classList.toggle("wrong", wrong);
  part("state").replaceChildren(fz.t(zh, en));
}

async function answered(accept) {
  say("查询中…", "Asking…");
  part("run").disabled = part("csv").disabled = true;
  try {
    const response = await asked(accept);
    if (response.ok) return response;
    const why = (await response.text()).trim();
    say(why, why, true);
  } catch (error) {
    say(`服务器没有回答：${error.message}`, `The server does not answer: ${error.message}`, true);
  } finally {
    part("run").disabled = part("csv").disabled = false;
  }
  return null;
}

function cell(value) {
  if (!value) return fz.make("td");
  if (value.type !== "uri") return fz.make("td", { text: typeof value.value === "string" ? value.value : JSON.stringify(value.value) });
  return fz.make("td", { parts: [fz.make("a", { href: `/resource?iri=${encodeURIComponent(value.value)}`, text: value.value })] });
}

function table({ head, results }) {
  const names = head.vars;
  const header = fz.make("thead", { parts: [fz.make("tr", { parts: names.map((name) => fz.make("th", { scope: "col", text: name })) })] });
  const rows = results.bindings.map((row) => fz.make("tr", { parts: names.map((name) => cell(row[name])) }));
  return fz.make("div", { cls: "table", parts: [fz.make("table", { parts: [header, fz.make("tbody", { parts: rows })] })] });
}

async function run() {
  const response = await answered("application/sparql-results+json, text/turtle;q=0.9");
  if (!response) return;
  const more = response.headers.get("Kg-Truncated") === "true";
  if (response.headers.get("Content-Type").startsWith("text/turtle")) {
    part("answer").replaceChildren(fz.make("pre", { text: await response.text() }));
    say(more ? "已截断" : "", more ? "truncated" : "");
    return;
  }
  const page = await response.json();
  if ("boolean" in page) {
    part("answer").replaceChildren();
    say(page.boolean ? "是" : "否", String(page.boolean));
    return;
  }
  const count = page.results.bindings.length.toLocaleString("en");
  say(`${count} 行${more ? "（还有更多，已截断）" : ""}`, `${count} rows${more ? " (truncated: there are more)" : ""}`);
  part("answer").replaceChildren(table(page));
}

async function download() {
  const response = await answered("text/csv");
  if (!response) return;
  // A spreadsheet reads UTF-8 only behind a byte-order mark; the endpoint's own answer is for programs and has none.
  const page = new Blob(["\ufeff", await response.blob()], { type: "text/csv;charset=utf-8" });
  const link = fz.make("a", { href: URL.createObjectURL(page), download: `${chosen()?.name ?? "query"}.csv` });
  link.click();
  URL.revokeObjectURL(link.href);
  say("", "");
}

part("question").addEventListener("change", show);
part("text").addEventListener("input", () => { if (!chosen()) own = part("text").value; });
part("ask").addEventListener("submit", (event) => { event.preventDefault(); run(); });
part("csv").addEventListener("click", download);

// An address may name a question, with values for its parameters, or bring a text to be looked at first.
const address = new URLSearchParams(location.search);
if (listed.has(address.get("name"))) {
  part("question").value = address.get("name");
  show();
  part("parameters").querySelectorAll("input").forEach((input) => { input.value = address.get(input.name) ?? input.value; });
  run();
} else if (address.has("query")) {
  own = part("text").value = address.get("query");
}
