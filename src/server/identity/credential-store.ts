// What a person signs in with. Read and written by prokura_sign_in alone.
import { type Selectable, sql } from 'kysely'
import { asId, type PersonId } from '../../domain/ids.ts'
import { type Instant, instant } from '../../domain/time.ts'
import type { Credential as CredentialTable } from '../platform/tables.ts'
import type { Transaction } from '../platform/transact.ts'
import type { SecondFactor } from './contract.ts'
import { emailKey } from './email-key.ts'

export type Credential = {
  readonly personId: PersonId
  readonly passwordHash: string | null
  readonly passwordSetAt: Instant | null
  readonly passwordStandsAlone: boolean
  readonly totpSecret: Buffer | null
  readonly totpConfirmedAt: Instant | null
  readonly totpLastStep: number | null
  readonly recoveryCodes: readonly string[]
}

/** Beside a row of `person`. */
export const hasPasskey = sql<boolean>`exists (select from passkey where passkey.person_id = person.id)`.as('has_passkey')

/** What may be asked for after a password or an emailed code, the best first. */
export function secondFactorsOf(has: { readonly hasPasskey: boolean; readonly hasAuthenticator: boolean }): readonly SecondFactor[] {
  return [...(has.hasPasskey ? ['passkey' as const] : []), ...(has.hasAuthenticator ? ['totp' as const] : [])]
}

export type FoundCredential = Pick<Credential, 'personId' | 'passwordHash'> & { readonly secondFactors: readonly SecondFactor[] }

/** In one question, whoever the address belongs to: the same work for known and unknown ones. */
export async function findCredentialByEmail(tx: Transaction, email: string): Promise<FoundCredential | undefined> {
  const row = await tx
    .selectFrom('person')
    .leftJoin('credential', 'credential.person_id', 'person.id')
    .select(['person.id', 'credential.password_hash', 'credential.totp_confirmed_at', hasPasskey])
    .where('person.email_key', '=', emailKey(email))
    .executeTakeFirst()
  if (!row) return undefined
  return {
    personId: asId(row.id),
    passwordHash: row.password_hash,
    secondFactors: secondFactorsOf({ hasPasskey: row.has_passkey, hasAuthenticator: row.totp_confirmed_at !== null }),
  }
}

/** Locked until the transaction ends, so that of two attempts with one code only one counts. */
export async function lockCredential(tx: Transaction, personId: PersonId): Promise<Credential> {
  const row = await tx.selectFrom('credential').selectAll().where('person_id', '=', personId).forUpdate().executeTakeFirst()
  return row ? toCredential(row) : nothingYet(personId)
}

type Changes = Partial<Omit<Credential, 'personId'>>

export async function saveCredential(tx: Transaction, personId: PersonId, changes: Changes): Promise<void> {
  const columns = {
    ...(changes.passwordHash !== undefined && { password_hash: changes.passwordHash }),
    ...(changes.passwordSetAt !== undefined && { password_set_at: toDate(changes.passwordSetAt) }),
    ...(changes.passwordStandsAlone !== undefined && { password_stands_alone: changes.passwordStandsAlone }),
    ...(changes.totpSecret !== undefined && { totp_secret: changes.totpSecret }),
    ...(changes.totpConfirmedAt !== undefined && { totp_confirmed_at: toDate(changes.totpConfirmedAt) }),
    ...(changes.totpLastStep !== undefined && { totp_last_step: changes.totpLastStep }),
    ...(changes.recoveryCodes !== undefined && { recovery_codes: [...changes.recoveryCodes] }),
  }
  await tx
    .insertInto('credential')
    .values({ person_id: personId, ...columns })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet(columns))
    .execute()
}

const nothingYet = (personId: PersonId): Credential => ({
  personId,
  passwordHash: null,
  passwordSetAt: null,
  passwordStandsAlone: false,
  totpSecret: null,
  totpConfirmedAt: null,
  totpLastStep: null,
  recoveryCodes: [],
})

function toCredential(row: Selectable<CredentialTable>): Credential {
  return {
    personId: asId(row.person_id),
    passwordHash: row.password_hash,
    passwordSetAt: toInstant(row.password_set_at),
    passwordStandsAlone: row.password_stands_alone,
    totpSecret: row.totp_secret,
    totpConfirmedAt: toInstant(row.totp_confirmed_at),
    totpLastStep: row.totp_last_step,
    recoveryCodes: row.recovery_codes,
  }
}

const toInstant = (date: Date | null): Instant | null => (date ? instant(date.getTime()) : null)
const toDate = (at: Instant | null): Date | null => (at === null ? null : new Date(at))
