// What is to be seen at one moment: lines, nodes, names. The screen, the PNG and the SVG all paint this one scene.
// Nodes neither vanish nor swell with the scale; names have one size and never cover each other, the weightiest first.

const NAMES = 150;
const look = { near: null, hovered: null, lines: 0 }; // how many lines are seen
const view = { drawn: [], lines: [], order: [] };
const DASHES = { achieved: [], planned: [8, 5], shortcoming: [2, 4], mentioned: [] };
const STATUSES = Object.keys(DASHES);
let network = null;
let canvas = null;

const lit = (node) => look.near === null || look.near.has(node);
const heavy = (node) => graph.weight(node) + (graph.hub(node) ? 1e6 : 0);

// On the screen; no larger than the ground that a node has for itself at this scale.
function radius(node, scale) {
  const hub = graph.hub(node) && !state.steps;
  const weight = graph.weight(node);
  const size = hub ? 17 : Math.min(state.steps ? 9 : 14, 5 + 1.7 * Math.sqrt(weight));
  const crowd = Math.min(1, Math.sqrt(900 / (view.drawn.length + 1)));
  const least = crowd * (hub ? 6 : 2.6 + Math.min(2.6, weight / 12));
  return Math.max(Math.min(size * Math.min(1, Math.sqrt(scale)), (hub ? 60 : 32) * scale), least);
}

// One line a pair of nodes and status; several between two nodes bow apart.
function linesOf(drawn) {
  const within = new Set(drawn);
  const pairs = new Map();
  for (const node of drawn) {
    for (const edge of graph.lines(node)) {
      const other = graph.other(edge, node);
      if (!edgeOn[edge] || node >= other || !within.has(other)) continue;
      const key = node * graph.count + other;
      if (!pairs.has(key)) pairs.set(key, { from: node, to: other, statuses: new Map() });
      const { statuses } = pairs.get(key);
      statusesOf(edge).forEach((status) => statuses.set(status, [...(statuses.get(status) || []), graph.data.predicate[edge]]));
    }
  }
  const found = [];
  for (const { from, to, statuses } of pairs.values()) {
    STATUSES.filter((status) => statuses.has(status))
      .forEach((status, bow) => found.push({ from, to, status, bow, predicates: [...new Set(statuses.get(status))] }));
  }
  return found;
}

function font(node, forced) {
  const hub = graph.hub(node);
  const size = hub ? 14.5 : 12 + Math.min(2.5, Math.log2(1 + graph.weight(node)) / 2);
  return { size, weight: hub || forced ? 600 : 400 };
}

const FAMILY = '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif';
const widths = new Map();
let pen = null;
function widthOf(text, { size, weight }) {
  const key = `${weight} ${size} ${text}`;
  if (!widths.has(key)) {
    pen ||= document.createElement("canvas").getContext("2d");
    pen.font = `${weight} ${size}px ${FAMILY}`;
    widths.set(key, pen.measureText(text).width);
  }
  return widths.get(key);
}

const LETTERS = 26; // of an English name; Chinese ones are short already
function nameOf(node, whole) {
  const full = fz.visible(graph.label(node));
  if (whole) return full;
  if (full === fz.visible(graph.data.label[node])) return fz.visible(graph.data.short[node] || full);
  return full.length > LETTERS ? `${full.slice(0, LETTERS - 1)}…` : full;
}

// Boxes on the screen by tile, so that few are compared. A name gives way to names, and to weightier nodes.
function tiles() {
  const tile = 48;
  const held = new Map();
  const touched = ([left, top, right, bottom]) => {
    const keys = [];
    for (let column = Math.floor(left / tile); column <= Math.floor(right / tile); column += 1) {
      for (let row = Math.floor(top / tile); row <= Math.floor(bottom / tile); row += 1) keys.push(column * 10007 + row);
    }
    return keys;
  };
  return {
    add(box, weight) {
      for (const key of touched(box)) {
        if (!held.has(key)) held.set(key, []);
        held.get(key).push([box, weight]);
      }
    },
    clear([left, top, right, bottom], weight) {
      return touched([left, top, right, bottom]).every((key) => (held.get(key) || []).every(([other, weighs]) =>
        weighs < weight || other[2] < left || right < other[0] || other[3] < top || bottom < other[1]));
    },
  };
}

// In pixels of the drawing's box.
function scene() {
  const scale = network.getScale();
  const middle = network.getViewPosition();
  const [wide, high] = [canvas.clientWidth, canvas.clientHeight];
  const spot = ([x, y]) => [(x - middle.x) * scale + wide / 2, (y - middle.y) * scale + high / 2];
  const spots = new Map(view.drawn.map((node) => [node, spot(places.get(node))]));
  const inside = ([x, y]) => x > -70 && x < wide + 70 && y > -30 && y < high + 30;
  const near = look.near !== null;
  const lines = view.lines
    .filter(({ from, to }) => (lit(from) && lit(to) && (!near || from === state.node || to === state.node)))
    .map((line) => ({ ...line, from: spots.get(line.from), to: spots.get(line.to), cls: graph.cls(line.to), strong: near || state.steps > 0 || state.path !== null }))
    .filter(({ from, to }) => inside(from) || inside(to) || crosses(from, to, wide, high));
  look.lines = lines.length;
  const dots = view.order.filter((node) => inside(spots.get(node))).reverse().map((node) => {
    const [x, y] = spots.get(node);
    return {
      node, x, y, size: radius(node, scale), cls: graph.cls(node), faint: !lit(node),
      chosen: node === state.node || (state.path || []).includes(node), hovered: node === look.hovered, pinned: state.pinned.has(node),
    };
  });
  const taken = tiles();
  return { wide, high, lines, dots, names: placed(spots, inside, scale, taken), words: wordsOf(lines, taken) };
}

function crosses([ax, ay], [bx, by], wide, high) {
  return Math.max(ax, bx) > 0 && Math.min(ax, bx) < wide && Math.max(ay, by) > 0 && Math.min(ay, by) < high;
}

// On a few bright lines stands what they say.
function wordsOf(lines, taken) {
  if (!lines.length || !lines[0].strong || lines.length > 60) return [];
  const style = { size: 11.5, weight: 400 };
  return lines.flatMap(({ from, to, bow, predicates }) => {
    const text = predicates.map((number) => fz.said(graph.data.predicates[number][1], graph.data.predicates[number][2])).join(fz.said("、", ", "));
    const [x, y] = bow ? bend({ from, to, bow: bow / 2 }) : [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
    const half = widthOf(text, style) / 2 + 2;
    const box = [x - half, y - 8, x + half, y + 8];
    if (!taken.clear(box, Infinity)) return [];
    taken.add(box, Infinity);
    return [{ text, x, y: y - style.size / 2, ...style }];
  });
}

function placed(spots, inside, scale, taken) {
  const seen = view.order.filter((node) => lit(node) && inside(spots.get(node)));
  const first = [look.hovered, state.node, ...(state.path || []), ...state.pinned].filter((node) => node !== null && spots.has(node));
  const forced = new Set(first);
  for (const node of seen) {
    const [x, y] = spots.get(node);
    const reach = radius(node, scale);
    taken.add([x - reach, y - reach, x + reach, y + reach], heavy(node));
  }
  const found = [];
  const crowded = view.drawn.length > 1000; // then a name may cover a node of its like
  const far = scale < 0.42 && look.near === null && !state.steps && !state.path;
  for (const node of new Set([...first, ...seen])) {
    const must = forced.has(node);
    if (found.length >= (crowded ? 90 : NAMES)) break;
    if (far && graph.weight(node) < 2 && !graph.hub(node) && !must) continue;
    const [x, y] = spots.get(node);
    const style = font(node, must);
    const text = nameOf(node, must);
    const half = widthOf(text, style) / 2 + 3;
    const top = y + radius(node, scale) + 2;
    const box = [x - half, top, x + half, top + style.size * 1.3];
    if (!(must && node === first[0]) && !taken.clear(box, must ? Infinity : heavy(node) * (crowded ? 2 : 1))) continue;
    taken.add(box, Infinity);
    found.push({ node, text, x, y: top, box, ...style });
  }
  return found;
}

// A line's bend: the control point of a quadratic curve.
function bend({ from: [ax, ay], to: [bx, by], bow }) {
  return [(ax + bx) / 2 + (by - ay) * 0.12 * bow, (ay + by) / 2 - (bx - ax) * 0.12 * bow];
}

// Many lines are drawn thin, so that they do not hide the nodes.
const ink = (bright) => Math.max(0.06, Math.min(1, (bright ? 6 : 14) / Math.sqrt(look.lines + 1)) * Math.min(1, 35 / Math.sqrt(look.lines + 1)));

function strokeOf({ status, cls, strong }) {
  const width = { achieved: 1, planned: 1.2, shortcoming: 1.8, mentioned: 0.7 }[status] * (strong ? 0.7 + ink(true) : 1);
  const alpha = { achieved: 0.3, planned: 0.6, shortcoming: 0.85, mentioned: 0.25 }[status];
  return { colour: status === "achieved" ? paint[cls] : paint[status], width, alpha: strong ? Math.min(1, alpha * 2.4 * Math.max(0.25, ink(true))) : alpha * ink(false), dashes: DASHES[status] };
}

let written = [];
function paintScene(ctx, { lines, dots, names, words }) {
  for (const line of lines) {
    const { colour, width, alpha, dashes } = strokeOf(line);
    ctx.globalAlpha = alpha;
    ctx.strokeStyle = colour;
    ctx.lineWidth = width;
    ctx.setLineDash(dashes);
    ctx.beginPath();
    ctx.moveTo(...line.from);
    if (line.bow) ctx.quadraticCurveTo(...bend(line), ...line.to);
    else ctx.lineTo(...line.to);
    ctx.stroke();
  }
  ctx.setLineDash([]);
  for (const { x, y, size, cls, faint, chosen, hovered, pinned } of dots) {
    ctx.globalAlpha = faint ? 0.13 : 1;
    tracePath(ctx, cls, x, y, size);
    ctx.fillStyle = paint[cls];
    ctx.fill();
    ctx.lineWidth = 1;
    ctx.strokeStyle = paint.paper;
    ctx.stroke();
    if (chosen || hovered || pinned) {
      ctx.lineWidth = chosen ? 3 : 1.6;
      ctx.strokeStyle = pinned && !chosen && !hovered ? paint.soft : paint.accent;
      ctx.beginPath();
      ctx.arc(x, y, size + 4, 0, 2 * Math.PI);
      ctx.stroke();
    }
  }
  ctx.globalAlpha = 1;
  ctx.textAlign = "center";
  ctx.textBaseline = "top";
  ctx.lineJoin = "round";
  ctx.lineWidth = 4;
  ctx.strokeStyle = paint.paper;
  for (const { text, x, y, size, weight, node } of [...words, ...names]) {
    ctx.fillStyle = node === undefined ? paint.soft : paint.ink;
    ctx.font = `${weight} ${size}px ${FAMILY}`;
    ctx.strokeText(text, x, y);
    ctx.fillText(text, x, y);
  }
}

// vis-network keeps the nodes' places, the scale and the pointer; the scene is painted over its own empty one.
function paintOver(ctx) {
  const seen = scene();
  const ratio = ctx.canvas.width / canvas.clientWidth;
  written = seen.names;
  ctx.save();
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  paintScene(ctx, seen);
  ctx.restore();
}

// The node whose name stands at this place of the screen.
function named({ x, y }) {
  const hit = written.find(({ box: [left, top, right, bottom] }) => x >= left && x <= right && y >= top && y <= bottom);
  return hit && hit.node;
}
