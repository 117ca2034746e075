// The chunk of the first page: all that the page of a request needs, in one piece, because each small file costs a phone a request.
import path from 'node:path'

/** What Rolldown tells of a module; static imports alone. */
type Graph = { getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null }

const source = path.resolve('src')
const roots = ['main.tsx', 'consent/consent-page.tsx', 'consent/decision.tsx', 'consent/prove-address.tsx'].map((file) =>
  path.join(source, 'web', file),
)
/** Shapes that the screen for adding a customer checks with: they would bring the library that checks along. */
const shapes = /\/src\/server\/(authorization\/catalogue-|partnerships\/|requests\/)contract\.ts$/
let first: ReadonlySet<string> | undefined

/** Our own modules of the first page are named; what these really use of the libraries comes along, and nothing else of these. */
export const chunks = [
  { name: 'shapes', test: shapes, priority: 3, includeDependenciesRecursively: false },
  { name: 'zod', test: /\/node_modules\/zod\//, priority: 2, includeDependenciesRecursively: false },
  { name: chunkOf, debugName: 'first', priority: 1, includeDependenciesRecursively: true },
]

function chunkOf(id: string, graph: Graph): string | null {
  first ??= reached(graph)
  return first.has(id) ? 'first' : null
}

function reached(graph: Graph): ReadonlySet<string> {
  const found = new Set<string>()
  const left = [...roots]
  for (let id = left.pop(); id !== undefined; id = left.pop()) {
    if (found.has(id) || !id.startsWith(source)) continue
    found.add(id)
    left.push(...(graph.getModuleInfo(id)?.importedIds ?? []))
  }
  return found
}
