// One question, three answers: decide() on plain records, the live index after a history of its own, and a second rule in SQL, on the same
// worlds. The controls break one part of the SQL rule each, and must be noticed.
import path from 'node:path'
import fc from 'fast-check'
import pg from 'pg'
import { temporaryDirectory, throwAway } from '../scripts/temporary-directory.ts'
import { isClosedWith } from '../src/live-index/facts-of-records.ts'
import { answersTo, type History, histories, told } from '../src/live-index/given-histories.ts'
import type { World } from '../src/live-index/given-world.ts'
import type { Change, PartnerRecord } from '../src/live-index/records.ts'
import { startEmbedded } from '../src/server/platform/embedded-postgres.ts'
import { asRole } from '../src/server/platform/pool.ts'
import { createTables, mutants, type Part, type Table, tables, twin } from './equality/twin.ts'
import type { Outcome } from './outcome.ts'

const worlds = Number(process.env['PROOF_WORLDS'] ?? 100_000)
const batch = 500
const worldsForControls = 2_000

type Tally = { worlds: number; answers: number; allowed: number; index: number; sql: number; first: string | undefined }

export async function proveEquality(seed: number): Promise<readonly Outcome[]> {
  const directory = temporaryDirectory()
  const server = await startEmbedded(path.join(directory, 'database'), { durable: false })
  const client = new pg.Client(asRole(server.address, 'owner'))
  await client.connect()
  try {
    await client.query(createTables())
    const whole = await compared(client, seed, worlds)
    const controls: Outcome[] = []
    for (const { what, part, wrong } of mutants) {
      const { sql } = await compared(client, seed, worldsForControls, { [part]: wrong })
      controls.push({ claim: `control: ${what} is found`, holds: sql > 0, seen: `${sql} other answers in ${worldsForControls} worlds` })
    }
    return [...claims(whole), ...controls]
  } finally {
    await client.end()
    await server.stop()
    throwAway(directory)
  }
}

function claims({ worlds: seen, answers, allowed, index, sql, first }: Tally): readonly Outcome[] {
  const about = `${seen} worlds, ${answers} questions, ${allowed} allowed${first === undefined ? '' : `; first: ${first}`}`
  return [
    {
      claim: 'the index answers as decide() does, and explains it with the same words',
      holds: index === 0,
      seen: `${index} other answers in ${about}`,
    },
    { claim: 'SQL answers as decide() does, and until the same instant', holds: sql === 0, seen: `${sql} other answers` },
  ]
}

async function compared(client: pg.Client, seed: number, count: number, wrong: Partial<Record<Part, string>> = {}): Promise<Tally> {
  const tally: Tally = { worlds: 0, answers: 0, allowed: 0, index: 0, sql: 0, first: undefined }
  for (let number = 0; tally.worlds < count; number++) {
    const drawn = fc.sample(histories(5), { numRuns: Math.min(batch, count - tally.worlds), seed: seed + number })
    await fill(client, drawn)
    if (number === 0) await client.query('analyze')
    const { rows } = await client.query<{ world: number; number: number; allowed: boolean; ends: string | null }>(twin(wrong))
    const said = new Map(rows.map(({ world, number: question, allowed, ends }) => [`${world} ${question}`, inWords(allowed, ends)]))
    for (const [world, history] of drawn.entries()) tell(tally, history, (question) => said.get(`${world} ${question}`))
    tally.worlds += drawn.length
  }
  return tally
}

function tell(tally: Tally, history: History, sqlSays: (question: number) => string | undefined): void {
  for (const [question, [decided, checked, explained]] of answersTo(history).entries()) {
    const isAllowed = decided.startsWith('allowed')
    const differs = checked !== decided || explained !== decided
    const sql = sqlSays(question)
    const sqlDiffers = sql !== (isAllowed ? decided : 'denied')
    tally.answers++
    if (isAllowed) tally.allowed++
    if (differs) tally.index++
    if (sqlDiffers) tally.sql++
    if (differs || sqlDiffers)
      tally.first ??= `${JSON.stringify(history.questions[question])}: ${decided}, ${checked}, ${explained}, ${sql}`
  }
}

function inWords(allowed: boolean, ends: string | null): string {
  return allowed ? `allowed until ${ends === null || ends === 'Infinity' ? null : Number(ends)}` : 'denied'
}

async function fill(client: pg.Client, drawn: readonly History[]): Promise<void> {
  const rows = Object.fromEntries(Object.keys(tables).map((name) => [name, []])) as unknown as Record<Table, object[]>
  for (const [world, { changes, questions }] of drawn.entries()) {
    const truth = told(changes)
    for (const [key, record] of truth) if (record !== null) place(rows, world, { key, record: closedWithItsPartner(truth, record) })
    for (const [number, [asked, now]] of questions.entries()) rows.question.push({ world, number, ...asked, now })
  }
  await client.query(`truncate ${Object.keys(tables).join(', ')}`)
  for (const [name, all] of Object.entries(rows))
    await client.query(`insert into ${name} select * from json_populate_recordset(null::${name}, $1)`, [JSON.stringify(all)])
}

/** What SQL says of the gates has one column for both of the operator's. */
function closedWithItsPartner(truth: World, record: NonNullable<Change['record']>): NonNullable<Change['record']> {
  if (!('customerId' in record)) return record
  const partner = (truth.get(record.partnerId) ?? null) as PartnerRecord | null
  return isClosedWith(record, partner) ? { ...record, suspendedByOperator: true } : record
}

function place(
  rows: Record<Table, object[]>,
  world: number,
  { key, record }: { key: string; record: NonNullable<Change['record']> },
): void {
  if ('customerId' in record) {
    const { grant } = record
    rows.partnership.push({
      ...{ world, id: key, customer: record.customerId, partner: record.partnerId, active: record.state === 'active' },
      ...{ suspended_by_customer: record.suspendedByCustomer, suspended_by_operator: record.suspendedByOperator },
      ...{ named: record.namedPeopleOnly, strong: record.secondFactorNeeded, calm: !record.sensitiveSuspended, granted: grant !== null },
      ...{ not_before: grant?.notBefore, not_after: grant?.notAfter, secured_at: grant?.securedAt },
    })
    for (const { right, scope: kind, key: reach, future, notBefore, notAfter, grantedAt } of grant?.rows ?? [])
      rows.granted.push({
        world,
        partnership: key,
        right,
        kind,
        key: reach,
        future,
        not_before: notBefore,
        not_after: notAfter,
        granted_at: grantedAt,
      })
    for (const { personId: person, teamId: team, rights, notBefore: not_before, notAfter: not_after } of record.assignments)
      rows.assigned.push({ world, partnership: key, person, team, rights, not_before, not_after })
    for (const person of record.admitted) rows.admitted.push({ world, partnership: key, person })
  } else if ('memberships' in record) {
    for (const { organisationId, role } of record.memberships)
      rows.membership.push({ world, person: key, organisation: organisationId, role })
    for (const team of record.teams) rows.in_team.push({ world, person: key, team })
  } else if ('ownerId' in record) {
    rows.product.push({ world, id: key, owner: record.ownerId, family: record.family, created: record.createdAt })
  } else if ('partnershipId' in record) {
    const {
      partnershipId: partnership,
      personId: person,
      sessionId: session,
      seenAt: seen,
      idleMinutes: idle,
      expiresAt: expires,
      endedAt: ended,
    } = record
    rows.visit.push({ world, id: key, partnership, person, session, seen, idle, expires, ended })
  } else if ('strength' in record) {
    const { personId: person, strength, expiresAt: expires, endedAt: ended } = record
    rows.session.push({ world, id: key, person, strength, expires, ended })
  }
}
