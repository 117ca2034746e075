// In the built web application a contract is what it is to the compiler: types. What the server checks with is left out, and with it the library
// that checks, unless a screen itself uses one of the shapes. In development the answers are checked (src/web/api.ts), and nothing is left out.
import type { Plugin } from 'vite'

type Node = { readonly type: string; readonly start: number; readonly end: number }
type Property = Node & { readonly key?: Node & { readonly name?: string } }
type Declarator = Node & { readonly init: (Node & { readonly properties?: readonly Property[] }) | null }
type Statement = Node & { readonly declaration?: Statement | null; readonly declarations?: readonly Declarator[] }

export function leanContracts(): Plugin {
  return {
    name: 'lean-contracts',
    apply: 'build',
    transform: {
      filter: { id: /\/src\/server\/.*contract\.ts$/ },
      handler(code) {
        const statements = this.parse(code).body as readonly Statement[]
        const inits = statements
          .flatMap((statement) => (statement.declaration ?? statement).declarations ?? [])
          .flatMap(({ init }) => init ?? [])
        return {
          code: inits.reduceRight((whole, init) => whole.slice(0, init.start) + lean(whole, init) + whole.slice(init.end), code),
          map: null,
          moduleSideEffects: false,
        }
      },
    },
  }
}

/** A contract is told by its answer. Any other shape is made only where somebody uses it. */
function lean(code: string, init: NonNullable<Declarator['init']>): string {
  if (init.properties?.some(({ key }) => key?.name === 'answer')) return '{}'
  const kept = code.slice(init.start, init.end)
  return /\bz\.|\(/.test(kept) && !/Function/.test(init.type) ? `/* @__PURE__ */ (() => (${kept}))()` : kept
}
