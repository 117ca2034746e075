import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { givenDatabase } from '../../../tests/database.ts'
import { copyOut } from './copy-out.ts'
import { type Transaction, transact } from './transact.ts'

const database = await givenDatabase()

function inTransaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
  return transact(database.app, {}, async (tx) => ({ result: await work(tx), closing: undefined }))
}

/** Counts rows and says after how many bytes it wants to be emptied. */
function counting(fullAfter: number) {
  let rows = 0
  let held = 0
  return {
    take: (row: Uint8Array) => {
      rows++
      held += row.length
    },
    isFull: () => held >= fullAfter,
    empty: () => {
      held = 0
    },
    rows: () => rows,
  }
}

const lines = (count: number) => sql`select n, repeat('x', 100) from generate_series(1, ${count}) n`

test.each([1, 100, 1_000, 65_536, 10_000_000])(
  'every row arrives, and the transaction goes on, when emptied after %i bytes',
  async (fullAfter) => {
    for (const count of [0, 1, 600, 1_300, 20_000]) {
      const taking = counting(fullAfter)
      const after = await inTransaction(async (tx) => {
        for await (const _ of copyOut(tx, lines(count), 'format csv', taking)) taking.empty()
        return (await sql<{ one: number }>`select 1 as one`.execute(tx)).rows
      })
      expect([taking.rows(), after]).toEqual([count, [{ one: 1 }]])
    }
  },
)

test('whoever stops early gets the connection back', async () => {
  const taking = counting(1_000)
  const after = await inTransaction(async (tx) => {
    for await (const _ of copyOut(tx, lines(50_000), 'format csv', taking)) break
    return (await sql<{ two: number }>`select 2 as two`.execute(tx)).rows
  })
  expect(after).toEqual([{ two: 2 }])
})

test('what PostgreSQL complains of is thrown, and nothing hangs', async () => {
  const failing = inTransaction(async (tx) => {
    for await (const _ of copyOut(tx, sql`select 1 / (n - 500) from generate_series(1, 1000) n`, 'format csv', counting(100)));
  })
  await expect(failing).rejects.toThrow('division by zero')
})

test('values are literals, whatever stands in them', async () => {
  const nasty = [`' or 1=1 --`, 'a\\b', 'ü"ö', '$1', 'x, y']
  const got = await inTransaction(async (tx) => {
    const rows: string[] = []
    const query = sql`select value = any(${nasty}), value from unnest(${nasty}::text[]) value`
    const taking = { take: (row: Uint8Array) => void rows.push(Buffer.from(row).toString()), isFull: () => false }
    for await (const _ of copyOut(tx, query, 'format text', taking));
    return rows
  })
  expect(got).toEqual(nasty.map((value) => `t\t${value.replaceAll('\\', '\\\\')}\n`))
})
