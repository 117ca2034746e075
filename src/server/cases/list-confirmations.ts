// What waits for the customer to confirm it.
import type { Answer } from '../endpoint.ts'
import type { OwnWork } from '../work.ts'
import { listToConfirm } from './confirmation-store.ts'
import type { listConfirmations as contract } from './contract.ts'

export async function listConfirmations({ tx, context }: OwnWork): Promise<Answer<typeof contract>> {
  const rows = await listToConfirm(tx, context.organisationId)
  return {
    confirmations: rows.map(({ askedAt, dueAt, ...row }) => ({
      ...row,
      askedAt: askedAt.toISOString(),
      dueAt: dueAt?.toISOString() ?? null,
    })),
  }
}
