// The search box: names and other forms, the best matches first, by mouse or keyboard.

const wanted = document.getElementById("wanted");
const found = document.getElementById("found");
const searchable = facts.nodes.map((node) => [node.label, ...(node.forms || [])].map((name) => name.toLowerCase()));
let hits = [];
let current = -1;

function rank(names, text) {
  const places = names.map((name) => name.indexOf(text)).filter((place) => place >= 0);
  return places.length ? (names.includes(text) ? -1 : Math.min(...places)) : Infinity;
}

function suggest() {
  const text = wanted.value.trim().toLowerCase();
  hits = !text ? [] : searchable
    .map((names, number) => [rank(names, text), -relations[number].length, number])
    .filter(([place]) => place < Infinity)
    .sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2])
    .slice(0, 12)
    .map(([, , number]) => number);
  current = hits.length ? 0 : -1;
  found.replaceChildren(...hits.map((number, place) => {
    const row = make("li", { parts: [dot(facts.nodes[number].cls), ` ${facts.nodes[number].label}`] });
    row.id = `hit${place}`;
    row.setAttribute("role", "option");
    row.addEventListener("mousedown", (event) => { event.preventDefault(); take(number); });
    return row;
  }));
  if (text && !hits.length) found.replaceChildren(make("li", { cls: "soft", text: "没有找到 Nothing found" }));
  found.hidden = !text;
  wanted.setAttribute("aria-expanded", String(Boolean(text)));
  point();
}

function point() {
  [...found.children].forEach((row, place) => row.setAttribute("aria-selected", String(place === current)));
  if (current >= 0) wanted.setAttribute("aria-activedescendant", `hit${current}`);
  else wanted.removeAttribute("aria-activedescendant");
}

function take(number) {
  found.hidden = true;
  wanted.setAttribute("aria-expanded", "false");
  choose(number);
}

wanted.addEventListener("input", suggest);
wanted.addEventListener("focus", suggest);
wanted.addEventListener("blur", () => { found.hidden = true; });
wanted.addEventListener("keydown", (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step && hits.length) {
    current = (current + step + hits.length) % hits.length;
    point();
    event.preventDefault();
  } else if (event.key === "Enter" && current >= 0) {
    take(hits[current]);
  } else if (event.key === "Escape") {
    found.hidden = true;
  }
});
