// Facts for proofs, written as the superuser and sealed like every change of facts: organisations, their members, a partnership with a grant.
import type pg from 'pg'
import { v7 } from 'uuid'

export type Statement = readonly [text: string, values?: readonly unknown[]]

/** One sealed transaction. `body` goes into its one event. */
export async function write(pool: pg.Pool, statements: readonly Statement[], body: object = {}): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    for (const [text, values = []] of statements) await client.query(text, [...values])
    await client.query('select seal($1)', [JSON.stringify([{ kind: 'organisation.settings_changed', body, readers: [] }])])
    await client.query('commit')
  } catch (failure) {
    await client.query('rollback').catch(() => {})
    throw failure
  } finally {
    client.release()
  }
}

export function organisation(id: string): Statement {
  return ["insert into organisation (id, name, country, language, created_at) values ($1, 'Zürcher', 'CH', 'de', now())", [id]]
}

export function person(id: string): Statement {
  return ["insert into person (id, name, email, email_key, created_at) values ($1, 'Anna', $2, $2, now())", [id, `${id}@test.example`]]
}

export function member(organisationId: string, personId: string, role = 'legal_representative'): Statement {
  return ['insert into member (organisation_id, person_id, role, added_at) values ($1, $2, $3, now())', [organisationId, personId, role]]
}

export function noMember(organisationId: string, personId: string): Statement {
  return ['delete from member where organisation_id = $1 and person_id = $2', [organisationId, personId]]
}

/** A partnership whose grant holds `organisation.view`, until that many seconds from now. */
export function partnership(
  id: string,
  { customer, partner, by }: Record<'customer' | 'partner' | 'by', string>,
  seconds: number,
): readonly Statement[] {
  const until = `now() + make_interval(secs => ${seconds})`
  return [
    [
      `insert into partnership (customer_id, id, partner_id, state, started_by, grant_version, activated_at, created_at)
       values ($1, $2, $3, 'active', 'partner', 1, now(), now())`,
      [customer, id, partner],
    ],
    [
      `insert into grant_version (customer_id, partnership_id, version, partner_id, rights, terms, not_before, not_after, granted_by, granted_at, reason)
       values ($1, $2, 1, $3, '[]', '{}', now(), ${until}, $4, now(), 'granted')`,
      [customer, id, partner, by],
    ],
    [
      `insert into granted_right (customer_id, partnership_id, partner_id, "right", scope_kind, not_before, granted_at)
       values ($1, $2, $3, 'organisation.view', 'organisation', now(), now())`,
      [customer, id, partner],
    ],
  ]
}

export const newId = (): string => v7()
