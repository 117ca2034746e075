// New passwords of mailboxes: fetched by the provider's mail system as hashes, and forgotten here once it confirms.
import type { Answer, Input } from '../endpoint.ts'
import type { OpenWork } from '../work.ts'
import { forgetPassword, listWaitingPasswords } from './contents-store.ts'
import type { confirmMailboxPassword as confirmContract, listMailboxPasswords as listContract } from './contract.ts'

export async function listMailboxPasswords(work: OpenWork): Promise<Answer<typeof listContract>> {
  const waiting = await listWaitingPasswords(work.tx)
  return { passwords: waiting.map(({ setAt, ...password }) => ({ ...password, setAt: setAt.toISOString() })) }
}

export async function confirmMailboxPassword(work: OpenWork, { params }: Input<typeof confirmContract>): Promise<Record<string, never>> {
  await forgetPassword(work.tx, params.reference)
  return {}
}
