// What the page behind a link reads: the invitation of a token, its addresses, and who proved one of them.
import { sql } from 'kysely'
import { asId, type InvitationId, type OrganisationId, type PersonId } from '../../domain/ids.ts'
import type { Role } from '../../domain/organisation.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Instant } from '../../domain/time.ts'
import { emailKey } from '../identity/email-key.ts'
import { findInvitation, lockInvitation, type StoredInvitation } from '../partnerships/invitation-store.ts'
import { hashToken } from '../platform/secrets.ts'
import type { Transaction } from '../platform/transact.ts'

/** The request behind a link; an unknown link is the same as nothing. From here on this transaction may see it. */
export async function getRequestId(tx: Transaction, token: string): Promise<InvitationId> {
  const { rows } = await sql<{ id: string | null }>`select open_request(${hashToken(token)}) as id`.execute(tx)
  const id = rows[0]?.id
  if (!id) throw new Refusal('not_found')
  return asId(id)
}

export async function getRequest(tx: Transaction, token: string): Promise<StoredInvitation> {
  return released(await findInvitation(tx, await getRequestId(tx, token)))
}

/** Its row serialises all answers. */
export async function lockRequest(tx: Transaction, token: string): Promise<StoredInvitation> {
  return released(await lockInvitation(tx, await getRequestId(tx, token)))
}

function released(invitation: StoredInvitation | undefined): StoredInvitation {
  if (!invitation || invitation.state === 'prepared') throw new Refusal('not_found')
  return invitation
}

export type RequestAddress = { readonly number: number; readonly email: string }

/** The invited address first, then those it was passed on to; none once it is no longer open. */
export async function listAddresses(tx: Transaction, id: InvitationId): Promise<readonly RequestAddress[]> {
  const { rows } = await sql<{
    number: number
    email: string
  }>`select number, email from addresses_of_request(${id}) order by number`.execute(tx)
  return rows.map(({ number, email }) => ({ number, email }))
}

export async function getAddress(tx: Transaction, id: InvitationId, number: number): Promise<string> {
  const found = (await listAddresses(tx, id)).find((address) => address.number === number)
  if (!found) throw new Refusal('not_found')
  return found.email
}

/** Whether the person of this transaction proved an address the request went to. */
export async function hasProvedAddress(tx: Transaction, id: InvitationId): Promise<boolean> {
  const { rows } = await sql<{ proved: boolean }>`select proved_address(${id}) as proved`.execute(tx)
  return rows[0]?.proved ?? false
}

/**
 * Whether the person of this transaction may read a request and answer it for one of these organisations: by an address it went to, or as one
 * of the people behind its number. Held back, it is nobody's.
 */
export async function isAddressed(
  tx: Transaction,
  { id, customerNumber, isHeldBack }: StoredInvitation,
  own: readonly Pick<OwnOrganisation, 'number'>[],
): Promise<boolean> {
  if (isHeldBack) return false
  return customerNumber === null ? hasProvedAddress(tx, id) : own.some(({ number }) => number === customerNumber)
}

export async function insertProof(
  tx: Transaction,
  proof: { readonly invitationId: InvitationId; readonly personId: PersonId; readonly email: string; readonly now: Instant },
): Promise<void> {
  await tx
    .insertInto('proven_address')
    .values({
      invitation_id: proof.invitationId,
      person_id: proof.personId,
      email_key: emailKey(proof.email),
      proven_at: new Date(proof.now),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** One more address that may answer by proving itself. */
export async function insertAddress(
  tx: Transaction,
  address: { readonly invitationId: InvitationId; readonly email: string; readonly passedOnBy: PersonId; readonly now: Instant },
): Promise<void> {
  await tx
    .insertInto('invitation_address')
    .values({
      invitation_id: address.invitationId,
      email: address.email,
      email_key: emailKey(address.email),
      added_at: new Date(address.now),
      passed_on_by: address.passedOnBy,
    })
    .onConflict((conflict) => conflict.columns(['invitation_id', 'email_key']).doUpdateSet({ passed_on_by: address.passedOnBy }))
    .execute()
  await tx.updateTable('invitation').set({ passed_on_to: address.email }).where('id', '=', address.invitationId).execute()
}

/** The addresses of the request that this person proved, besides the own one, as they are compared. */
export async function listProvenKeys(tx: Transaction, id: InvitationId, personId: PersonId): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('proven_address')
    .select('email_key')
    .where('invitation_id', '=', id)
    .where('person_id', '=', personId)
    .execute()
  return rows.map(({ email_key }) => email_key)
}

export type OwnOrganisation = { readonly id: OrganisationId; readonly name: string; readonly number: string; readonly role: Role }

/** Every organisation the person of this transaction belongs to. */
export async function listOwnOrganisations(tx: Transaction, personId: PersonId): Promise<readonly OwnOrganisation[]> {
  const rows = await tx
    .selectFrom('member')
    .innerJoin('organisation', 'organisation.id', 'member.organisation_id')
    .select(['organisation.id', 'organisation.name', 'organisation.number', 'member.role'])
    .where('member.person_id', '=', personId)
    .orderBy('organisation.name')
    .execute()
  return rows.map((row) => ({ id: asId(row.id), name: row.name, number: row.number, role: row.role as Role }))
}
