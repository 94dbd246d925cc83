// How nodes are painted: dots that neither vanish nor swell with the scale, and names of one size on the screen
// that never cover each other, the weightiest first. Whatever has no room appears when one draws nearer.

const drawn = read("nodes");
const order = drawn.map(({ id }) => id).sort((a, b) =>
  drawn[b].hub - drawn[a].hub || drawn[b].weight - drawn[a].weight || a - b);
const look = { chosen: null, near: null, hovered: null };
const MOST = 150;
const widths = new Map();
let written = [];

const shows = (id) => look.near === null || look.near.has(id);

function radius({ size, weight, hub }, scale) {
  const least = hub ? 7 : 2.8 + Math.min(2.6, weight / 12);
  return Math.max(size * Math.min(1, Math.sqrt(scale)), least) / scale;
}

function paintDot({ ctx, id, x, y }) {
  const node = drawn[id];
  const scale = network.getScale();
  const size = radius(node, scale);
  return {
    drawNode() {
      ctx.globalAlpha = shows(id) ? 1 : 0.1;
      ctx.beginPath();
      ctx.arc(x, y, size, 0, 2 * Math.PI);
      ctx.fillStyle = colours[node.group];
      ctx.fill();
      ctx.lineWidth = (id === look.chosen ? 4 : id === look.hovered ? 3 : 1) / scale;
      ctx.strokeStyle = id === look.chosen || id === look.hovered ? "#f2b705" : "#ffffff";
      ctx.stroke();
    },
    nodeDimensions: { width: 2 * size, height: 2 * size },
  };
}

// Boxes on the screen by tile, so that few are compared. A name gives way to names, and to weightier dots.
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
      touched(box).forEach((key) => held.set(key, [...(held.get(key) || []), [box, weight]]));
    },
    clear([left, top, right, bottom], weight) {
      return touched([left, top, right, bottom]).every((key) => (held.get(key) || []).every(([other, weighs]) =>
        weighs < weight || other[2] < left || right < other[0] || other[3] < top || bottom < other[1]));
    },
  };
}

function font(id) {
  const { hub, weight } = drawn[id];
  const bold = id === look.chosen || hub ? "600 " : "";
  const size = hub ? 15 : 12 + Math.min(3, Math.log2(1 + weight) / 2);
  return [`${bold}${size}px "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif`, size];
}

function textOf(id) {
  return id === look.chosen || id === look.hovered ? facts.nodes[id].label : drawn[id].label;
}

function measure(ctx, text, style) {
  const key = style + text;
  if (!widths.has(key)) widths.set(key, ctx.measureText(text).width);
  return widths.get(key);
}

function paintNames(ctx) {
  const scale = network.getScale();
  const middle = network.getViewPosition();
  const [wide, high] = [canvas.clientWidth, canvas.clientHeight];
  const ratio = ctx.canvas.width / wide;
  const spot = ({ x, y }) => [(x - middle.x) * scale + wide / 2, (y - middle.y) * scale + high / 2];
  const inside = ([x, y]) => x > -60 && x < wide + 60 && y > -30 && y < high + 30;
  const seen = order.filter((id) => shows(id) && !hidden.cls.has(drawn[id].group) && inside(spot(drawn[id])));
  const first = [look.hovered, look.chosen].filter((id) => id !== null && seen.includes(id));
  const taken = tiles();
  for (const id of seen) {
    const [x, y] = spot(drawn[id]);
    const reach = radius(drawn[id], scale) * scale;
    taken.add([x - reach, y - reach, x + reach, y + reach], drawn[id].weight);
  }
  written = [];
  ctx.save();
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  ctx.textAlign = "center";
  ctx.textBaseline = "top";
  ctx.lineJoin = "round";
  ctx.lineWidth = 4;
  ctx.strokeStyle = "rgba(255, 255, 255, 0.92)";
  ctx.fillStyle = "#1f2933";
  const far = scale < 0.42 && look.near === null;
  for (const id of new Set([...first, ...seen])) {
    const { hub, weight } = drawn[id];
    const forced = first.includes(id);
    if (written.length >= MOST || (far && weight < 2 && !hub && !forced)) continue;
    const [x, y] = spot(drawn[id]);
    const [style, size] = font(id);
    ctx.font = style;
    const text = textOf(id);
    const half = measure(ctx, text, style) / 2 + 3;
    const top = y + radius(drawn[id], scale) * scale + 3;
    const box = [x - half, top, x + half, top + size * 1.25];
    if (!forced && !taken.clear(box, hub ? Infinity : weight)) continue;
    taken.add(box, Infinity);
    written.push([box, id]);
    ctx.strokeText(text, x, top);
    ctx.fillText(text, x, top);
  }
  ctx.restore();
}

// The node whose name stands at this place of the screen.
function named({ x, y }) {
  const hit = written.find(([[left, top, right, bottom]]) => x >= left && x <= right && y >= top && y <= bottom);
  return hit && hit[1];
}
