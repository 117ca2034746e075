// The journal under fire: gapless, in commit order, chained, and never written around.
import { describe, expect, test } from 'vitest'
import { givenDatabase } from '../../../tests/database.ts'
import { transact } from '../platform/transact.ts'
import { decidedOnNothing, type Entry, sealing } from './seal.ts'

const database = await givenDatabase()
const organisation = '01890000-0000-7000-8000-000000000001'

const entry = (number: number): Entry => ({
  kind: 'visit.read',
  body: { number },
  detail: number % 3 === 0 ? { address: 'info@baeckerei.example' } : null,
  readers: [organisation],
  person: null,
  partnership: null,
  visit: null,
  product: null,
})

const seal = (...entries: Entry[]) =>
  transact(database.app, {}, async () => ({ result: undefined, closing: sealing(entries, decidedOnNothing) }))

describe('the journal', () => {
  test('numbers what eight writers do at once without a gap, in commit order, and a follower misses nothing', async () => {
    const seen: number[] = []
    let writing = true
    const follower = (async () => {
      let position = 0
      while (writing || position < (await head())) {
        const { rows } = await database.system.query<{ position: number }>(
          'select position from journal where position > $1 order by position',
          [position],
        )
        for (const row of rows) {
          seen.push(row.position)
          position = row.position
        }
      }
    })()
    await Promise.all(Array.from({ length: 8 }, (_, writer) => write(writer)))
    writing = false
    await follower
    expect(seen).toEqual(Array.from({ length: 8 * 25 * 2 }, (_, index) => index + 1))
  })

  const write = async (writer: number) => {
    for (let round = 0; round < 25; round++) await seal(entry(writer * 100 + round), entry(round))
  }
  const head = async () => (await database.system.query<{ position: number }>('select journal_head() as position')).rows[0]?.position ?? 0

  test('is chained: each link is the hash of the link before and of its own line', async () => {
    const { rows } = await database.owner.query<{ broken: number }>(`
      select count(*) as broken from (
        select chain, sha256(lag(chain) over (order by position) || leaf) as expected, leaf, sha256('\\x00'::bytea || journal_line(position, at, epoch, kind, body)) as line, position
        from journal) links
      where (position > 0 and chain <> expected) or leaf <> line`)
    expect(rows[0]?.broken).toBe(0)
  })

  test('holds of personal detail only the salted hash, so that erasing it leaves the chain whole', async () => {
    const { rows } = await database.owner.query<{ matching: number; all: number }>(`
      select count(*) filter (where j.body ->> 'detailHash' = encode(sha256(d.salt || convert_to(d.detail::text, 'UTF8')), 'hex')) as matching, count(*) as all
      from journal_detail d join journal j using (position)`)
    expect(rows[0]?.all).toBeGreaterThan(0)
    expect(rows[0]?.matching).toBe(rows[0]?.all)
  })

  test.each(["update journal set kind = 'x'", 'delete from journal', 'truncate journal'])('refuses: %s', async (statement) => {
    await expect(database.app.query(statement)).rejects.toThrow(/permission denied/)
    await expect(database.owner.query(statement)).rejects.toThrow(/never changed/)
  })

  test('cannot be written but by sealing', async () => {
    await expect(
      database.app.query("insert into journal (position, at, epoch, kind, body, leaf, chain) values (9999, now(), 1, 'x', '{}', '', '')"),
    ).rejects.toThrow(/permission denied|row-level security/)
  })
})

describe('a commit that changed facts', () => {
  const addMember = `insert into person (id, name, email, email_key, created_at) values (gen_random_uuid(), 'Petra Frei', 'petra@alpweb.example', gen_random_uuid()::text, now());
    insert into organisation (id, name, country, created_at) values (gen_random_uuid(), 'Alpweb AG', 'CH', now());
    insert into member (organisation_id, person_id, role, added_at) select o.id, p.id, 'legal_representative', now() from organisation o, person p limit 1`

  test('is refused without a seal', async () => {
    const client = await database.owner.connect()
    await client.query('begin')
    await client.query(addMember)
    await expect(client.query('commit')).rejects.toThrow(/facts were changed without seal/)
    client.release()
  })

  test('is filed under its position with a seal, and refuses whoever decided before it', async () => {
    const client = await database.owner.connect()
    await client.query('begin')
    await client.query(addMember)
    await client.query(sealing([entry(1)], decidedOnNothing)?.sql ?? '')
    await client.query('commit')
    client.release()
    const { rows } = await database.owner.query<{ key: string; position: number }>(
      'select key, position from fact_change order by position desc limit 1',
    )
    const [fact] = rows
    expect(fact?.position).toBe(await headOf())
    const decided = { keys: [fact?.key ?? ''], position: (fact?.position ?? 0) - 1 }
    await expect(database.app.query(sealing([entry(2)], decided)?.sql ?? '')).rejects.toMatchObject({ code: '40001' })
    await expect(database.app.query(sealing([entry(3)], { ...decided, position: fact?.position ?? 0 })?.sql ?? '')).resolves.toBeDefined()
  })

  const headOf = async () => (await database.system.query<{ position: number }>('select journal_head() as position')).rows[0]?.position
})
