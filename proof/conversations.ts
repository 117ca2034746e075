// 100,000 conversations between a partner and a customer, at random: requests, counters, answers, narrowings, stops, ends and time, two of them on one
// partnership. A model written from the product foretells each step; every invariant is asked after each. The controls build one machine wrongly.
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { temporaryDirectory, throwAway } from '../scripts/temporary-directory.ts'
import { invariants } from './conversations/invariants.ts'
import type { Flaw } from './conversations/real.ts'
import { talk } from './conversations/talk.ts'
import type { Outcome } from './outcome.ts'

const all = Number(process.env['PROOF_CONVERSATIONS'] ?? 100_000)
const forControls = 3_000
const lives = Number(process.env['PROOF_LIVES'] ?? 200)

export const flaws: readonly { readonly flaw: Flaw; readonly breaks: RegExp }[] = [
  { flaw: 'whoever asked may answer', breaks: /^3 whoever asked/ },
  { flaw: 'a delta restores what was removed', breaks: /^d / },
  { flaw: 'the partner narrows to more', breaks: /^(1|3) / },
  { flaw: 'one key opens both gates', breaks: /^e / },
  { flaw: 'a counter leaves what it counters open', breaks: /^a / },
  { flaw: 'stopping is not recorded', breaks: /^5 / },
  { flaw: 'an address need not be proven', breaks: /^7 / },
  { flaw: 'what ended goes on', breaks: /^(f|4|1) / },
]

export async function proveConversations(seed: number): Promise<readonly Outcome[]> {
  return [...honest(seed, all), ...flaws.map((one) => control(seed, one, forControls)), await overTheApi(seed)]
}

/** The same over the API: the test, with more lives. */
async function overTheApi(seed: number): Promise<Outcome> {
  const seen = path.join(temporaryDirectory(), 'seen.json')
  const env = { ...process.env, PROOF_LIVES: String(lives), PROOF_SEED: String(seed), PROOF_SEEN: seen }
  const child = spawn(
    process.execPath,
    ['node_modules/vitest/vitest.mjs', 'run', '--project', 'database', 'tests/conversations.db.test.ts'],
    { env, stdio: ['ignore', 'ignore', 'inherit'] },
  )
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve))
  const told = code === 0 ? readFileSync(seen, 'utf8') : 'see above'
  throwAway(path.dirname(seen))
  return {
    claim: 'over the API and the database, one after the other and two at once, it comes out as the model foretold',
    holds: code === 0,
    seen: told,
  }
}

export function honest(seed: number, count: number): readonly Outcome[] {
  const { tally, broken, runs } = talk({ seed, count })
  const { steps, done, lives, allowed } = tally
  const kinds = [...tally.kinds].toSorted(([, one], [, other]) => one - other)
  const seen = `${runs} conversations, ${steps} steps, ${done} carried out, ${lives} lives, ${allowed} answers of yes; rarest: ${kinds
    .slice(0, 3)
    .map(([kind, times]) => `${kind} ${times}`)
    .join(', ')}`
  return [
    {
      claim: `${invariants.length} invariants hold after every step, and each comes out as the model foretold`,
      holds: broken === undefined,
      seen: broken ?? seen,
    },
    {
      claim: 'every kind of command was carried out',
      holds: kinds.length === 24 && kinds.every(([, times]) => times > count / 1_000),
      seen: `${kinds.length} kinds`,
    },
  ]
}

export function control(seed: number, { flaw, breaks }: (typeof flaws)[number], count: number): Outcome {
  const { broken } = talk({ seed, count, flaw })
  return {
    claim: `control: “${flaw}” is found`,
    holds: broken !== undefined && breaks.test(broken),
    seen: broken?.slice(0, 160) ?? 'nothing broken',
  }
}
