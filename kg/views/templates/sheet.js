"use strict";
// What the matrix and the figures share: the state in the address, sentences in a dialog, CSV.

const at = (id) => document.getElementById(id);

// The state of the page is what its controls say; it stands in the address, so that a link opens the same view.
let view = new URLSearchParams(location.hash.slice(1));
function keep(key, value) {
  if (value) view.set(key, value);
  else view.delete(key);
  const hash = view.toString();
  history.replaceState(null, "", hash ? `#${hash}` : location.pathname + location.search);
}

// A control keeps its value under its id; `changed` runs after the reader changed it.
const controls = [];
function control(id, changed) {
  controls.push(id);
  restore(id);
  at(id).addEventListener("input", () => {
    keep(id, at(id).value.trim());
    changed();
  });
}

function restore(id) {
  const element = at(id);
  element.value = view.get(id) ?? "";
  if (element.selectedIndex === -1) element.value = ""; // the address asks for what is not among the choices
}

// The address may change while the page is open: a link is pasted into it, or the reader goes back; `changed` as after the reader.
function follow(changed) {
  addEventListener("hashchange", () => {
    view = new URLSearchParams(location.hash.slice(1));
    controls.forEach(restore);
    changed();
  });
}

// ── sentences ───────────────────────────────────────────────────────────────────────────────────
const SENTENCES = 60; // at once
let opener = null;

// `items`: [head (an element or null), number of the report, begin, end, and what of it is marked unless all].
async function open(title, items, from) {
  const dialog = at("sentences");
  opener = from;
  const close = fz.make("button", { type: "button", cls: "button close", text: "✕", "aria-label": fz.said("关闭", "Close") });
  close.addEventListener("click", () => dialog.close());
  const body = fz.make("div", { parts: [fz.make("p", { cls: "soft", parts: [fz.t("正在读取……", "Loading…")] })] });
  dialog.replaceChildren(close, fz.make("div", { cls: "inner", parts: [fz.make("h2", { id: "about", parts: title }), body] }));
  dialog.showModal();
  const rows = [];
  for (const [head, number, ...span] of items.slice(0, SENTENCES)) {
    rows.push(fz.make("div", { parts: [...(head ? [head] : []), await fz.evidence(number, ...span)] }));
  }
  const rest = items.length - SENTENCES;
  body.replaceChildren(...rows, ...(rest > 0 ? [fz.make("p", { cls: "soft", parts: [fz.t(`还有 ${rest} 句`, `${rest} more ${fz.plural(rest, "sentence")}`)] })] : []));
}

at("sentences")?.addEventListener("close", () => opener?.focus());
at("sentences")?.addEventListener("click", (event) => { if (event.target === at("sentences")) at("sentences").close(); });

// ── CSV ─────────────────────────────────────────────────────────────────────────────────────────
// A cell that a spreadsheet would take for a formula, after blanks or in full width too, begins with an apostrophe, as in
// kg/query/formats.py; numbers stay numbers.
function cellOf(value) {
  const text = String(value);
  const safe = /^(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/.test(text) && !/^[+-]?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) || safe !== text ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function download(name, rows) {
  const text = `\ufeff${rows.map((row) => row.map(cellOf).join(",")).join("\r\n")}\r\n`;
  const link = fz.make("a", { href: URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" })), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}
