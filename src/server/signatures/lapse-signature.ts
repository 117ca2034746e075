// A first signature that nobody seconded in time is over from that instant on; afterwards a job writes it down.
import type { SignatureId } from '../../domain/ids.ts'
import { decideSignature } from '../../domain/partnership/decide-signature.ts'
import { record } from '../journal/record.ts'
import { lockSignature, saveSignature } from '../partnerships/signature-store.ts'
import type { NewJob } from '../platform/jobs.ts'
import type { RecordedEvent } from '../reaction.ts'
import type { SystemWork } from '../work.ts'

type Due = { readonly id: SignatureId }

export function planSignature(event: RecordedEvent): readonly NewJob[] {
  if (event.kind !== 'signature.asked') return []
  const { signatureId, expiresAt } = event.data
  const payload: Due = { id: signatureId }
  return [{ kind: 'lapse-signature', payload, runAt: new Date(expiresAt), uniqueKey: `lapse-signature:${signatureId}` }]
}

/** The clock's command; nothing happens to one that is answered already. */
export async function lapseOverdueSignature(work: SystemWork, payload: unknown): Promise<void> {
  const signature = await lockSignature(work.tx, (payload as Due).id)
  if (!signature) return
  const lapsed = decideSignature(signature, { kind: 'lapse' }, work.now)
  if (lapsed.kind === 'refused') return
  await saveSignature(work.tx, lapsed.signature)
  for (const event of lapsed.events) record(work, event)
}
