// A dispute was opened: the operator has work, and whoever opened it has it in writing. Both sides read of the suspension, new or not, in mails of their own.
import { databaseClock, findMailReader } from '../partnerships/mail-reader-store.ts'
import type { Mail, Reacting, RecordedEvent } from '../reaction.ts'
import { listCaseRows } from './store.ts'

export async function disputeReceived({ tx, operatorEmail, publicUrl }: Reacting, event: RecordedEvent): Promise<readonly Mail[]> {
  if (event.kind !== 'partnership.disputed') return []
  const { caseId } = event.data
  const [row] = await listCaseRows(tx, { id: caseId, most: 1 })
  const opener = event.by.personId === undefined ? undefined : await findMailReader(tx, { personId: event.by.personId })
  const content = {
    id: 'report-received',
    partner: row?.partner ?? '',
    number: caseId.slice(-8).toUpperCase(),
    at: await databaseClock(tx),
  } as const
  const toOperator = { ...content, reader: 'operator', url: `${publicUrl}/operator/cases/${caseId}` } as const
  const toOpener = { ...content, reader: 'disputer', url: `${publicUrl}/o/${event.customerId}/cases/${caseId}` } as const
  return [
    ...(operatorEmail === undefined ? [] : [{ to: operatorEmail, language: 'en' as const, content: toOperator }]),
    ...(opener ? [{ to: opener.email, language: opener.language, content: toOpener }] : []),
  ]
}
