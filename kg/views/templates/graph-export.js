// What is seen, as a picture: PNG at three times the screen's size, or SVG. Both carry title, legend and source.

const FOOT = 58;

// The legend of what is drawn, in lines no wider than the picture.
function footLines(wide) {
  const shown = new Set(view.drawn.map((node) => graph.cls(node)));
  const items = graph.data.classes.filter(([key]) => shown.has(key)).map(([key, zh, en]) => ({ key, text: fz.said(zh, en) }));
  let x = 16;
  return items.map((item) => {
    const made = { ...item, x, y: 0 };
    x += 26 + widthOf(item.text, { size: 12, weight: 400 });
    return made;
  }).filter((item) => item.x < wide - 20);
}

function save(blob, ending) {
  const link = fz.make("a", { href: URL.createObjectURL(blob), download: `fazhi-graph.${ending}` });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

const caption = () => fz.said(
  `法治政府建设知识图谱 · 画出 ${view.drawn.length.toLocaleString()} / ${graph.count.toLocaleString()} 个实体`,
  `Knowledge graph of rule-of-law reports · ${view.drawn.length.toLocaleString()} of ${graph.count.toLocaleString()} entities drawn`);

function exportPng() {
  const seen = scene();
  const ratio = 3;
  const made = document.createElement("canvas");
  [made.width, made.height] = [seen.wide * ratio, (seen.high + FOOT) * ratio];
  const ctx = made.getContext("2d");
  ctx.scale(ratio, ratio);
  ctx.fillStyle = paint.paper;
  ctx.fillRect(0, 0, seen.wide, seen.high + FOOT);
  ctx.save();
  ctx.beginPath();
  ctx.rect(0, 0, seen.wide, seen.high);
  ctx.clip();
  paintScene(ctx, seen);
  ctx.restore();
  ctx.textAlign = "left";
  ctx.textBaseline = "middle";
  ctx.font = `400 12px ${FAMILY}`;
  for (const { key, text, x } of footLines(seen.wide)) {
    tracePath(ctx, key, x + 5, seen.high + 16, 5);
    ctx.fillStyle = paint[key];
    ctx.fill();
    ctx.fillStyle = paint.ink;
    ctx.fillText(text, x + 15, seen.high + 16);
  }
  ctx.fillStyle = paint.soft;
  ctx.fillText(caption(), 12, seen.high + 40);
  made.toBlob((blob) => save(blob, "png"), "image/png");
}

function exportSvg() {
  const seen = scene();
  const text = (x, y, size, fill, words, more = {}) => svg("text", { x, y, "font-size": size, fill, ...more }, [words]);
  const lines = seen.lines.map((line) => {
    const { colour, width, alpha, dashes } = strokeOf(line);
    const [a, b] = [line.from, line.to].map((at) => at.map((value) => value.toFixed(1)).join(" "));
    const d = line.bow ? `M${a}Q${bend(line).map((value) => value.toFixed(1)).join(" ")} ${b}` : `M${a}L${b}`;
    return svg("path", { d, stroke: colour, "stroke-width": width, "stroke-opacity": alpha, ...(dashes.length ? { "stroke-dasharray": dashes.join(" ") } : {}) });
  });
  const dots = seen.dots.flatMap(({ node, x, y, size, cls, faint, chosen }) => {
    const shape = shapeElement(cls, x, y, size, { fill: paint[cls], stroke: paint.paper, opacity: faint ? 0.13 : 1 });
    shape.append(svg("title", {}, [fz.visible(graph.label(node))]));
    return chosen ? [shape, svg("circle", { cx: x, cy: y, r: size + 4, fill: "none", stroke: paint.accent, "stroke-width": 3 })] : [shape];
  });
  const words = [...seen.words, ...seen.names].map(({ text: name, x, y, size, weight, node }) =>
    text(x, y + size * 0.9, size, node === undefined ? paint.soft : paint.ink, name, { "font-weight": weight }));
  const foot = footLines(seen.wide).flatMap(({ key, text: name, x }) => [
    shapeElement(key, x + 5, seen.high + 16, 5, { fill: paint[key] }), text(x + 15, seen.high + 20, 12, paint.ink, name)]);
  const made = svg("svg", { xmlns: SVG, viewBox: `0 0 ${seen.wide} ${seen.high + FOOT}`, width: seen.wide, height: seen.high + FOOT, "font-family": FAMILY.replaceAll('"', "'") }, [
    svg("title", {}, [caption()]),
    svg("rect", { width: "100%", height: "100%", fill: paint.paper }),
    svg("svg", { width: seen.wide, height: seen.high }, [svg("g", { fill: "none" }, lines), svg("g", {}, dots),
      svg("g", { "text-anchor": "middle", "paint-order": "stroke", stroke: paint.paper, "stroke-width": 4, "stroke-linejoin": "round" }, words)]),
    svg("g", {}, [...foot, text(12, seen.high + 44, 12, paint.soft, caption())]),
  ]);
  save(new Blob([new XMLSerializer().serializeToString(made)], { type: "image/svg+xml" }), "svg");
}
