// A node that is cut off from the database denies once its lease is over, whatever cut it off and whatever its clock says.
// The control keeps its index and answers from it for ever, and must go on allowing.
import { type ChildProcess, fork } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { leaseMs } from '../src/server/authorization/decisions.ts'
import { type Cable, lay } from './cut-off/cable.ts'
import type { Sample, Told } from './cut-off/node-process.ts'
import { type ProofDatabase, withDatabase } from './database.ts'
import { member, newId, noMember, organisation, partnership, person, write } from './facts.ts'
import type { Outcome } from './outcome.ts'

const cutForMs = 3_000
const monotonic = () => Number(process.hrtime.bigint() / 1_000n) / 1_000

export const proveCutOff = (): Promise<readonly Outcome[]> =>
  withDatabase(
    async (database) => [
      ...(await cutOff(database, 'a frozen connection', { begin: ({ cable }) => cable.freeze(), end: ({ cable }) => cable.thaw() })),
      ...(await cutOff(database, 'a dropped connection', { begin: ({ cable }) => cable.cut(), end: ({ cable }) => cable.mend() })),
      ...(await cutOff(database, 'a stopped database', {
        begin: ({ postmaster }) => signal(postmaster, 'SIGSTOP'),
        end: ({ postmaster }) => signal(postmaster, 'SIGCONT'),
      })),
      ...(await stoppedNode(database)),
      ...(await jumpingClock(database)),
    ],
    { durable: false },
  )

type Cut = { readonly cable: Cable; readonly postmaster: number }
type Fault = { readonly begin: (cut: Cut) => void; readonly end: (cut: Cut) => void }

/** Somebody may enter; the node is cut off, and what it answers meanwhile is noted; then it is whole again, and they may not. */
async function cutOff(database: ProofDatabase, what: string, { begin, end }: Fault): Promise<readonly Outcome[]> {
  const place = await givenMember(database)
  const directory = path.join(database.directory, newId().slice(-6))
  mkdirSync(directory)
  const cable = await lay(database.address, directory)
  const node = startNode({ address: cable.address, question: { ...place, action: 'enter' } })
  await node.until(({ how, answer }) => how === 'strong' && answer === 'allowed')
  const cut = { cable, postmaster: postmasterOf(database) }
  const cutAt = monotonic()
  begin(cut)
  await pause(cutForMs)
  end(cut)
  await write(database.owner, [noMember(place.organisation, place.person)])
  const revokedAt = monotonic()
  await node.until(({ how, answer, asked }) => how === 'strong' && answer === 'denied' && asked > revokedAt)
  const connections = await settledConnections(database)
  const samples = await node.stop()
  await cable.close()
  const during = samples.filter(({ asked }) => asked > cutAt && asked < cutAt + cutForMs)
  const allowed = (how: Sample['how']) =>
    during.filter((sample) => sample.how === how && sample.answer === 'allowed' && sample.answered < cutAt + cutForMs)
  const last = Math.max(0, ...allowed('bounded').map(({ asked }) => asked - cutAt))
  const late = samples.filter(
    ({ how, answer, asked }) => how !== 'endless' && answer === 'allowed' && asked > revokedAt + (how === 'strong' ? 0 : leaseMs),
  )
  return [
    {
      claim: `${what}: strong questions are stale at once, bounded ones once the lease of ${leaseMs} ms is over`,
      holds: allowed('strong').length === 0 && last <= leaseMs && during.some(({ answer }) => answer === 'stale'),
      seen: `${allowed('strong').length} strong allowed, the last bounded one after ${last.toFixed(0)} ms, ${during.filter(({ answer }) => answer === 'stale').length} stale`,
    },
    { claim: `${what}: whole again, the node follows on one connection`, holds: connections === 1, seen: `${connections}` },
    { claim: `${what}: whole again, nothing that was revoked is allowed`, holds: late.length === 0, seen: `${late.length} late` },
    {
      claim: `control, ${what}: an endless lease goes on allowing`,
      holds: allowed('endless').some(({ asked }) => asked > cutAt + 2 * leaseMs),
      seen: `${allowed('endless').length} allowed`,
    },
  ]
}

/** The node itself stands still while somebody loses access, and wakes up long after. */
async function stoppedNode(database: ProofDatabase): Promise<readonly Outcome[]> {
  const place = await givenMember(database)
  const node = startNode({ address: database.address, question: { ...place, action: 'enter' } })
  await node.until(({ how, answer }) => how === 'strong' && answer === 'allowed')
  node.child.kill('SIGSTOP')
  await write(database.owner, [noMember(place.organisation, place.person)])
  const revokedAt = monotonic()
  await pause(cutForMs)
  node.child.kill('SIGCONT')
  await node.until(({ how, answer, asked }) => how === 'strong' && answer === 'denied' && asked > revokedAt)
  const samples = await node.stop()
  const late = (how: Sample['how']) =>
    samples.filter((sample) => sample.how === how && sample.answer === 'allowed' && sample.asked > revokedAt)
  return [
    {
      claim: 'a node that stood still allows nothing from before when it wakes up',
      holds: late('strong').length + late('bounded').length === 0,
      seen: `${late('strong').length} strong and ${late('bounded').length} bounded allowed`,
    },
    {
      claim: 'control, a node that stood still: an endless lease goes on allowing',
      holds: late('endless').length > 0,
      seen: `${late('endless').length} allowed`,
    },
  ]
}

/** A grant ends by the clock of the database, while that of the node jumps back and forth by an hour. */
async function jumpingClock(database: ProofDatabase): Promise<readonly Outcome[]> {
  const [customer, partner, who, id] = [newId(), newId(), newId(), newId()]
  const made = [organisation(customer), organisation(partner), person(who), member(partner, who)]
  await write(database.owner, [...made, ...partnership(id, { customer, partner, by: who }, 3_600)])
  const preload = ['--import', path.join(import.meta.dirname, 'cut-off/jumping-clock.ts')]
  const question = { person: who, action: 'organisation.view', organisation: customer, partnership: id }
  const node = startNode({ address: database.address, question }, preload)
  await node.until(({ how, answer }) => how === 'strong' && answer === 'allowed')
  await write(database.owner, [["update grant_version set not_after = now() + interval '3 s' where partnership_id = $1", [id]]])
  const { rows } = await database.owner.query<{ left: number }>(
    'select (extract(epoch from not_after - clock_timestamp()) * 1000)::float8 as left from grant_version where partnership_id = $1',
    [id],
  )
  const endsAt = monotonic() + (rows[0]?.left ?? 0)
  await node.until(({ how, answer, asked }) => how === 'strong' && answer === 'denied' && asked > endsAt)
  await pause(500)
  const samples = (await node.stop()).filter(({ how }) => how !== 'endless')
  const wrong = samples.filter(
    ({ answer, asked }) => (answer === 'denied' && asked < endsAt - leaseMs) || (answer === 'allowed' && asked > endsAt),
  )
  const before = samples.filter(({ answer, asked }) => answer === 'allowed' && asked < endsAt)
  return [
    {
      claim: 'a clock that jumps by an hour changes nothing: a grant ends when the database says',
      holds: wrong.length === 0 && before.length > 0,
      seen: `${wrong.length} of ${samples.length} answers wrong, ${before.length} allowed before the end`,
    },
  ]
}

async function givenMember({ owner }: ProofDatabase): Promise<{ person: string; organisation: string }> {
  const place = { person: newId(), organisation: newId() }
  await write(owner, [organisation(place.organisation), person(place.person), member(place.organisation, place.person, 'administrator')])
  return place
}

/** A node that could not connect for a while must not keep a connection for each of its tries. */
async function settledConnections({ owner }: ProofDatabase): Promise<number> {
  let count = 0
  for (let look = 0; look < 20 && count !== 1; look++) {
    await pause(100)
    const { rows } = await owner.query<{ count: number }>(
      "select count(*)::int as count from pg_stat_activity where application_name = 'prokura live index'",
    )
    count = rows[0]?.count ?? 0
  }
  return count
}

type Node = {
  readonly child: ChildProcess
  readonly until: (holds: (sample: Sample) => boolean) => Promise<void>
  readonly stop: () => Promise<readonly Sample[]>
}

function startNode(told: Told, preload: readonly string[] = []): Node {
  const child = fork(path.join(import.meta.dirname, 'cut-off/node-process.ts'), [JSON.stringify(told)], { execArgv: [...preload] })
  const samples: Sample[] = []
  child.on('message', (more: readonly Sample[]) => samples.push(...more))
  return {
    child,
    async until(holds) {
      const patience = performance.now() + 60_000
      while (!samples.some(holds)) {
        if (performance.now() > patience) throw new Error('the node never answered so')
        await pause(20)
      }
    },
    async stop() {
      const gone = new Promise((resolve) => child.once('exit', resolve))
      child.disconnect()
      await gone
      return samples
    },
  }
}

function postmasterOf({ address }: ProofDatabase): number {
  if (address.kind !== 'embedded') throw new Error('the proof stops the embedded server')
  return Number(readFileSync(path.join(address.socketDirectory, 'postgres/postmaster.pid'), 'utf8').split('\n')[0])
}

/** The postmaster and all its processes. */
function signal(postmaster: number, name: 'SIGSTOP' | 'SIGCONT'): void {
  const all = readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))
  const children = all.filter((pid) => parentOf(pid) === postmaster).map(Number)
  for (const pid of [postmaster, ...children]) process.kill(pid, name)
}

function parentOf(pid: string): number | undefined {
  try {
    return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[1])
  } catch {
    return undefined
  }
}
