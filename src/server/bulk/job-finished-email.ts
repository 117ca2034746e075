// "Ready": to whoever started a list that took longer than one waits for.
import type { BulkId } from '../../domain/ids.ts'
import { longWork } from '../mails/work-mail-content.ts'
import { findMailReader, getOrganisationName } from '../partnerships/mail-reader-store.ts'
import type { Mail, Reacting, RecordedEvent } from '../reaction.ts'
import { findFinished } from './finished-store.ts'

const worthTellingMs = 60_000

export async function jobFinished(reacting: Reacting, event: RecordedEvent): Promise<readonly Mail[]> {
  const outcome = outcomeOf(event)
  const list = outcome && (await findFinished(reacting.tx, outcome.bulkId))
  if (!outcome || !list || list.lastedMs < worthTellingMs) return []
  const starter = await findMailReader(reacting.tx, { personId: list.startedBy })
  if (!starter) return []
  const { bulkId: _, action, ...counts } = outcome
  const content = {
    id: 'job-finished',
    organisation: await getOrganisationName(reacting.tx, list.partnerId),
    work: longWork.find((one) => one === action) ?? 'other',
    ...counts,
    url: `${reacting.publicUrl}/o/${list.partnerId}/lists/${outcome.bulkId}`,
  } as const
  return [{ to: starter.email, language: starter.language, content }]
}

type Outcome = { bulkId: BulkId; action: string; done: number; total: number; isStopped: boolean }

function outcomeOf(event: RecordedEvent): Outcome | undefined {
  switch (event.kind) {
    case 'bulk.finished':
    case 'campaign.finished': {
      const { bulkId, action, sent, failed } = event.data
      return { bulkId, action, done: sent, total: sent + failed, isStopped: false }
    }
    case 'bulk.stopped': {
      const { bulkId, action, sent, left } = event.data
      return { bulkId, action, done: sent, total: sent + left, isStopped: true }
    }
    default:
      return undefined
  }
}
