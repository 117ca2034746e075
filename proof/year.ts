// A year of 1,000 partnerships in minutes: every mail, reminder, end and review is the one that a model written apart predicts, across both
// changes of clocks and a week in which the server stands still. The controls remind a day late, or are an hour off.

import type { Outcome } from './outcome.ts'
import { type Compared, compare } from './year/compare.ts'
import { type Fault, type Seen, type Size, simulate } from './year/simulate.ts'
import { startSimulation } from './year/start.ts'

export async function proveYear(seed: number): Promise<readonly Outcome[]> {
  const partnerships = Number(process.env['PROOF_PARTNERSHIPS'] ?? 1_000)
  const whole = await live({ partnerships, partners: Math.max(2, partnerships / 50), seed })
  const small = { partnerships: 60, partners: 4, seed }
  return [
    ...outcomes(whole),
    control('reminders that come six days before the end are noticed', await live(small, aDayLate)),
    control('a clock that is an hour off through the winter is noticed', await live(small, anHourOff)),
  ]
}

export function outcomes({ seen, compared }: Lived): readonly Outcome[] {
  const { equal, missing, unexpected } = compared
  const first = [...missing.slice(0, 3).map((line) => `missing: ${line}`), ...unexpected.slice(0, 3).map((line) => `unexpected: ${line}`)]
  return [
    {
      claim: 'exactly the mails that the model predicts, to whom and when',
      holds: missing.length + unexpected.length === 0 && equal > 0,
      seen: [
        `${equal} equal, ${missing.length} missing, ${unexpected.length} unexpected; ${seen.acts} acts, ${seen.moments} moments`,
        ...first,
      ].join('; '),
    },
    { claim: 'no job failed', holds: seen.failed.length === 0, seen: `${seen.failed.length} ${seen.failed[0] ?? ''}`.trim() },
    { claim: 'every kind of it came about', holds: kindsNotSeen(seen).length === 0, seen: tally(seen) || kindsNotSeen(seen).join(', ') },
  ]
}

type Lived = { readonly seen: Seen; readonly compared: Compared }

async function live(size: Size, fault?: Fault): Promise<Lived> {
  const { simulation, stop } = await startSimulation()
  try {
    const seen = await simulate(simulation, size, fault)
    return { seen, compared: compare(seen.predicted, seen.sent) }
  } finally {
    await stop()
  }
}

function control(claim: string, { compared }: Lived): Outcome {
  const { missing, unexpected } = compared
  return {
    claim: `control: ${claim}`,
    holds: missing.length > 0 && unexpected.length > 0,
    seen: `${missing.length} missing, ${unexpected.length} unexpected`,
  }
}

const moved = (by: string, which: string) => `update job set run_at = run_at + interval '${by}', payload = payload || '{"moved": true}'
  where done_at is null and kind = 'remind-of-ending' and not payload ? 'moved' and ${which}`
export const aDayLate: Fault = moved('1 day', "payload ->> 'daysBefore' = '7'")
export const anHourOff: Fault = moved('1 hour', "run_at between '2026-10-25' and '2027-03-28'")

const kinds = [
  'access-ending',
  'access-extended',
  'access-granted',
  'access-suspended',
  'more-requested',
  'partner-digest',
  'partnership-ended',
  'request-reminder',
  'yearly-review',
]
const kindsNotSeen = ({ sent }: Seen) => kinds.filter((kind) => !sent.some((one) => one.kind === kind))
function tally({ sent }: Seen): string {
  return kinds.map((kind) => `${sent.filter((one) => one.kind === kind).length} ${kind}`).join(', ')
}
