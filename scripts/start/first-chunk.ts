// The chunk of the first page: all that the page of a request needs, in one piece, because each small file costs a phone a request.
import path from 'node:path'

/** What Rolldown tells of a module; static imports alone. */
type Graph = { getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null }

const web = path.resolve('src/web')
const roots = ['main.tsx', 'consent/consent-page.tsx', 'consent/decision.tsx', 'consent/prove-address.tsx'].map((file) =>
  path.join(web, file),
)
/** Shapes that the screen for adding a customer checks with: they would bring the library that checks along. */
const shapes = /\/src\/server\/(authorization\/catalogue-|partnerships\/|requests\/)contract\.ts$/
let first: ReadonlySet<string> | undefined

/** Names the chunk of a module, or leaves it where it falls. */
export function chunkOf(id: string, graph: Graph): string | null {
  if (id.includes('/node_modules/zod/')) return 'zod'
  first ??= reached(graph)
  return first.has(id) && !shapes.test(id) ? 'first' : null
}

function reached(graph: Graph): ReadonlySet<string> {
  const found = new Set<string>()
  const left = [...roots]
  for (let id = left.pop(); id !== undefined; id = left.pop()) {
    if (found.has(id)) continue
    found.add(id)
    left.push(...(graph.getModuleInfo(id)?.importedIds ?? []))
  }
  return found
}
