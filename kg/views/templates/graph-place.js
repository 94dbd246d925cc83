// Where nodes stand. The first view was laid out when the page was made; whoever joins later finds a place
// beside their town, as a flower around it, where nobody stands. The same state gives the same places.

const homes = new Map(read("nodes").map(({ id, x, y }) => [id, [x, y]]));
const moved = new Map(); // by hand
const PITCH = 40;
const WIDE = 1.5;
const GOLDEN = Math.PI * (3 - Math.sqrt(5));

function seed(k) {
  const radius = PITCH * Math.sqrt(k + 0.5);
  return [radius * Math.cos(k * GOLDEN) * WIDE, radius * Math.sin(k * GOLDEN)];
}

// Who stands where, by squares of the size of a node's ground.
function crowd() {
  const size = [PITCH * WIDE * 1.6, PITCH * 1.6];
  const held = new Map();
  const square = (x, y) => `${Math.floor(x / size[0])},${Math.floor(y / size[1])}`;
  return {
    add([x, y]) { const key = square(x, y); held.set(key, [...(held.get(key) || []), [x, y]]); },
    free([x, y], far = 1) {
      for (let dx = -1; dx <= 1; dx += 1) {
        for (let dy = -1; dy <= 1; dy += 1) {
          for (const [a, b] of held.get(square(x + dx * size[0], y + dy * size[1])) || []) {
            if (Math.hypot((a - x) / WIDE, b - y) < PITCH * 1.25 * far) return false;
          }
        }
      }
      return true;
    },
    // The nearest spot to the middle with so much room around it.
    clearing(room) {
      const all = [...held.values()].flat();
      for (let far = 0; ; far += Math.max(PITCH, room / 2)) {
        for (let turn = 0; turn < 24; turn += 1) {
          const [x, y] = [far * Math.cos(turn * Math.PI / 12) * WIDE, far * Math.sin(turn * Math.PI / 12)];
          if (all.every(([a, b]) => Math.hypot((a - x) / WIDE, b - y) >= room)) return [x, y];
        }
      }
    },
  };
}

// The town that a node stands beside: its own, or else the weightiest of those drawn that it is joined to.
function anchor(node, drawn) {
  const towns = graph.towns(node);
  const own = towns.filter((town) => drawn.has(town));
  if (own.length === 1) return own[0];
  if (own.length > 1) return -1;
  const near = neighbours(node).find((other) => drawn.has(other) && graph.hub(other));
  return near ?? towns[0] ?? neighbours(node)[0] ?? -1;
}

// Seats around a spot, those of a class side by side, the weightiest of each nearest to the spot.
function flower(nodes, [x, y], heart, taken) {
  const seats = [];
  for (let k = heart; seats.length < nodes.length; k += 1) {
    const [dx, dy] = seed(k);
    if (taken.free([x + dx, y + dy])) seats.push([dx, dy]);
  }
  seats.sort((a, b) => Math.atan2(a[1], a[0] / WIDE) - Math.atan2(b[1], b[0] / WIDE));
  const sorted = [...nodes].sort((a, b) => graph.data.class[a] - graph.data.class[b] || a - b);
  let from = 0;
  while (from < sorted.length) {
    let to = from;
    while (to < sorted.length && graph.data.class[sorted[to]] === graph.data.class[sorted[from]]) to += 1;
    const petal = seats.slice(from, to).sort((a, b) => Math.hypot(a[0] / WIDE, a[1]) - Math.hypot(b[0] / WIDE, b[1]));
    petal.forEach(([dx, dy], place) => { const spot = [x + dx, y + dy]; taken.add(spot); places.set(sorted[from + place], spot); });
    from = to;
  }
}

const places = new Map();

function settle(drawn) {
  const all = new Set(drawn);
  const taken = crowd();
  const come = [];
  places.clear();
  // A view that hardly holds anybody of the first one is laid out on its own ground.
  const staying = drawn.filter((node) => homes.has(node)).length * 2 > drawn.length;
  for (const node of drawn) {
    const spot = moved.get(node) || (staying && homes.get(node));
    if (spot) { places.set(node, spot); taken.add(spot); } else come.push(node);
  }
  const groups = new Map();
  for (const node of come) {
    if (graph.hub(node)) continue;
    const beside = anchor(node, all);
    groups.set(beside, [...(groups.get(beside) || []), node]);
  }
  if (!staying && groups.has(-1)) { flower(groups.get(-1), [0, 0], 0, taken); groups.delete(-1); }
  const room = (node) => PITCH * (Math.sqrt((groups.get(node) || []).length + 7) + 2);
  const hubs = [...new Set([...come.filter((node) => graph.hub(node)), ...groups.keys()])].filter((node) => node >= 0 && !places.has(node));
  for (const hub of hubs.sort((a, b) => room(b) - room(a) || a - b)) {
    const spot = taken.clearing(room(hub));
    if (all.has(hub)) { places.set(hub, spot); taken.add(spot); }
    flower(groups.get(hub) || [], spot, all.has(hub) ? 7 : 0, taken);
    groups.delete(hub);
  }
  for (const [beside, nodes] of groups) flower(nodes, places.get(beside) || [0, 0], 3, taken);
}

// A node in the middle, its neighbours around it by class, theirs beyond, each on the side of who leads to it.
function ringed(steps) {
  places.clear();
  const [middle] = steps.keys();
  places.set(middle, [0, 0]);
  const turn = new Map([[middle, 0]]);
  let radius = 0;
  for (let step = 1; step <= 2; step += 1) {
    const lead = (node) => turn.get(neighbours(node).find((near) => steps.get(near) === step - 1)) || 0;
    const nodes = [...steps.keys()].filter((node) => steps.get(node) === step);
    nodes.sort((a, b) => (step === 1 ? graph.data.class[a] - graph.data.class[b] : lead(a) - lead(b)) || a - b);
    for (const ring of rings(nodes.length, radius)) {
      radius = ring.radius;
      // Of several rings each takes its share all around, so that a class keeps its side.
      const share = nodes.filter((_, at) => ring.takes(at));
      share.forEach((node, at) => {
        const angle = (at / share.length) * 2 * Math.PI - Math.PI / 2 + ring.turn;
        turn.set(node, angle);
        places.set(node, [Math.cos(angle) * radius * WIDE, Math.sin(angle) * radius]);
      });
    }
  }
}

function rings(count, inside) {
  const made = [];
  let left = count;
  for (let radius = inside + (inside ? 90 : 150); left > 0; radius += 62) {
    const room = Math.floor((2 * Math.PI * radius) / 58);
    made.push({ radius, room: Math.min(room, left) });
    left -= room;
  }
  // Positions 0 … count-1 are dealt to the rings in proportion to their room.
  const dealt = [];
  const had = made.map(() => 0);
  for (let at = 0; at < count; at += 1) {
    const owing = made.map(({ room }, ring) => (room * (at + 1)) / count - had[ring]);
    const ring = owing.indexOf(Math.max(...owing));
    had[ring] += 1;
    dealt.push(ring);
  }
  return made.map(({ radius }, ring) => ({ radius, turn: (ring % 2) * 0.06, takes: (at) => dealt[at] === ring }));
}

// A way in a row: from left to right, or downwards where the screen is narrow.
function rowed(way, upright) {
  places.clear();
  way.forEach((node, at) => {
    const along = (at - (way.length - 1) / 2) * (upright ? 120 : 220);
    places.set(node, upright ? [0, along] : [along, (at % 2) * 46]);
  });
}
