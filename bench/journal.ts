// Recorded commits a second with eight writers; against the same inserts and commits without the head.

import { withDatabase } from '../proof/database.ts'
import { decidedOnNothing, type Entry, sealing } from '../src/server/journal/seal.ts'
import { transact } from '../src/server/platform/transact.ts'
import { type Bench, median, rounded } from './figure.ts'

const writers = 8
const seconds = 2
const rounds = 5

export const benchJournal: Bench = () =>
  withDatabase(async (database) => {
    await database.owner.query(`create table without_head (like journal including defaults);
      create sequence without_head_number; grant insert on without_head to prokura_app; grant usage on without_head_number to prokura_app`)
    const withHead = () => transact(database.app, {}, async () => ({ result: undefined, closing: sealing([entry], decidedOnNothing) }))
    const without = () => transact(database.app, {}, async () => ({ result: undefined, closing: { sql: insert } }))
    const measured: { head: number; plain: number }[] = []
    for (let round = 0; round < rounds; round++) measured.push({ head: await perSecond(withHead), plain: await perSecond(without) })
    const head = median(measured.map((one) => one.head))
    const ratio = median(measured.map((one) => one.head / one.plain))
    return [
      {
        figure: 'journal.commits_per_second',
        value: Math.round(head),
        unit: '1/s',
        against: 'the same insert and commit without the head',
        ratio: rounded(ratio),
      },
    ]
  })

const entry: Entry = {
  kind: 'visit.read',
  body: { what: 'invoices' },
  detail: null,
  readers: [],
  person: null,
  partnership: null,
  visit: null,
  product: null,
}
const insert = `insert into without_head (position, at, epoch, kind, body, leaf, chain)
  values (nextval('without_head_number'), clock_timestamp(), 1, 'visit.read', '{"what":"invoices"}', sha256('a'), sha256('b'))`

async function perSecond(once: () => Promise<unknown>): Promise<number> {
  const end = performance.now() + seconds * 1000
  let count = 0
  const write = async () => {
    while (performance.now() < end) {
      await once()
      count++
    }
  }
  await Promise.all(Array.from({ length: writers }, write))
  return count / seconds
}
