"use strict";
// Bars and lines as SVG. Lengths are attributes, colours are classes: the page's policy allows no style in markup.

const SVG = "http://www.w3.org/2000/svg";
function svg(tag, attributes, parts = []) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, fz.visible(value));
  element.append(...parts.map((part) => (part instanceof Node ? part : fz.visible(part))));
  return element;
}

// One bar a row: {who, note, value, label, planned, clashing, open}. The longest takes the whole width.
function bars(rows) {
  const most = Math.max(...rows.map((row) => row.value), 0) || 1;
  return fz.make("ul", { cls: "bars", parts: rows.map((row) => {
    const value = fz.make("button", { type: "button", cls: "value", text: row.label });
    value.addEventListener("click", () => row.open(value));
    const bar = svg("svg", { viewBox: "0 0 100 10", preserveAspectRatio: "none", "aria-hidden": "true" }, [
      svg("rect", { width: Math.max(0.4, (100 * row.value) / most), height: 10 }),
    ]);
    return fz.make("li", { cls: [row.planned ? "planned" : "", row.clashing ? "clashing" : ""].join(" ").trim(), parts: [
      fz.make("span", { cls: "who", lang: "zh-CN", parts: [row.who, ...(row.note ? [fz.make("span", { cls: "soft", text: row.note })] : [])] }), bar, value,
    ] });
  }) });
}

// Round steps for an axis from 0 to `most`.
function steps(most) {
  const raw = most / 4 || 1;
  const unit = 10 ** Math.floor(Math.log10(raw));
  const step = unit * [1, 2, 5, 10].find((factor) => unit * factor >= raw);
  return Array.from({ length: Math.ceil(most / step) + 1 }, (_, number) => Number((number * step).toPrecision(6)));
}

// Lines over the years: [{who, points: [[year, value, label]]}]; each line is named at its end.
function lines(series, unit) {
  const years = [...new Set(series.flatMap(({ points }) => points.map(([year]) => year)))].sort();
  const ticks = steps(Math.max(...series.flatMap(({ points }) => points.map(([, value]) => value))));
  const [width, height, left, right, top, bottom] = [860, 300, 64, 250, 26, 34];
  const x = (year) => left + (years.length > 1 ? (years.indexOf(year) * (width - left - right)) / (years.length - 1) : 0);
  const y = (value) => top + (height - top - bottom) * (1 - value / ticks.at(-1));
  const ends = series.map(({ points }) => y(points.at(-1)[1]));
  // Names that would stand on each other move down, from the highest.
  const order = ends.map((_, number) => number).sort((a, b) => ends[a] - ends[b]);
  order.forEach((number, place) => { if (place) ends[number] = Math.max(ends[number], ends[order[place - 1]] + 17); });
  const parts = [
    svg("text", { x: left - 8, y: 14, "text-anchor": "end", class: "axis-text" }, [unit]),
    ...ticks.flatMap((tick) => [
      svg("line", { x1: left, x2: width - right, y1: y(tick), y2: y(tick), class: "axis" }),
      svg("text", { x: left - 8, y: y(tick) + 4, "text-anchor": "end", class: "axis-text" }, [tick.toLocaleString("en")]),
    ]),
    ...years.map((year) => svg("text", { x: x(year), y: height - 10, "text-anchor": "middle", class: "axis-text" }, [year])),
    ...series.flatMap(({ who, points }, number) => [
      svg("path", { class: `s${number % 6}`, d: points.map(([year, value], place) => `${place ? "L" : "M"}${x(year)} ${y(value)}`).join("") }),
      ...points.map(([year, value, label]) => svg("circle", { class: `s${number % 6}`, cx: x(year), cy: y(value), r: 4 }, [svg("title", {}, [`${who} ${year}: ${label}`])])),
      svg("text", { x: x(points.at(-1)[0]) + 12, y: ends[number] + 4 }, [`${who} ${points.at(-1)[2]}`]),
    ]),
  ];
  return svg("svg", { viewBox: `0 0 ${width} ${height}`, class: "lines", role: "img", "aria-label": series.map(({ who, points }) => `${who}: ${points.map(([year, , label]) => `${year} ${label}`).join(", ")}`).join("; ") }, parts);
}
