// Which console shows a token: looked up once, and remembered for a moment.
import { type Served, servedBy } from './served.ts'

/** Who shows this token, if it is a console's own and still good. */
export type ConsoleOf = (token: string) => Promise<{ readonly id: string; readonly families: readonly string[] } | undefined>

/** After it was believed as long as that (console-of-token.ts): together a second at most. */
const rememberedForMs = 500
const most = 1_000

export class KnownConsoles {
  readonly #consoleOf: ConsoleOf
  readonly #known = new Map<string, { readonly served: Served; readonly until: number }>()
  readonly #asking = new Map<string, Promise<Served | undefined>>()

  constructor(consoleOf: ConsoleOf) {
    this.#consoleOf = consoleOf
  }

  /** At once when it is remembered. `header` is the Authorization header as it came. */
  find(header: string | undefined): Served | undefined | Promise<Served | undefined> {
    if (header === undefined) return undefined
    const known = this.#known.get(header)
    if (known !== undefined && performance.now() < known.until) return known.served
    const token = /^bearer +([\w.~+/=-]{8,8000})$/i.exec(header)?.[1]
    return token === undefined ? undefined : this.#ask(header, token)
  }

  #ask(header: string, token: string): Promise<Served | undefined> {
    const underWay = this.#asking.get(header)
    if (underWay !== undefined) return underWay
    const asking = this.#look(header, token).finally(() => this.#asking.delete(header))
    this.#asking.set(header, asking)
    return asking
  }

  async #look(header: string, token: string): Promise<Served | undefined> {
    const until = performance.now() + rememberedForMs
    const console = await this.#consoleOf(token)
    if (this.#known.size >= most) this.#known.clear()
    if (console === undefined) this.#known.delete(header)
    const served = console && servedBy(console)
    if (served !== undefined) this.#known.set(header, { served, until })
    return served
  }
}
