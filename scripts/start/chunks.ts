// Chunks that hold together what is needed together, because each small file costs a request: of the first page, which is that of a request, and of the frame
// around every page of a Manager, with what most of these are made of.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { screensIn, shells } from './screens.ts'

/** What Rolldown tells of a module; static imports alone. */
type Graph = { getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null }

const source = path.resolve('src')
const inWeb = (files: readonly string[]) => files.map((file) => path.join(source, 'web', file))
/** A new customer names an organisation there: its contract is next to nothing, and would bring along the chunk it lies in otherwise. */
const firstPage = inWeb([
  'main.tsx',
  'consent/consent-page.tsx',
  'consent/decision.tsx',
  'consent/prove-address.tsx',
  '../server/account/contract.ts',
])
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
const shapes = /\/src\/server\/(authorization\/catalogue-|customer-notes\/|partnerships\/|requests\/)contract\.ts$/
/** The pages that are opened most, each a chunk of its own; what two of them are made of comes with the frame. */
const pages = {
  overview: 'shell/dashboard.tsx',
  partners: 'partners/partners-screen.tsx',
  customers: 'managed-customers/customers-screen.tsx',
} as const
let first: ReadonlySet<string> | undefined
let frame: ReadonlySet<string> | undefined
let byScreen: ReadonlyMap<string, ReadonlySet<string>> | undefined

/** Our own modules are named; what these really use of the libraries comes along, and nothing else of these. What comes first takes its own first. */
export const chunks = [
  { name: 'shapes', test: shapes, priority: 9, includeDependenciesRecursively: false },
  { name: 'zod', test: /\/node_modules\/zod\//, priority: 8, includeDependenciesRecursively: false },
  named('first', 7),
  named('frame', 6),
  { name: 'icons', test: /\/node_modules\/lucide-react\//, priority: 5, minShareCount: 2, includeDependenciesRecursively: false },
  named('shared', 4),
  ...Object.keys(pages).map((page) => named(page, 3)),
]

function named(name: string, priority: number) {
  const own = (id: string, graph: Graph) => (chunkOf(id, graph) === name ? name : null)
  return { name: own, debugName: name, priority, includeDependenciesRecursively: true }
}

const chosen = new Map<string, string | null>()

function chunkOf(id: string, graph: Graph): string | null {
  const known = chosen.get(id)
  if (known !== undefined) return known
  const chunk = choose(id, graph)
  chosen.set(id, chunk)
  return chunk
}

/** What other screens need, too, is apart from a page, so that they load nothing else of it. */
function choose(id: string, graph: Graph): string | null {
  first ??= reached(graph, firstPage)
  frame ??= reached(graph, everyPage)
  if (first.has(id)) return 'first'
  if (frame.has(id)) return 'frame'
  byScreen ??= new Map(screens().map((screen) => [screen, reached(graph, inWeb([screen]))]))
  const reaching = [...byScreen].flatMap(([screen, modules]) => (modules.has(id) ? [screen] : []))
  const [page, another] = Object.entries(pages).flatMap(([name, screen]) => (reaching.includes(screen) ? [name] : []))
  if (page === undefined) return null
  if (another !== undefined) return 'frame'
  if (reaching.length === 1) return page
  return page === 'overview' ? 'frame' : 'shared'
}

function screens(): readonly string[] {
  const table = screensIn(readFileSync(path.join(source, 'web/routes.tsx'), 'utf8'))
  return [...Object.values(shells).flatMap((shell) => shell ?? []), ...table.map(({ module }) => module)]
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
