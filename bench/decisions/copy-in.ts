// COPY FROM STDIN for pg, which knows the messages but has no query of its own for them.
import type pg from 'pg'
import type { Row } from './sql-rows.ts'

type Connection = {
  readonly query: (text: string) => void
  readonly sendCopyFromChunk: (chunk: Buffer) => void
  readonly endCopyFrom: () => void
  readonly stream: NodeJS.WritableStream & { readonly writableNeedDrain: boolean }
}

const chunkLength = 65_536

/** Values must be without tab, line break and backslash. */
export function copyIn(client: pg.Client, table: string, rows: Iterable<Row>): Promise<void> {
  return new Promise((resolve, reject) =>
    client.query(new CopyIn(`copy ${table} from stdin`, rows, { resolve, reject }) as unknown as pg.Submittable),
  )
}

class CopyIn {
  readonly text: string
  readonly rows: Iterable<Row>
  readonly outcome: { readonly resolve: () => void; readonly reject: (failure: Error) => void }

  constructor(text: string, rows: Iterable<Row>, outcome: CopyIn['outcome']) {
    this.text = text
    this.rows = rows
    this.outcome = outcome
  }

  submit(connection: Connection): void {
    connection.query(this.text)
  }

  handleCopyInResponse(connection: Connection): void {
    this.send(connection).catch(this.outcome.reject)
  }

  async send(connection: Connection): Promise<void> {
    let lines = ''
    for (const row of this.rows) {
      lines += `${row.join('\t')}\n`
      if (lines.length < chunkLength) continue
      connection.sendCopyFromChunk(Buffer.from(lines))
      lines = ''
      if (connection.stream.writableNeedDrain) await new Promise((resolve) => connection.stream.once('drain', resolve))
    }
    if (lines !== '') connection.sendCopyFromChunk(Buffer.from(lines))
    connection.endCopyFrom()
  }

  handleCommandComplete(): void {}

  handleReadyForQuery(): void {
    this.outcome.resolve()
  }

  handleError(failure: Error): void {
    this.outcome.reject(failure)
  }
}
