// A node in a process of its own: a live index that is asked all the time, strongly and boundedly, and says what it answered and when.
// `monotonic` is the clock of the machine that nobody sets, the same in every process.
import { setTimeout as pause } from 'node:timers/promises'
import type { LiveIndex } from '../../src/live-index/live-index.ts'
import { openDecisions } from '../../src/server/authorization/decisions.ts'
import type { DatabaseAddress } from '../../src/server/platform/pool.ts'

export type Answer = 'allowed' | 'denied' | 'stale'
export type Sample = {
  readonly how: 'strong' | 'bounded' | 'endless'
  readonly asked: number
  readonly answered: number
  readonly answer: Answer
}
export type Told = {
  readonly address: DatabaseAddress
  readonly question: { readonly person: string; readonly action: string; readonly organisation: string }
}

const monotonic = () => Number(process.hrtime.bigint() / 1_000n) / 1_000
const { address, question } = JSON.parse(process.argv[2] ?? '') as Told
const decisions = openDecisions(address)
const samples: Sample[] = []
/** The control: whoever has an index for good, and a clock that only counts. */
let kept: { readonly index: LiveIndex; readonly now: number; readonly at: number } | undefined

async function ask(how: 'strong' | 'bounded'): Promise<void> {
  const asked = monotonic()
  const fresh = await decisions.fresh({ consistency: how })
  const answer = fresh === 'stale' ? 'stale' : fresh.index.isAllowed(question, fresh.now) ? 'allowed' : 'denied'
  samples.push({ how, asked, answered: monotonic(), answer })
  if (fresh !== 'stale') kept ??= { index: fresh.index, now: fresh.now, at: monotonic() }
}

async function askAllTheTime(once: () => Promise<void> | void, everyMs: number): Promise<never> {
  for (;;) {
    await once()
    await pause(everyMs)
  }
}

void askAllTheTime(() => ask('bounded'), 5)
void askAllTheTime(() => ask('strong'), 20)
void askAllTheTime(() => {
  if (!kept) return
  const asked = monotonic()
  const answer = kept.index.isAllowed(question, kept.now + asked - kept.at) ? 'allowed' : 'denied'
  samples.push({ how: 'endless', asked, answered: monotonic(), answer })
}, 20)
void askAllTheTime(() => {
  process.send?.(samples.splice(0), undefined, {}, () => {})
}, 50)
process.once('disconnect', () => process.exit(0))
