// What happens to a partner's customers is noted for the digest of the day, with who knows it already.
import type { PersonId } from '../../domain/ids.ts'
import type { Told } from '../mails/post-mails.ts'
import type { Transaction } from '../platform/transact.ts'
import { type RecordedEvent, thingOf } from '../reaction.ts'
import { insertNews } from './digest-store.ts'
import { newsOf } from './news-of.ts'

/** All events of one transaction, once their mails are posted. */
export async function noteNews(tx: Transaction, events: readonly RecordedEvent[], told: readonly Told[]): Promise<void> {
  const answered = new Set(events.filter(({ kind }) => kind === 'proposal.accepted').map(thingOf))
  for (const event of events) {
    const noted = newsOf(event)
    const thing = thingOf(event)
    // What an answer brought about is told with the answer.
    if (!noted || thing === undefined || (noted.what === 'changed' && answered.has(thing))) continue
    const readers = told.filter((one) => one.thing === thing).map(({ personId }) => personId)
    await insertNews(tx, { eventId: event.id, thing, ...noted, told: withActor(readers, event.by.personId) })
  }
}

const withActor = (readers: readonly PersonId[], actor: PersonId | undefined) => [...new Set([...readers, ...(actor ? [actor] : [])])]
