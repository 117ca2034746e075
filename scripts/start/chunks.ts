// Chunks that hold together what is needed together, because each small file costs a request: of the first page, which is that of a request, and of the frame
// around every page of a Manager, with what most of these are made of.
import path from 'node:path'

/** What Rolldown tells of a module; static imports alone. */
type Graph = { getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null }

const source = path.resolve('src')
const inWeb = (files: readonly string[]) => files.map((file) => path.join(source, 'web', file))
const firstPage = inWeb(['main.tsx', 'consent/consent-page.tsx', 'consent/decision.tsx', 'consent/prove-address.tsx'])
const everyPage = inWeb([
  ...['shell/own-shell.tsx', 'shell/acting-shell.tsx', 'shell/help-link.tsx', 'managed-customers/customer-status.tsx'],
  ...[
    'page-header',
    'section-card',
    'empty-state',
    'error-state',
    'icon-button',
    'menu',
    'dialog',
    'confirm-dialog',
    'definition-list',
  ].map((part) => `ui/${part}.tsx`),
])
/** Shapes that the screen for adding a customer checks with: they would bring the library that checks along. */
const shapes = /\/src\/server\/(authorization\/catalogue-|partnerships\/|requests\/)contract\.ts$/
let first: ReadonlySet<string> | undefined
let frame: ReadonlySet<string> | undefined

/** Our own modules are named; what these really use of the libraries comes along, and nothing else of these. */
export const chunks = [
  { name: 'shapes', test: shapes, priority: 4, includeDependenciesRecursively: false },
  { name: 'zod', test: /\/node_modules\/zod\//, priority: 3, includeDependenciesRecursively: false },
  { name: chunkOf, debugName: 'first and frame', priority: 2, includeDependenciesRecursively: true },
  { name: 'icons', test: /\/node_modules\/lucide-react\//, priority: 1, minShareCount: 2, includeDependenciesRecursively: false },
]

function chunkOf(id: string, graph: Graph): string | null {
  first ??= reached(graph, firstPage)
  frame ??= reached(graph, everyPage)
  if (first.has(id)) return 'first'
  return frame.has(id) ? 'frame' : null
}

function reached(graph: Graph, roots: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>()
  const left = [...roots]
  for (let id = left.pop(); id !== undefined; id = left.pop()) {
    if (found.has(id) || !id.startsWith(source)) continue
    found.add(id)
    left.push(...(graph.getModuleInfo(id)?.importedIds ?? []))
  }
  return found
}
