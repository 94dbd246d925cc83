// The scene in ink: on the screen, and for the PNG.

// Many lines are drawn thin, so that they do not hide the nodes.
const ink = (bright) => Math.max(0.02, Math.min(1, (bright ? 6 : 14) / Math.sqrt(look.lines + 1)) * Math.min(1, 35 / Math.sqrt(look.lines + 1)));

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
