// Persons with what they sign in with, and organisations with members: for tests, and for whoever shows the screens outside of one.
import { v7 } from 'uuid'
import { asId, type OrganisationId, type PersonId } from '../src/domain/ids.ts'
import type { Language } from '../src/domain/language.ts'
import type { Role } from '../src/domain/organisation.ts'
import { readPassword, standsAlone } from '../src/domain/password/password.ts'
import { instant } from '../src/domain/time.ts'
import { saveCredential } from '../src/server/identity/credential-store.ts'
import { hashPassword } from '../src/server/identity/password-hash.ts'
import { findOrCreatePerson } from '../src/server/identity/person-store.ts'
import { sealTotpSecret } from '../src/server/identity/second-factor.ts'
import { transact } from '../src/server/platform/transact.ts'
import type { TestServer } from './server.ts'

type Where = Pick<TestServer, 'server'> & { readonly database: Pick<TestServer['database'], 'owner'> }

export type GivenPerson = {
  readonly name?: string
  readonly email: string
  readonly language?: Language
  readonly password?: string
  readonly totpSecret?: string
}

export async function givenPerson(
  { server }: Where,
  { name = 'Anna Keller', email, language = 'en', password, totpSecret }: GivenPerson,
): Promise<PersonId> {
  return transact(server.house.pools.signIn, {}, async (tx) => {
    const now = instant(Date.now())
    const { id } = await findOrCreatePerson(tx, { name, email, language, now })
    if (password !== undefined) {
      const passwordHash = await hashPassword(readPassword(password))
      await saveCredential(tx, id, { passwordHash, passwordSetAt: now, passwordStandsAlone: standsAlone(password) })
    }
    if (totpSecret !== undefined) {
      await saveCredential(tx, id, { totpSecret: sealTotpSecret(server.house.secrets, id, totpSecret), totpConfirmedAt: now })
    }
    return { result: id, closing: undefined }
  })
}

export type GivenOrganisation = {
  readonly name: string
  readonly members: readonly (readonly [PersonId, Role])[]
  readonly isPartner?: boolean
}

/** Placed there by the superuser; of the journal it is only the changed facts that are told, so that the live index hears of its people. */
export async function givenOrganisation(
  { database }: Where,
  { name, members, isPartner = false }: GivenOrganisation,
): Promise<OrganisationId> {
  const id = v7()
  const client = await database.owner.connect()
  await client.query('begin')
  await client.query('set local session_replication_role = replica')
  await client.query(
    `insert into organisation (id, name, country, language, created_at, enrolled_as_partner_at, verified_as_partner_at)
     values ($1, $2, 'CH', 'de', now(), case when $3 then now() end, case when $3 then now() end)`,
    [id, name, isPartner],
  )
  for (const [personId, role] of members)
    await client.query('insert into member (organisation_id, person_id, role, added_at) values ($1, $2, $3, now())', [id, personId, role])
  await client.query("insert into fact_change (kind, key) select 'person', unnest($1::uuid[])", [members.map(([personId]) => personId)])
  await client.query(`select seal('[{"kind":"organisation.settings_changed","body":{},"readers":[]}]')`)
  await client.query('commit')
  client.release()
  return asId(id)
}
