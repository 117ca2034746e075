// What revocations are tried on: one partner, and lanes of one customer, one product and one collaborator each, so that many can be tried at once.
import { v7 } from 'uuid'
import { hashToken, randomToken } from '../src/server/platform/secrets.ts'
import type { TestDatabase } from './database.ts'
import { listRows } from './given-list-rows.ts'

export type Signed = { readonly person: string; readonly session: string; readonly token: string }
export type Lane = {
  readonly customer: string
  readonly ruth: Signed
  readonly product: string
  readonly partnership: string
  /** The partner's row for this customer. */
  readonly managed: string
  readonly collaborator: string
}
export type World = { readonly partner: string; readonly petra: Signed; readonly lanes: readonly Lane[] }
export type Rows = ReturnType<typeof listRows>

export const rights = ['domain.view', 'domain.manage'] as const
const terms = { startsOn: null, end: { kind: 'none' }, payer: 'customer', paymentMethodId: null, spendingLimit: null }
export const termsOfLane = terms

export async function givenWorld(database: Pick<TestDatabase, 'owner'>, lanes: number): Promise<World> {
  const rows = listRows(database.owner)
  const partner = await rows.organisation('Alpweb AG', { partner: true })
  const petra = await signIn(database, await rows.person('Petra Frei', partner, 'legal_representative'))
  const made: Lane[] = []
  for (let number = 0; number < lanes; number++) {
    const customer = await rows.organisation(`Kunde ${number}`)
    const ruth = await signIn(database, await rows.person('Ruth Meier', customer, 'legal_representative'))
    const product = await rows.product(customer, 'domain', `kunde-${number}.example`)
    const collaborator = await rows.person('Anna Keller', partner, 'collaborator')
    const partnership = await rows.answer(null, { partner, customer, by: ruth.person }, { rights, terms })
    await rows.assign({ partner, customer, partnership }, collaborator, petra.person)
    const found = await database.owner.query<{ id: string }>('select id from managed_customer where partnership_id = $1', [partnership])
    made.push({ customer, ruth, product, partnership, managed: found.rows[0]?.id ?? '', collaborator })
  }
  return { partner, petra, lanes: made }
}

/** A session of two factors, authenticated just now. */
export async function signIn({ owner }: Pick<TestDatabase, 'owner'>, person: string): Promise<Signed> {
  const token = randomToken()
  const session = v7()
  await owner.query(
    `insert into session (id, person_id, token_hash, strength, authenticated_at, started_at, seen_at, expires_at)
     values ($1, $2, $3, 'two_factors', now(), now(), now(), now() + interval '1 day')`,
    [session, person, hashToken(token)],
  )
  return { person, session, token }
}

/** Sensitive acts want an authentication of the last 15 minutes. */
export async function authenticate({ owner }: Pick<TestDatabase, 'owner'>, { session }: Signed): Promise<void> {
  await owner.query('update session set authenticated_at = now(), seen_at = now() where id = $1', [session])
}

/** A token with which a console acts in that visit. */
export async function givenToken(
  { owner }: Pick<TestDatabase, 'owner'>,
  of: { lane: Lane; anna: Signed; visit: string; console: string },
): Promise<string> {
  const jti = v7()
  await owner.query(
    `insert into console_token (jti, console_id, person_id, session_id, organisation_id, partnership_id, visit_id, issued_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, now(), now() + interval '5 minutes')`,
    [jti, of.console, of.anna.person, of.anna.session, of.lane.customer, of.lane.partnership, of.visit],
  )
  return jti
}

export async function givenConsole({ owner }: Pick<TestDatabase, 'owner'>): Promise<string> {
  const id = v7()
  await owner.query(
    `insert into console (id, client_id, name, secret_hash, redirect_uris, initiate_login_uri, families, resource, created_at)
     values ($1, 'zones', 'Zone editor', '', '{http://localhost:1/}', 'http://localhost:1/', '{domain}', 'http://localhost:1/', now())`,
    [id],
  )
  return id
}

export async function isTokenLiving({ owner }: Pick<TestDatabase, 'owner'>, jti: string): Promise<boolean> {
  const { rows } = await owner.query<{ living: boolean }>('select ended_at is null as living from console_token where jti = $1', [jti])
  return rows[0]?.living ?? false
}
