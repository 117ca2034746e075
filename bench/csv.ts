// The whole list as a CSV file at the HTTP interface, against PostgreSQL writing the same columns in the same order by COPY in the same run.
import pg from 'pg'
import { type ProofDatabase, withDatabase } from '../proof/database.ts'
import { asRole } from '../src/server/platform/pool.ts'
import { type Bench, median, rounded } from './figure.ts'
import { givenManyCustomers, type ManyCustomers } from './many-customers.ts'
import { type BenchServer, withServer } from './with-server.ts'

const rounds = 5

export const benchCsv: Bench = () =>
  withDatabase(
    async (database) => {
      const given = await givenManyCustomers(database)
      return withServer(database.address, async (server) => {
        const idle = server.memory()
        server.forgetMemory()
        await download(server, given)
        const measured: { file: number; copy: number }[] = []
        for (let round = 0; round < rounds; round++)
          measured.push({ file: await download(server, given), copy: await copy(database, given) })
        const seconds = median(measured.map(({ file }) => file))
        const ratio = median(measured.map((one) => one.file / one.copy))
        return [
          {
            figure: 'csv.seconds',
            value: rounded(seconds),
            unit: 's',
            against: `COPY of the same columns, ${given.rows.toLocaleString('en')} rows, aim 1.5`,
            ratio: rounded(ratio),
          },
          {
            figure: 'csv.peak_memory',
            value: Math.round(server.peakMemory()),
            unit: 'MB',
            against: 'aim 200 MB',
            ratio: rounded(server.peakMemory() / 200),
          },
          {
            figure: 'csv.added_memory',
            value: Math.round(server.peakMemory() - idle),
            unit: 'MB',
            against: `the idle server's ${Math.round(idle)} MB`,
          },
        ]
      })
    },
    { durable: false },
  )

async function download({ url }: BenchServer, { partnerId, token, rows }: ManyCustomers): Promise<number> {
  const began = performance.now()
  const response = await fetch(`${url}/api/o/${partnerId}/customers/export?form=machine`, {
    headers: { cookie: `__Host-session=${token}` },
  })
  if (!response.ok || !response.body) throw new Error(`${response.status} ${await response.text()}`)
  let lines = 0
  for await (const chunk of response.body) lines += linesIn(chunk)
  if (lines !== rows + 1) throw new Error(`the file has ${lines} lines instead of ${rows + 1}`)
  return (performance.now() - began) / 1000
}

/** What psql's \\copy does: COPY … TO STDOUT, received and counted. */
async function copy({ address }: ProofDatabase, { partnerId, rows }: ManyCustomers): Promise<number> {
  const client = new pg.Client(asRole(address, 'prokura_app'))
  await client.connect()
  try {
    await client.query(`select set_config('app.organisation', $1, false), set_config('timezone', 'Europe/Zurich', false)`, [partnerId])
    const began = performance.now()
    const lines = await new Promise<number>((resolve, reject) =>
      client.query(new CopyOut(copied(partnerId), resolve, reject) as unknown as pg.Submittable),
    )
    if (lines !== rows + 1) throw new Error(`COPY wrote ${lines} lines instead of ${rows + 1}`)
    return (performance.now() - began) / 1000
  } finally {
    await client.end()
  }
}

/** The columns of the file as the table has them; of people their ids, which is less work than the names in our file. */
const copied = (partnerId: string) => `copy (
  select customer_number, name, own_reference, case when lapses_at <= now() then lapses_to else status end, case when lapses_at <= now() then lapses_at else status_since end,
    to_check, access, cardinality(rights_requested), cardinality(rights_granted), array_to_string(required_missing, ', '), array_to_string(rights_granted, ', '), payer, payment_method,
    limit_amount, limit_currency, limit_period, products, starts_at::date, ends_at::date, array_to_string(person_ids, ', '), array_to_string(teams, ', '), array_to_string(tags, ', '),
    last_visit_at, last_visit_by, requested_at, requested_by, sent_to, delivery, answered_at, open_request, request_until, language, country, partnership_id
  from managed_customer where partner_id = '${partnerId}' order by name_key, id
) to stdout (format csv, header)`

/** COPY TO STDOUT for pg, which knows the messages but has no query of its own for them. */
class CopyOut {
  lines = 0
  readonly text: string
  readonly done: (lines: number) => void
  readonly failed: (failure: Error) => void

  constructor(text: string, done: (lines: number) => void, failed: (failure: Error) => void) {
    this.text = text
    this.done = done
    this.failed = failed
  }

  submit(connection: { query: (text: string) => void }): void {
    connection.query(this.text)
  }

  handleCopyData({ chunk }: { chunk: Uint8Array }): void {
    this.lines += linesIn(chunk)
  }

  handleCommandComplete(): void {}

  handleReadyForQuery(): void {
    this.done(this.lines)
  }

  handleError(failure: Error): void {
    this.failed(failure)
  }
}

function linesIn(chunk: Uint8Array): number {
  let lines = 0
  for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) lines++
  return lines
}
