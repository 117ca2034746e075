// Who works for the provider is everybody's business who does: each operator reads of each one that comes or goes, and by whom.
import { databaseClock, findMailReader } from '../partnerships/mail-reader-store.ts'
import type { Mail, Reacting, RecordedEvent } from '../reaction.ts'
import { listOperatorReaders } from './operator-store.ts'

export async function operatorsChanged({ tx, publicUrl }: Reacting, event: RecordedEvent): Promise<readonly Mail[]> {
  if (event.kind !== 'operator.added' && event.kind !== 'operator.removed') return []
  const whose = await findMailReader(tx, { personId: event.data.personId })
  if (!whose) return []
  const by = event.by.personId === undefined ? undefined : await findMailReader(tx, { personId: event.by.personId })
  const content = {
    id: 'operators-changed',
    change: event.kind === 'operator.added' ? 'added' : 'removed',
    person: whose.name,
    address: whose.email,
    by: by?.name ?? null,
    at: await databaseClock(tx),
    url: `${publicUrl}/operator/operators`,
  } as const
  const readers = [whose, ...(await listOperatorReaders(tx)).filter(({ personId }) => personId !== whose.personId)]
  return readers.filter(({ personId }) => personId !== event.by.personId).map(({ email, language }) => ({ to: email, language, content }))
}
