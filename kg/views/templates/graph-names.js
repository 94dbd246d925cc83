// Names: which are written, where, and how. They have one size and never cover each other, the weightiest first.

const NAMES = 150;

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

// Names stand in rows of so many widths of a letter (a Chinese character takes two), and have at most two.
const ROW = 20;
const wide = (text) => Array.from(text).reduce((sum, letter) => sum + (letter > "\u2e7f" ? 2 : 1), 0);

// Cut to fit, with the sign that something is missing.
function fitted(text, room) {
  if (wide(text) <= room) return text;
  const letters = Array.from(text);
  while (letters.length && wide(letters.join("")) > room - 1) letters.pop();
  return `${letters.join("").trimEnd()}…`;
}

// In two rows of about one length, broken between words where there are any; cut to half as much again unless wanted whole.
function rowsOf(text, whole) {
  if (wide(text) <= ROW) return [text];
  const words = text.match(/[!-\u2e7f]+\s*|[^!-\u2e7f]/gu) || [text];
  const half = Math.max(wide(text) / 2, Math.min(wide(text) - ROW, ROW));
  let first = "";
  while (words.length > 1 && wide(first + words[0].trimEnd()) <= Math.min(ROW + 4, half + 2)) first += words.shift();
  return [first.trimEnd() || words.shift(), words.join("")].filter(Boolean).map((row) => (whole ? row : fitted(row, ROW + 10)));
}

function nameOf(node, whole) {
  const full = fz.visible(graph.label(node));
  return whole || full !== fz.visible(graph.data.label[node]) ? full : fz.visible(graph.data.short[node] || full);
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
  let named = 0;
  const far = scale < 0.42 && look.near === null && !state.steps && !state.path;
  for (const node of new Set([...first, ...seen])) {
    const must = forced.has(node);
    if (named >= (crowded() ? 90 : NAMES)) break;
    if (far && graph.weight(node) < 2 && !graph.hub(node) && !must) continue;
    const [x, y] = spots.get(node);
    const style = font(node, must);
    const rows = rowsOf(nameOf(node, must), must);
    const half = Math.max(...rows.map((row) => widthOf(row, style))) / 2 + 3;
    const step = style.size * 1.2;
    const away = radius(node, scale) + 2;
    // Below the node, or above it; in a crowd a name may cover a node of its like.
    const weight = must ? Infinity : heavy(node) * (crowded() ? 2 : 1);
    const boxes = [y + away, y - away - step * rows.length].map((edge) => [x - half, edge, x + half, edge + step * rows.length]);
    const box = must && node === first[0] ? boxes[0] : boxes.find((one) => taken.clear(one, weight));
    if (!box) continue;
    const top = box[1];
    taken.add(box, Infinity);
    named += 1;
    found.push(...rows.map((text, row) => ({ node, text, x, y: top + row * step, box, ...style })));
  }
  return found;
}
