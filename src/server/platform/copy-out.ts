// COPY … TO STDOUT in the middle of a transaction: row after row as PostgreSQL writes them, no faster than they are taken.
import type { RawBuilder } from 'kysely'
import pg from 'pg'
import { clientOf, type Transaction } from './transact.ts'

/** Called for each row while it arrives; the bytes are only good until it returns. */
export type TakeRow = (row: Uint8Array) => void

type Flow = { readonly pause: () => void; readonly resume: () => void }

/**
 * Runs `copy (query) to stdout (options)`. `take` gets each row; `full` says when enough was taken to be passed on first.
 * Each `await` gives back control once there is something to pass on, and is false at the end.
 */
export async function* copyOut(
  tx: Transaction,
  query: RawBuilder<unknown>,
  options: string,
  taking: { readonly take: TakeRow; readonly isFull: () => boolean },
): AsyncGenerator<void> {
  const compiled = query.compile(tx)
  const client = clientOf(tx)
  const { stream } = (client as unknown as { connection: { stream: Flow } }).connection
  const copy = new CopyOut(`copy (${inline(compiled.sql, compiled.parameters)}) to stdout (${options})`, taking, stream)
  client.query(copy as unknown as pg.Submittable)
  try {
    while (await copy.ready()) yield
  } finally {
    copy.abandon()
    await copy.over
  }
}

/** What pg calls a query: it knows the messages of COPY and leaves them to us. */
class CopyOut {
  readonly over: Promise<void>
  readonly #text: string
  readonly #taking: { readonly take: TakeRow; readonly isFull: () => boolean }
  readonly #flow: Flow
  #finish: () => void = () => {}
  #wake: () => void = () => {}
  #isOver = false
  #isAbandoned = false
  #failure: Error | undefined

  constructor(text: string, taking: { readonly take: TakeRow; readonly isFull: () => boolean }, flow: Flow) {
    this.#text = text
    this.#taking = taking
    this.#flow = flow
    this.over = new Promise((resolve) => {
      this.#finish = resolve
    })
  }

  /** True when there is something to pass on, false at the end; throws what PostgreSQL complained of. */
  async ready(): Promise<boolean> {
    if (!this.#isOver) {
      this.#flow.resume()
      await new Promise<void>((resolve) => {
        this.#wake = resolve
      })
    }
    if (this.#failure) throw this.#failure
    return !this.#isOver
  }

  /** Nobody wants the rest: it is let through, so that the connection can be used again. */
  abandon(): void {
    this.#isAbandoned = true
    this.#flow.resume()
  }

  submit(connection: { query: (text: string) => void }): void {
    connection.query(this.#text)
  }

  handleCopyData({ chunk }: { chunk: Uint8Array }): void {
    if (this.#isAbandoned) return
    this.#taking.take(chunk)
    if (!this.#taking.isFull()) return
    this.#flow.pause()
    this.#wake()
  }

  handleCommandComplete(): void {}

  handleReadyForQuery(): void {
    this.#end()
  }

  handleError(failure: Error): void {
    this.#failure = failure
    this.#end()
  }

  /** It may have come while the stream was paused: whoever asks next must hear the answer. */
  #end(): void {
    this.#isOver = true
    this.#flow.resume()
    this.#finish()
    this.#wake()
  }
}

/** COPY takes no parameters: each value is written as a literal. */
export function inline(text: string, parameters: readonly unknown[]): string {
  return text.replace(/\$(\d+)/g, (_, number) => literal(parameters[Number(number) - 1]))
}

function literal(value: unknown): string {
  if (value === null || value === undefined) return 'null'
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return pg.escapeLiteral(value)
  if (value instanceof Date) return `${pg.escapeLiteral(value.toISOString())}::timestamptz`
  if (Array.isArray(value)) return value.length === 0 ? `'{}'` : `array[${value.map(literal).join(', ')}]`
  throw new TypeError('a value that cannot be written as a literal')
}
