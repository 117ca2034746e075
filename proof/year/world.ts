// The people of the year: partners and customers with whoever decides for them, put into the database at its beginning.
import type pg from 'pg'
import { v7 } from 'uuid'
import { hashToken, randomToken } from '../../src/server/platform/secrets.ts'
import type { Readers } from './life.ts'

export type Someone = { readonly id: string; readonly email: string; readonly token: string }
export type Partner = {
  readonly id: string
  readonly representative: Someone
  readonly people: readonly Someone[]
  readonly readers: Omit<Readers, 'representatives'>
}
export type Customer = { readonly id: string; readonly number: string; readonly representatives: readonly Someone[] }
export type World = { readonly partners: readonly Partner[]; readonly customers: readonly Customer[] }

/** One customer for each partnership; each has one of the partners, every fourth has two legal representatives. */
export async function putWorld(owner: pg.Pool, { partners, customers }: { partners: number; customers: number }): Promise<World> {
  const client = await owner.connect()
  try {
    // Told to nobody: the year begins with them.
    await client.query('begin; set local session_replication_role = replica')
    const world = {
      partners: await inTurn(partners, (number) => putPartner(client, number)),
      customers: await inTurn(customers, (number) => putCustomer(client, number)),
    }
    await client.query("insert into fact_change (kind, key) select 'person', id from person")
    await client.query(`select seal('[{"kind":"organisation.settings_changed","body":{},"readers":[]}]')`)
    await client.query('commit')
    return world
  } finally {
    client.release()
  }
}

export const partnerOf = ({ partners }: World, life: number): Partner => known(partners[life % partners.length])
export const customerOf = ({ customers }: World, life: number): Customer => known(customers[life])
export function readersOf(world: World, life: number): Readers {
  return { ...partnerOf(world, life).readers, representatives: customerOf(world, life).representatives.map(({ email }) => email) }
}

export function known<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('not in this world')
  return value
}

async function putPartner(client: pg.PoolClient, number: number): Promise<Partner> {
  const representative = await putPerson(client, `partner${number}`)
  const administrator = number % 2 === 0 ? [await putPerson(client, `office${number}`)] : []
  const id = await putOrganisation(client, `Partner ${number} AG`, true)
  await putMember(client, id, representative, 'legal_representative')
  for (const person of administrator) await putMember(client, id, person, 'administrator')
  const people = [representative, ...administrator]
  const leaders = people.map(({ email }) => email)
  const working = administrator.length > 0 ? administrator.map(({ email }) => email) : leaders
  return { id, representative, people, readers: { sender: representative.email, working, leaders } }
}

async function putCustomer(client: pg.PoolClient, number: number): Promise<Customer> {
  const representatives = [await putPerson(client, `customer${number}`)]
  if (number % 4 === 0) representatives.push(await putPerson(client, `second${number}`))
  const id = await putOrganisation(client, `Kunde ${number} GmbH`, false)
  for (const person of representatives) await putMember(client, id, person, 'legal_representative')
  const { rows } = await client.query<{ number: string }>('select number from organisation where id = $1', [id])
  return { id, number: known(rows[0]).number, representatives }
}

async function putPerson(client: pg.PoolClient, name: string): Promise<Someone> {
  const [id, email, token] = [v7(), `${name}@year.example`, randomToken()]
  await client.query(`insert into person (id, name, email, email_key, language, created_at) values ($1, $2, $3, $3, 'de', now())`, [
    id,
    `Person ${name}`,
    email,
  ])
  await client.query(`insert into credential (person_id, password_hash, password_set_at) values ($1, 'none', now())`, [id])
  await client.query(
    `insert into session (id, person_id, token_hash, strength, authenticated_at, started_at, seen_at, expires_at)
     values ($1, $2, $3, 'two_factors', now(), now(), now(), now() + interval '3 years')`,
    [v7(), id, hashToken(token)],
  )
  return { id, email, token }
}

async function putOrganisation(client: pg.PoolClient, name: string, isPartner: boolean): Promise<string> {
  const id = v7()
  await client.query(
    `insert into organisation (id, name, country, language, created_at, enrolled_as_partner_at, verified_as_partner_at)
     values ($1, $2, 'CH', 'de', now(), case when $3 then now() end, case when $3 then now() end)`,
    [id, name, isPartner],
  )
  return id
}

async function putMember(client: pg.PoolClient, id: string, person: Someone, role: string): Promise<void> {
  await client.query('insert into member (organisation_id, person_id, role, added_at) values ($1, $2, $3, now())', [id, person.id, role])
}

async function inTurn<T>(count: number, put: (number: number) => Promise<T>): Promise<readonly T[]> {
  const all: T[] = []
  for (let number = 0; number < count; number++) all.push(await put(number))
  return all
}
