// npm run proof [-- NAME…] [--seed N]: runs the proofs, prints what each saw, and fails when one fails or its control does not.
import { parseArgs } from 'node:util'
import { proveConversations } from './conversations.ts'
import { proveCutOff } from './cut-off.ts'
import { proveEnlarging } from './enlarging.ts'
import { proveEquality } from './equality.ts'
import { proveFailover } from './failover.ts'
import { proveJournal } from './journal.ts'
import { proveMutants } from './mutants.ts'
import { proveOrder } from './order.ts'
import type { Proof } from './outcome.ts'
import { proveRevocation } from './revocation.ts'
import { proveSearch } from './search.ts'
import { proveYear } from './year.ts'

const proofs: Readonly<Record<string, Proof>> = {
  journal: proveJournal,
  order: proveOrder,
  failover: proveFailover,
  search: proveSearch,
  equality: proveEquality,
  enlarging: proveEnlarging,
  conversations: proveConversations,
  'cut-off': proveCutOff,
  revocation: proveRevocation,
  mutants: proveMutants,
  year: proveYear,
}

const { values, positionals } = parseArgs({ options: { seed: { type: 'string' } }, allowPositionals: true })
const seed = values.seed === undefined ? Date.now() % 1_000_000 : Number(values.seed)
const names = positionals.length > 0 ? positionals : Object.keys(proofs)

let failed = 0
for (const name of names) {
  const prove = proofs[name]
  if (!prove) throw new Error(`There is no proof ${name}: ${Object.keys(proofs).join(', ')}`)
  console.log(`\n${name}, seed ${seed}`)
  for (const { claim, holds, seen } of await prove(seed)) {
    console.log(`  ${holds ? 'holds' : 'FAILS'}  ${claim}: ${seen}`)
    if (!holds) failed++
  }
}
process.exitCode = failed > 0 ? 1 : 0
