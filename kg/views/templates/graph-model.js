"use strict";
// The graph in memory: columns of nodes and relations, and which relations each node has.

const read = (id) => JSON.parse(document.getElementById(id).textContent);

function model(data) {
  const count = data.label.length;
  const ends = data.from.length;
  const starts = new Int32Array(count + 1);
  for (let edge = 0; edge < ends; edge += 1) {
    starts[data.from[edge] + 1] += 1;
    if (data.to[edge] !== data.from[edge]) starts[data.to[edge] + 1] += 1;
  }
  for (let node = 0; node < count; node += 1) starts[node + 1] += starts[node];
  const lines = new Int32Array(starts[count]);
  const next = starts.slice();
  for (let edge = 0; edge < ends; edge += 1) {
    lines[next[data.from[edge]]++] = edge;
    if (data.to[edge] !== data.from[edge]) lines[next[data.to[edge]]++] = edge;
  }
  const hub = new Uint8Array(count);
  data.reports.forEach(([, , division]) => { if (division >= 0) hub[division] = 1; });
  const keys = new Map(data.key.map((key, node) => [key, node]));
  const other = (edge, node) => (data.from[edge] === node ? data.to[edge] : data.from[edge]);
  const weights = new Int32Array(count);
  const seen = new Int32Array(count).fill(-1);
  const named = data.predicates.findIndex(([key]) => key === "mentions"); // joins, but states nothing
  for (let node = 0; node < count; node += 1) {
    for (let place = starts[node]; place < starts[node + 1]; place += 1) {
      const near = other(lines[place], node);
      if (data.predicate[lines[place]] !== named && near !== node && seen[near] !== node) { seen[near] = node; weights[node] += 1; }
    }
  }

  return {
    data, count, other,
    cls: (node) => data.classes[data.class[node]][0],
    label: (node) => (fz.lang() === "en" && data.english[node]) || data.label[node],
    iri: (node) => data.bases[data.base[node]] + data.key[node],
    hub: (node) => hub[node] === 1,
    // To how many others a relation joins a node.
    weight: (node) => weights[node],
    lines: (node) => lines.subarray(starts[node], starts[node + 1]),
    towns: (node) => [...new Set(data.in[node].map((report) => data.reports[report][2]))].filter((town) => town >= 0),
    // By the key, the IRI, or the end of the key when only one node ends so; -1: nothing is called so.
    find(key) {
      if (keys.has(key)) return keys.get(key);
      const ending = (node) => `${data.bases[data.base[node]]}${data.key[node]}`.endsWith(key) && /(^|[/#])$/.test(
        `${data.bases[data.base[node]]}${data.key[node]}`.slice(0, -key.length));
      const hits = [];
      for (let node = 0; key && node < count && hits.length < 2; node += 1) if (ending(node)) hits.push(node);
      return hits.length === 1 ? hits[0] : -1;
    },
  };
}

// Evidence, in the pieces that it lies in.
const piece = async (kind, number) => {
  const size = graph.data[`${kind}_a_piece`];
  return (await fz.load(`graph/${kind}-${Math.floor(number / size)}`))[number % size];
};
const textOf = (report) => fz.load(`graph/text-${report}`);
