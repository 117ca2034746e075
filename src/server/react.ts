// Carries out what follows from events: in the transaction of the event it is only written down, in a job.
import { sql } from 'kysely'
import type { DomainEvent } from '../domain/event.ts'
import type { ReceiptId } from '../domain/ids.ts'
import { instant } from '../domain/time.ts'
import { newsOf } from './digest/news-of.ts'
import { noteNews } from './digest/note-news.ts'
import type { House } from './house.ts'
import { toEntry } from './journal/record.ts'
import { sealing } from './journal/seal.ts'
import { limitOn } from './limit.ts'
import { type MailJob, openMail } from './mails/mail-job.ts'
import { postMails } from './mails/post-mails.ts'
import { renderMail } from './mails/render-mail.ts'
import { closeWaysIn } from './partnerships/close-ways-in.ts'
import { enqueue, enqueueAll, GiveUp, type JobWork } from './platform/jobs.ts'
import { transact } from './platform/transact.ts'
import type { Reacting, RecordedEvent } from './reaction.ts'
import { delivered, dueCommands, reactions, scheduled } from './reactions.ts'
import { type AnyWork, newId, type SystemWork } from './work.ts'

/** What one transaction recorded, as far as something follows from it. */
type ReactJob = {
  readonly transactionId: string
  readonly events: readonly RecordedEvent[]
  /** Those of its events: a receipt is complete when no job names it any more. */
  readonly receiptIds?: readonly ReceiptId[]
}

/** Called by the edge before the seal: one job for all events of the transaction, so that what they say together is said once. */
export async function reactLater(work: AnyWork): Promise<void> {
  const by = {
    ...(work.person ? { personId: work.person.id, sessionId: work.person.sessionId } : {}),
    ...(work.context.kind === 'acting' ? { partnerId: work.context.partnerId } : {}),
  }
  const where = work.context.kind === 'acting' ? { partnershipId: work.context.partnershipId, customerId: work.context.organisationId } : {}
  const events = work.events
    .map((event): RecordedEvent => withReceipt(work, { ...where, ...event, id: newId<string>(), by }))
    .filter((event) => reactions[event.kind].length > 0 || newsOf(event) !== undefined)
  if (events.length === 0) return
  const receiptIds = [...new Set(events.flatMap(({ receiptId }) => receiptId ?? []))]
  const payload: ReactJob = { transactionId: newId<string>(), events, ...(receiptIds.length > 0 ? { receiptIds } : {}) }
  await enqueue(work.tx, { kind: 'react', payload })
}

/** That of its own partnership: what a command did elsewhere is nobody's business there. A leaver's is of no partnership. */
function withReceipt({ receipts }: AnyWork, event: RecordedEvent): RecordedEvent {
  const of = event.partnershipId ?? null
  const receipt = receipts.find(({ partnershipId }) => partnershipId === of)
  return receipt ? { ...event, receiptId: receipt.id } : event
}

/** A command that nobody ordered: jobs and the clock. Same rhythm, same seal, as prokura_system. */
export function asSystem<T>(house: House, useCase: (work: SystemWork) => Promise<T>): Promise<T> {
  return transact(house.pools.system, {}, async (tx) => {
    const { rows } = await sql<{ now: Date; position: number }>`select clock_timestamp() as now, journal_head() as position`.execute(tx)
    const [opening] = rows
    if (!opening) throw new Error('The database answered nothing')
    const events: DomainEvent[] = []
    const work: SystemWork = {
      tx,
      person: undefined,
      context: { kind: 'none' },
      now: instant(opening.now.getTime()),
      secrets: house.secrets,
      publicUrl: house.publicUrl,
      providerNames: house.config.providerNames,
      graceDays: house.config.graceDays,
      client: { address: '', agent: undefined },
      limit: limitOn(house.pools.system),
      events,
      receipts: [],
      decidedOn: new Set(),
    }
    const result = await useCase(work)
    await closeWaysIn(work)
    await reactLater(work)
    return {
      result,
      closing: sealing(
        events.map((event) => toEntry(event, work)),
        { keys: [...work.decidedOn], position: opening.position },
      ),
    }
  })
}

export function jobWork(house: House): JobWork {
  return {
    react: async (job) => {
      const { transactionId, events } = job.payload as ReactJob
      const { secrets, publicUrl } = house
      await transact(house.pools.system, {}, async (tx) => {
        const reacting: Reacting = { tx, secrets, publicUrl, operatorEmail: house.config.operatorEmail, outgoing: [], jobs: [] }
        for (const event of events) for (const effect of reactions[event.kind]) await effect(reacting, event)
        await noteNews(tx, events, await postMails(reacting, transactionId, reacting.outgoing))
        await enqueueAll(tx, reacting.jobs)
        return { result: undefined, closing: undefined }
      })
    },
    'send-mail': async (job) => {
      const { eventId } = job.payload as MailJob
      const mail = openMail(house.secrets, job.payload as MailJob)
      const message = renderMail(mail.content, mail.language, house.publicUrl)
      const delivery = await house.mailer.send({ ...message, id: `${eventId}.${mail.content.id}`, to: mail.to, language: mail.language })
      if (delivery.kind === 'failed' && !job.lastAttempt) throw new Error(delivery.reason)
      await asSystem(house, (work) => delivered(work, mail, delivery))
      if (delivery.kind === 'failed') throw new GiveUp(delivery.reason)
    },
    ...Object.fromEntries(
      Object.entries(dueCommands).map(([kind, run]) => [
        kind,
        (job: { payload: unknown }) => asSystem(house, (work) => run(work, job.payload)),
      ]),
    ),
    ...Object.fromEntries(Object.entries(scheduled).map(([kind, run]) => [kind, (job: { payload: unknown }) => run(house, job.payload)])),
  }
}
