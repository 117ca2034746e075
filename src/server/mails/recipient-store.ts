// Who is behind an address that a mail goes to, and how they like their mails. Runs as prokura_system, after the event.
import { asId, type PersonId } from '../../domain/ids.ts'
import type { Language } from '../../domain/language.ts'
import type { MailKindId, MailWay } from '../../domain/mails/mail-kinds.ts'
import type { Side } from '../../domain/organisation.ts'
import { emailKey } from '../identity/email-key.ts'
import type { Transaction } from '../platform/transact.ts'

export type Recipient = {
  readonly personId: PersonId
  readonly language: Language
  /** What they chose; undefined when they did not. */
  readonly chosen: (kind: MailKindId, side: Side) => MailWay | undefined
}

/** By the key of the address. Whoever is nobody's address is not among them. */
export async function findRecipients(tx: Transaction, addresses: readonly string[]): Promise<ReadonlyMap<string, Recipient>> {
  const keys = [...new Set(addresses.map(emailKey))]
  const rows = await tx.selectFrom('person').select(['id', 'email_key', 'language']).where('email_key', 'in', keys).execute()
  const chosen = await findChosen(
    tx,
    rows.map(({ id }) => asId<PersonId>(id)),
  )
  return new Map(
    rows.map(({ id, email_key, language }) => [
      email_key,
      { personId: asId<PersonId>(id), language, chosen: (kind, side) => chosen(asId<PersonId>(id), kind, side) },
    ]),
  )
}

export type ChosenBy = (personId: PersonId, kind: MailKindId, side: Side) => MailWay | undefined

/** What these people chose. */
export async function findChosen(tx: Transaction, people: readonly PersonId[]): Promise<ChosenBy> {
  if (people.length === 0) return () => undefined
  const rows = await tx
    .selectFrom('mail_choice')
    .selectAll()
    .where('person_id', 'in', [...people])
    .execute()
  const ways = new Map(rows.map(({ person_id, kind, side, way }) => [`${person_id}:${kind}:${side}`, way as MailWay]))
  return (personId, kind, side) => ways.get(`${personId}:${kind}:${side}`)
}
