// For what is measured at the HTTP interface: a customer with products, a partner's administrator in a visit there, and a console's token.
import { createHash } from 'node:crypto'
import type { ProofDatabase } from '../../proof/database.ts'
import { registerConsole } from '../../src/server/consoles/register-console.ts'

export const productsInAll = 20_000

const numbered = (name: string) => {
  const hex = createHash('md5').update(name).digest('hex')
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-7$3-8$4-$5')
}
export const given = {
  ...{ customer: numbered('customer'), partner: numbered('partner'), person: numbered('person'), partnership: numbered('partnership') },
  ...{ session: numbered('session'), visit: numbered('visit') },
  product: (number: number) => numbered(`product ${number}`),
}

export async function givenVisit({ owner }: ProofDatabase): Promise<void> {
  const client = await owner.connect()
  const { customer, partner, person, partnership, session, visit } = given
  try {
    await client.query('begin')
    await client.query(people, [customer, partner, person, session, createHash('sha256').update(session).digest()])
    await client.query(grant, [customer, partnership, partner, person])
    await client.query(visitUnderWay, [customer, visit, partnership, partner, person, session])
    await client.query(products, [customer, productsInAll])
    await client.query(`select seal('[{"kind":"organisation.created","body":{},"readers":[]}]')`)
    await client.query('commit')
  } finally {
    client.release()
  }
}

/** An access token of a console that serves domains; it lasts for minutes. */
export async function tokenAt(url: string, { system }: ProofDatabase): Promise<string> {
  const { clientId, secret } = await registerConsole(system, url, {
    ...{ name: 'Bench', families: ['domain'], resource: 'http://localhost:1/' },
    ...{ redirectUris: ['http://localhost:1/callback'], initiateLoginUri: 'http://localhost:1/sign-in' },
  })
  const response = await fetch(`${url}/oidc/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ grant_type: 'client_credentials', scope: 'decisions', client_id: clientId, client_secret: secret }),
  })
  const { access_token: token } = (await response.json()) as { access_token?: string }
  if (token === undefined) throw new Error(`no token: ${response.status}`)
  return token
}

const people = `
  with organisations as (insert into organisation (id, name, country, language, created_at, enrolled_as_partner_at, verified_as_partner_at)
    values ($1, 'Customer', 'CH', 'de', now(), null, null), ($2, 'Partner', 'CH', 'de', now(), now(), now())),
  persons as (insert into person (id, name, email, email_key, language, created_at) values ($3, 'Petra', 'petra@bench.example', 'petra@bench.example', 'de', now())),
  members as (insert into member (organisation_id, person_id, role, added_at)
    values ($2, $3, 'legal_representative', now()), ($1, $3, 'legal_representative', now()))
  insert into session (id, person_id, token_hash, strength, authenticated_at, started_at, seen_at, expires_at)
    values ($4, $3, $5, 'two_factors', now(), now(), now(), now() + interval '12 hours')`
const grant = `
  with partnerships as (insert into partnership (customer_id, id, partner_id, state, started_by, grant_version, activated_at, created_at)
    values ($1, $2, $3, 'active', 'partner', 1, now(), now())),
  versions as (insert into grant_version (customer_id, partnership_id, version, partner_id, rights, terms, not_before, secured_at, granted_by, granted_at, reason)
    values ($1, $2, 1, $3, '[]', '{}', now(), now(), $4, now(), 'granted'))
  insert into granted_right (customer_id, partnership_id, partner_id, "right", scope_kind, future_products, not_before, granted_at)
    select $1, $2, $3, r, 'all', true, now(), now() from unnest(array['domain.view', 'domain.manage']) r`
const visitUnderWay = `
  insert into visit (customer_id, id, partnership_id, partner_id, person_id, session_id, started_at, seen_at, idle_minutes, expires_at)
    values ($1, $2, $3, $4, $5, $6, now(), now(), 30, now() + interval '8 hours')`
const products = `
  insert into product (organisation_id, id, family, name, payer_id, created_at)
    select $1, overlay(overlay(md5('product ' || i) placing '7' from 13) placing '8' from 17)::uuid, 'domain', 'domain-' || i || '.example', $1, now()
    from generate_series(1, $2) i`
