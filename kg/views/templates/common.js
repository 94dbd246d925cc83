"use strict";
// What every page has: language, light and dark, and how data beside the page is loaded and shown.
// It runs before the page is drawn, so that nothing is seen in the wrong language or colours.

const fz = (() => {
  const root = document.documentElement;
  const remembered = (key) => { try { return localStorage.getItem(`fz-${key}`); } catch { return null; } };
  const remember = (key, value) => { try { localStorage.setItem(`fz-${key}`, value); } catch { /* private mode */ } };

  // ── language ──────────────────────────────────────────────────────────────────────────────────
  const asked = new URLSearchParams(location.search).get("lang");
  let lang = [asked, remembered("lang")].find((one) => one === "zh" || one === "en") || "zh";
  if (asked === lang) remember("lang", lang);
  root.dataset.lang = lang;
  root.lang = lang === "zh" ? "zh-CN" : "en";
  const listeners = [];

  // Elements cannot hide a half of an attribute, of an option or of the title: they carry both, and take one.
  function translate(within) {
    within.querySelectorAll("[data-zh], [data-zh-placeholder], [data-zh-title], [data-zh-aria-label]").forEach((element) => {
      for (const [key, value] of Object.entries(element.dataset)) {
        if (key === lang) element.textContent = value;
        else if (key.startsWith(lang) && /^[A-Z]/.test(key.slice(2))) {
          element.setAttribute(key.slice(2).replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`).slice(1), value);
        }
      }
    });
  }

  function setLanguage(wanted) {
    lang = wanted;
    remember("lang", lang);
    root.dataset.lang = lang;
    root.lang = lang === "zh" ? "zh-CN" : "en";
    const url = new URL(location.href);
    if (url.searchParams.has("lang")) {
      url.searchParams.set("lang", lang);
      history.replaceState(null, "", url);
    }
    translate(document);
    listeners.forEach((listener) => listener(lang));
  }

  // ── light and dark ────────────────────────────────────────────────────────────────────────────
  const theme = remembered("theme");
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  const dark = () => (root.dataset.theme || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
  const painters = [];
  function setTheme(wanted) {
    root.dataset.theme = wanted;
    remember("theme", wanted);
    painters.forEach((painter) => painter());
  }

  // ── elements: all text goes in as text, never as markup ───────────────────────────────────────
  // Characters that turn the direction of a line or show nothing; one for one, so that offsets hold.
  const visible = (text) => String(text).replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "\ufffd");

  function make(tag, { cls, text, parts = [], ...attributes } = {}) {
    const element = document.createElement(tag);
    if (cls) element.className = cls;
    if (text !== undefined) element.textContent = visible(text);
    for (const [name, value] of Object.entries(attributes)) {
      if (value !== undefined && value !== false) element.setAttribute(name, value === true ? "" : visible(value));
    }
    element.append(...parts.filter((part) => part !== null).map((part) => (part instanceof Node ? part : visible(part))));
    return element;
  }

  // Both languages as elements, one of them shown.
  function t(zh, en) {
    if (zh === en) return make("span", { text: zh });
    return make("span", { parts: [make("span", { cls: "zh", lang: "zh-CN", text: zh }), make("span", { cls: "en", lang: "en", text: en })] });
  }
  const said = (zh, en) => (lang === "zh" ? zh : en);
  const plural = (count, noun) => (count === 1 ? noun : `${noun}s`);

  // The colour of a custom property as the canvas understands it.
  function colour(name) {
    const probe = make("span");
    probe.style.color = `var(${name})`;
    document.body.append(probe);
    const value = getComputedStyle(probe).color;
    probe.remove();
    return value;
  }

  // ── data beside the page: scripts, because a page from a folder may not fetch ─────────────────
  const chunks = new Map();
  function load(name) {
    if (!chunks.has(name)) {
      const entry = {};
      entry.promise = new Promise((resolve, reject) => Object.assign(entry, { resolve, reject }));
      chunks.set(name, entry);
      const script = document.createElement("script");
      script.src = `${document.body.dataset.root}data/${name}.js`;
      script.onerror = () => { chunks.delete(name); entry.reject(new Error(`data/${name}.js`)); };
      document.head.append(script);
    }
    return chunks.get(name).promise;
  }

  // Called by each data file with its JSON, compressed (gzip) and spelled in base64.
  async function chunk(name, packed) {
    const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    chunks.get(name).resolve(JSON.parse(await new Response(stream).text()));
  }

  // ── evidence ──────────────────────────────────────────────────────────────────────────────────
  // Offsets count code points; JavaScript's strings count pairs of surrogates as two.
  const letters = (text) => (/[\ud800-\udfff]/.test(text) ? Array.from(text) : text);
  const cut = (text, begin, end) => {
    const part = text.slice(begin, end);
    return typeof part === "string" ? part : part.join("");
  };
  const REACH = 120;
  const QUOTATION = 60; // the longest in which a stop ends no sentence

  // Whether the mark at an offset ends a sentence, as in kg/model/sentences.py: in a quotation it does not.
  function ends(text, at) {
    if (text[at] === "\n") return true;
    if (!"。！？；".includes(text[at])) return false;
    let opening = at - 1;
    while (opening >= 0 && at - opening <= QUOTATION && !"“”\n".includes(text[opening])) opening -= 1;
    if (opening < 0 || at - opening > QUOTATION || text[opening] !== "“") return true;
    const closing = text.indexOf("”", at);
    return closing < 0 || closing - opening > QUOTATION;
  }

  // The sentence around a span, with its closing mark, no further than REACH beyond it.
  function around(text, begin, end) {
    let first = begin;
    while (first > 0 && begin - first < REACH && !ends(text, first - 1)) first -= 1;
    for (let at = Math.max(begin, end - 1); at < Math.min(text.length, end + REACH); at += 1) {
      if (ends(text, at)) return [first, Math.max(end, text[at] === "\n" ? at : at + 1)];
    }
    return [first, Math.min(text.length, end + REACH)];
  }

  // The sentence around a span of a text, the span or the `marked` spans in it marked, and … where a longer one was cut; as parts
  // for an element.
  function sentence(text, begin, end, marked = [[begin, end]]) {
    const all = letters(text);
    const [first, last] = around(all, begin, end);
    const stops = (at) => "。！？；\n".includes(all[at]);
    const before = first > 0 && !stops(first - 1) ? "…" : "";
    const after = last < all.length && !stops(last - 1) && !stops(last) ? "…" : "";
    const parts = [before];
    let at = first;
    for (const [from, to] of marked.toSorted(([a], [b]) => a - b)) {
      if (to <= at) continue;
      parts.push(cut(all, at, Math.max(at, from)), make("mark", { text: cut(all, Math.max(at, from), to) }));
      at = to;
    }
    return [...parts, cut(all, at, last) + after];
  }

  // A sentence of a report (a row of data/reports.js) with the link that opens the report there.
  function quotation([, title, year, place, , , , href], text, begin, end, marked) {
    const link = make("a", { href: `${document.body.dataset.root}${href}#m-${begin}-${end}`, text: place ? `${place} ${year}` : title });
    return make("blockquote", { lang: "zh-CN", parts: [...sentence(text, begin, end, marked), make("cite", { parts: [link] })] });
  }

  // The text of a report by its number: loaded when it is asked for.
  async function textOf(number) {
    const { per } = await load("reports");
    return (await load(`texts-${Math.floor(number / per)}`))[number % per];
  }

  // The quotation from a report by its number.
  async function evidence(number, begin, end, marked) {
    const { reports } = await load("reports");
    return quotation(reports[number], await textOf(number), begin, end, marked);
  }

  // The sentence around a span of a report, as plain text.
  async function sentenceOf(number, begin, end) {
    const text = letters(await textOf(number));
    return cut(text, ...around(text, begin, end));
  }

  document.addEventListener("DOMContentLoaded", () => {
    translate(document);
    document.getElementById("language").addEventListener("click", () => setLanguage(lang === "zh" ? "en" : "zh"));
    document.getElementById("theme").addEventListener("click", () => setTheme(dark() ? "light" : "dark"));
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => painters.forEach((painter) => painter()));
  });
  // Where a browser keeps nothing for pages from a folder, the language goes along with the link.
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href]");
    if (!link || location.protocol !== "file:" || lang === "zh") return;
    const url = new URL(link.href);
    if (url.protocol === "file:" && url.pathname.endsWith(".html")) {
      url.searchParams.set("lang", lang);
      link.href = url.href;
    }
  }, true);

  return {
    make, t, said, plural, visible, colour, load, chunk, around, sentence, quotation, evidence, sentenceOf, translate, dark,
    lang: () => lang,
    onLanguage: (listener) => listeners.push(listener),
    onTheme: (painter) => painters.push(painter),
  };
})();
