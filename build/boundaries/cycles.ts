/** The cycles of a graph, each once, from its alphabetically first file. */
export function findCycles(
  graph: ReadonlyMap<string, readonly string[]>,
): string[][] {
  const found = new Map<string, string[]>();
  const done = new Set<string>();

  const walk = (file: string, path: readonly string[]): void => {
    const at = path.indexOf(file);
    if (at >= 0) {
      const cycle = fromFirst(path.slice(at));
      found.set(cycle.join("\n"), cycle);
      return;
    }
    if (done.has(file)) return;
    for (const next of graph.get(file) ?? []) walk(next, [...path, file]);
    done.add(file);
  };

  for (const file of [...graph.keys()].toSorted()) walk(file, []);
  return [...found.values()];
}

function fromFirst(cycle: readonly string[]): string[] {
  const first = cycle.indexOf([...cycle].toSorted()[0] ?? "");
  return [...cycle.slice(first), ...cycle.slice(0, first)];
}
