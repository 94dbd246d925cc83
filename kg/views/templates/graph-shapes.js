// What each class looks like: a shape and a colour, so that neither has to be seen.

const polygon = (sides, turn) => Array.from({ length: sides }, (_, corner) => {
  const angle = turn + (corner / sides) * 2 * Math.PI;
  return [Math.cos(angle), Math.sin(angle)];
});
const UP = -Math.PI / 2;
const star = Array.from({ length: 10 }, (_, corner) => {
  const angle = UP + (corner / 10) * 2 * Math.PI;
  const reach = corner % 2 ? 0.52 : 1.2;
  return [reach * Math.cos(angle), reach * Math.sin(angle)];
});
const grown = (points, factor) => points.map(([x, y]) => [x * factor, y * factor]);
// Corners around the origin, of about the ground of a circle of radius 1; null: a circle.
const SHAPES = {
  Division: null,
  Organization: grown(polygon(4, Math.PI / 4), 1.25),
  LegalInstrument: grown(polygon(4, 0), 1.25),
  Programme: null,
  Role: grown(polygon(3, UP), 1.4),
  Person: grown(polygon(3, -UP), 1.4),
  Doctrine: grown(polygon(6, 0), 1.12),
  Event: grown(polygon(5, UP), 1.15),
  Honour: star,
};

let paint = {};
function mixPaint() {
  const classes = Object.keys(SHAPES);
  paint = Object.fromEntries([...classes, "ink", "soft", "paper", "ground", "line", "achieved", "planned", "shortcoming", "mentioned", "accent"]
    .map((name) => [name, fz.colour(`--${name}`)]));
}

function tracePath(ctx, cls, x, y, size) {
  const points = SHAPES[cls];
  ctx.beginPath();
  if (!points) { ctx.arc(x, y, size, 0, 2 * Math.PI); return; }
  points.forEach(([dx, dy], corner) => (corner ? ctx.lineTo(x + dx * size, y + dy * size) : ctx.moveTo(x + dx * size, y + dy * size)));
  ctx.closePath();
}

const SVG = "http://www.w3.org/2000/svg";
function svg(tag, attributes, parts = []) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, typeof value === "number" ? Math.round(value * 100) / 100 : value);
  element.append(...parts);
  return element;
}

function shapeElement(cls, x, y, size, attributes) {
  const points = SHAPES[cls];
  if (!points) return svg("circle", { cx: x, cy: y, r: size, ...attributes });
  const corners = points.map(([dx, dy]) => `${(x + dx * size).toFixed(1)},${(y + dy * size).toFixed(1)}`).join(" ");
  return svg("polygon", { points: corners, ...attributes });
}

// The mark of a class in the legend and the lists.
function mark(cls) {
  const shape = shapeElement(cls, 7, 7, 4.6, {});
  const made = svg("svg", { class: `mark c-${cls}`, viewBox: "0 0 14 14", "aria-hidden": "true" }, [shape]);
  return made;
}
