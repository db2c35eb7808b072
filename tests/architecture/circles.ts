import type { ImportGraph } from './imports'

/**
 * Every circle of files, types and lazy imports included: the largest sets in which each file reaches each other one.
 *
 * A circle is named by its files in the order of the alphabet.
 *
 * @source Tarjan 1972, "Depth-first search and linear graph algorithms": strongly connected components.
 */
export function circlesIn(graph: ImportGraph): string[][] {
  const circles: string[][] = []
  const order = new Map<string, number>()
  const open: string[] = []
  const isOpen = new Set<string>()

  /** Visits a file that was not seen before. @returns the earliest open file that it reaches */
  const visit = (path: string): number => {
    const own = order.size
    order.set(path, own)
    open.push(path)
    isOpen.add(path)
    let earliest = own
    for (const next of neighboursOf(path, graph)) {
      if (!order.has(next)) earliest = Math.min(earliest, visit(next))
      else if (isOpen.has(next)) earliest = Math.min(earliest, order.get(next)!)
    }
    if (earliest === own) {
      const closed = open.splice(open.indexOf(path))
      for (const file of closed) isOpen.delete(file)
      if (closed.length > 1 || neighboursOf(path, graph).includes(path)) circles.push(closed.sort())
    }
    return earliest
  }

  for (const path of graph.keys()) if (!order.has(path)) visit(path)
  return circles
}

/** What a file imports of ours. */
function neighboursOf(path: string, graph: ImportGraph): string[] {
  return (graph.get(path) ?? []).map(({ to }) => to).filter((to) => graph.has(to))
}
