// The shortest path between two nodes: asked for, and told step by step.

function startPath(node) {
  taking = (other) => {
    if (other === node) return;
    Object.assign(state, { path: [node, other], steps: 0 });
    wanted.value = "";
    refresh();
    frameAll();
  };
  panel.prepend(fz.make("p", { cls: "warning", role: "alert", parts: [fz.t("搜索或点击另一个节点作为终点。", "Search for or click the other end.")] }));
  panel.scrollTop = 0;
  wanted.value = "";
  wanted.focus();
}

function leavePath() {
  const [node] = state.path;
  Object.assign(state, { path: null, node });
  refresh();
  frameAround();
}

function describeRoute() {
  const [from, to] = state.path;
  const head = [
    fz.make("h2", { parts: [fz.t("最短路径", "Shortest path")] }),
    fz.make("div", { cls: "actions", parts: [button("返回", "Back", leavePath), button("反向", "Turn round", () => { state.path.reverse(); refresh(); })] }),
  ];
  if (!view.way) {
    return [...head, fz.make("p", { parts: [fz.t("按当前的筛选，两者之间没有路径：", "With these filters no path joins the two:")] }),
      fz.make("ul", { parts: [from, to].map((node) => fz.make("li", { parts: [link(node)] })) })];
  }
  const steps = view.way.flatMap((node, at) => {
    const stop = fz.make("li", { cls: "stop", parts: [link(node)] });
    if (at === view.way.length - 1) return [stop];
    const next = view.way[at + 1];
    const edges = [...graph.lines(node)].filter((edge) => edgeOn[edge] && graph.other(edge, node) === next);
    return [stop, fz.make("li", { cls: "leg", parts: edges.map((edge) => leg(edge, node)) })];
  });
  const length = view.way.length - 1;
  return [...head, fz.make("p", { parts: [fz.t(`${length} 步`, `${length} ${fz.plural(length, "step")}`)] }), fz.make("ol", { cls: "route", parts: steps })];
}

// One relation between two nodes of the path, in the direction in which it is said.
function leg(edge, node) {
  const [, zh, en] = graph.data.predicates[graph.data.predicate[edge]];
  const way = graph.data.from[edge] === node ? "↓" : "↑";
  const label = [fz.make("span", { cls: "way", text: way }), fz.t(zh, en), ...[...statusesOf(edge)].filter((key) => key !== "achieved").map(status)];
  if (!graph.data.claims[edge].length) return fz.make("div", { parts: label });
  return evidence(label, async () => (await piece("edges", edge)).flat(), false);
}
