/** Walks over a graph whose nodes are numbers. Linear in its ways, and never recursive. */

/** For each node the nodes it leads to; negative numbers are outside of the graph. */
export type Graph = readonly (readonly number[])[];

/** The nodes that can be reached from `starts`, which are among them. Only those that `isOpen` are entered. */
export const reachedFrom = (
  graph: Graph,
  starts: Iterable<number>,
  isOpen: (node: number) => boolean = () => true,
): ReadonlySet<number> => {
  const reached = new Set<number>();
  const waiting = [...starts];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node < 0 || node >= graph.length || reached.has(node) || !isOpen(node)) continue;
    reached.add(node);
    waiting.push(...(graph[node] ?? []));
  }
  return reached;
};

/** The same graph with every way turned round. */
export const reversed = (graph: Graph): Graph => {
  const back: number[][] = graph.map(() => []);
  graph.forEach((targets, node) => {
    for (const target of targets) back[target]?.push(node);
  });
  return back;
};

/**
 * The circles among the nodes that `isOpen`: sets of nodes that all lead to one another, each in ascending
 * order, in the order of their first nodes. (Kosaraju's two walks.)
 */
export const circlesIn = (
  graph: Graph,
  isOpen: (node: number) => boolean,
): readonly (readonly number[])[] => {
  const finished: number[] = [];
  const state = new Uint8Array(graph.length);
  for (let start = 0; start < graph.length; start++) {
    const trail = isOpen(start) && !state[start] ? [start] : [];
    for (let node = trail.at(-1); node !== undefined; node = trail.at(-1)) {
      if (state[node]) {
        trail.pop();
        if (state[node] === 1) finished.push(node);
        state[node] = 2;
        continue;
      }
      state[node] = 1;
      for (const next of graph[node] ?? []) if (next >= 0 && !state[next] && isOpen(next)) trail.push(next);
    }
  }
  const back = reversed(graph);
  const taken = new Set<number>();
  const circles: number[][] = [];
  for (const node of finished.reverse()) {
    if (taken.has(node)) continue;
    const circle = [...reachedFrom(back, [node], (other) => isOpen(other) && !taken.has(other))];
    for (const member of circle) taken.add(member);
    const turnsBack = circle.length > 1 || (graph[node] ?? []).includes(node);
    if (turnsBack) circles.push(circle.sort((a, b) => a - b));
  }
  return circles.sort(([a = 0], [b = 0]) => a - b);
};
