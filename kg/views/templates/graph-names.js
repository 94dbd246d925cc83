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
