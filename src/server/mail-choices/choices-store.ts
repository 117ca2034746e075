// What a person chose about mails, and the parts in which mails reach them. Under their own account.

import type { PersonId } from '../../domain/ids.ts'
import type { MailKindId, MailWay } from '../../domain/mails/mail-kinds.ts'
import type { Side } from '../../domain/organisation.ts'
import type { Transaction } from '../platform/transact.ts'

export type Chosen = { readonly kind: MailKindId; readonly side: Side; readonly way: MailWay }

export async function listChoices(tx: Transaction, personId: PersonId): Promise<readonly Chosen[]> {
  const rows = await tx.selectFrom('mail_choice').select(['kind', 'side', 'way']).where('person_id', '=', personId).execute()
  return rows as readonly Chosen[]
}

export async function saveChoice(tx: Transaction, personId: PersonId, { kind, side, way }: Chosen): Promise<void> {
  await tx
    .insertInto('mail_choice')
    .values({ person_id: personId, kind, side, way })
    .onConflict((conflict) => conflict.columns(['person_id', 'kind', 'side']).doUpdateSet({ way }))
    .execute()
}

export async function findParts(tx: Transaction, personId: PersonId): Promise<{ isMember: boolean; isOfPartner: boolean }> {
  const rows = await tx
    .selectFrom('member')
    .innerJoin('organisation', 'organisation.id', 'member.organisation_id')
    .select('organisation.enrolled_as_partner_at')
    .where('member.person_id', '=', personId)
    .execute()
  return { isMember: rows.length > 0, isOfPartner: rows.some((row) => row.enrolled_as_partner_at !== null) }
}
