// Rows behind the partner's list, written straight into a test's database: for tests of what is drawn from them.
import type pg from 'pg'
import { v7 } from 'uuid'

export type Rows = ReturnType<typeof listRows>

type Proposed = { readonly right: string; readonly required?: boolean }
const rightsJson = (rights: readonly Proposed[]) =>
  JSON.stringify(rights.map(({ right, required = false }) => ({ right, scope: { kind: 'customer_chooses' }, required, reason: null })))
const noTerms = { startsOn: null, end: { kind: 'none' }, payer: null, paymentMethodId: null, spendingLimit: null }

/** Writes as the superuser and seals each transaction with one event, as every change of facts must be. */
export function listRows(owner: pg.Pool) {
  async function write(statements: readonly (readonly [string, readonly unknown[]])[]): Promise<void> {
    const client = await owner.connect()
    try {
      await client.query('begin')
      for (const [text, values] of statements) await client.query(text, [...values])
      await client.query(`select seal('[{"kind":"organisation.settings_changed","body":{},"readers":[]}]')`)
      await client.query('commit')
    } catch (failure) {
      await client.query('rollback')
      throw failure
    } finally {
      client.release()
    }
  }
  const run = (text: string, ...values: readonly unknown[]) => write([[text, values]])
  const now = () => new Date()

  return {
    write,
    run,
    async organisation(
      name: string,
      more: { readonly partner?: boolean; readonly country?: string; readonly language?: string } = {},
    ): Promise<string> {
      const id = v7()
      await run(
        `insert into organisation (id, name, country, language, created_at, enrolled_as_partner_at, verified_as_partner_at) values ($1, $2, $3, $4, $5, $6, $6)`,
        id,
        name,
        more.country ?? 'CH',
        more.language ?? 'de',
        now(),
        more.partner ? now() : null,
      )
      return id
    },
    async person(name: string, of: string, role: string): Promise<string> {
      const id = v7()
      const email = `${name.toLowerCase().replace(/[^a-z]+/g, '.')}.${id.slice(-6)}@test.example`
      await write([
        [
          'insert into person (id, name, email, email_key, language, created_at) values ($1, $2, $3, $3, $4, $5)',
          [id, name, email, 'de', now()],
        ],
        ['insert into member (organisation_id, person_id, role, added_at) values ($1, $2, $3, $4)', [of, id, role, now()]],
      ])
      return id
    },
    async invitation(
      partner: string,
      by: string,
      more: {
        readonly state?: string
        readonly email?: string | null
        readonly number?: string
        readonly reference?: string
        readonly listName?: string
        readonly expiresAt?: Date | null
        readonly rights?: readonly Proposed[]
        readonly preset?: string
        readonly createdAt?: Date
      } = {},
    ): Promise<{ id: string; proposalId: string }> {
      const id = v7()
      const proposalId = v7()
      const state = more.state ?? 'open'
      const email = more.email === undefined ? `info@kunde-${id.slice(-6)}.example` : more.email
      const createdAt = more.createdAt ?? now()
      const expiresAt = more.expiresAt === undefined ? new Date(Date.now() + 30 * 86_400_000) : more.expiresAt
      await write([
        [
          `insert into invitation (partner_id, id, state, email, email_key, customer_number, language, own_reference, list_name, prepared_by, released_by, delivery, sent_at, expires_at, created_at)
           values ($1, $2, $3, $4, $4, $5, 'de', $6, $7, $8, $9, $10, $11, $12, $13)`,
          [
            partner,
            id,
            state,
            email,
            more.number ?? null,
            more.reference ?? null,
            more.listName ?? null,
            by,
            state === 'prepared' ? null : by,
            state === 'prepared' ? null : 'sent',
            state === 'prepared' ? null : createdAt,
            state === 'prepared' ? null : expiresAt,
            createdAt,
          ],
        ],
        [
          `insert into proposal (id, partner_id, invitation_id, number, side, state, preset, rights, terms, person_id, created_at, expires_at)
           values ($1, $2, $3, 1, 'partner', $4, $5, $6, $7, $8, $9, $10)`,
          [
            proposalId,
            partner,
            id,
            state === 'prepared' ? 'prepared' : 'open',
            more.preset ?? null,
            rightsJson(more.rights ?? [{ right: 'domain.view' }]),
            JSON.stringify(noTerms),
            by,
            createdAt,
            expiresAt,
          ],
        ],
      ])
      return { id, proposalId }
    },
    /** What the customer's answer writes, in one transaction. */
    async answer(
      asked: { readonly id: string; readonly proposalId: string } | null,
      parties: { readonly partner: string; readonly customer: string; readonly by: string },
      granted: {
        readonly rights: readonly string[]
        readonly terms?: object
        readonly notAfter?: Date | null
        readonly productId?: string
      },
    ): Promise<string> {
      const id = v7()
      const at = now()
      const { partner, customer, by } = parties
      await write([
        [
          `insert into partnership (customer_id, id, partner_id, state, started_by, activated_at, created_at) values ($1, $2, $3, 'active', $4, $5, $5)`,
          [customer, id, partner, asked ? 'partner' : 'customer', at],
        ],
        ...(asked
          ? ([
              [`update invitation set state = 'claimed', claimed_at = $2, partnership_id = $3 where id = $1`, [asked.id, at, id]],
              [
                `update proposal set state = 'accepted', answered_at = $2, answered_by = $3, customer_id = $4, partnership_id = $5 where id = $1`,
                [asked.proposalId, at, by, customer, id],
              ],
            ] as const)
          : []),
        ...grantStatements({ partner, customer, partnership: id, by }, 1, granted, at),
      ])
      return id
    },
    async grant(
      key: { readonly partner: string; readonly customer: string; readonly partnership: string; readonly by: string },
      version: number,
      granted: {
        readonly rights: readonly string[]
        readonly terms?: object
        readonly notAfter?: Date | null
        readonly productId?: string
      },
    ): Promise<void> {
      await write(grantStatements(key, version, granted, now()))
    },
    async proposal(
      about: { readonly partner: string; readonly partnership: string; readonly customer: string },
      by: string,
      more: {
        readonly side: string
        readonly number: number
        readonly state?: string
        readonly rights: readonly Proposed[]
        readonly base?: number
        readonly expiresAt?: Date
      },
    ): Promise<string> {
      const id = v7()
      await run(
        `insert into proposal (id, partner_id, customer_id, partnership_id, number, side, state, base_version, rights, terms, person_id, created_at, expires_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
        id,
        about.partner,
        about.customer,
        about.partnership,
        more.number,
        more.side,
        more.state ?? 'open',
        more.base ?? null,
        rightsJson(more.rights),
        JSON.stringify(noTerms),
        by,
        now(),
        more.expiresAt ?? new Date(Date.now() + 30 * 86_400_000),
      )
      return id
    },
    async product(organisation: string, family: string, name: string): Promise<string> {
      const id = v7()
      await run(
        `insert into product (organisation_id, id, family, name, payer_id, price, price_currency, price_period, renews_on, created_at)
         values ($1, $2, $3, $4, $1, 1200, 'CHF', 'year', '2027-01-31', $5)`,
        organisation,
        id,
        family,
        name,
        new Date(Date.now() - 86_400_000),
      )
      return id
    },
    async assign(
      key: { readonly partner: string; readonly customer: string; readonly partnership: string },
      person: string,
      by: string,
    ): Promise<void> {
      await run(
        'insert into assignment (customer_id, partnership_id, partner_id, person_id, assigned_by, assigned_at) values ($1, $2, $3, $4, $5, $6)',
        key.customer,
        key.partnership,
        key.partner,
        person,
        by,
        now(),
      )
    },
    async visit(
      key: { readonly partner: string; readonly customer: string; readonly partnership: string },
      person: string,
      at = now(),
    ): Promise<string> {
      const id = v7()
      await run(
        `insert into visit (customer_id, id, partnership_id, partner_id, person_id, session_id, started_at, seen_at, idle_minutes, expires_at)
         values ($1, $2, $3, $4, $5, $6, $7, $7, 30, $7)`,
        key.customer,
        id,
        key.partnership,
        key.partner,
        person,
        v7(),
        at,
      )
      return id
    },
  }
}

type Key = { readonly partner: string; readonly customer: string; readonly partnership: string; readonly by: string }

function grantStatements(
  key: Key,
  version: number,
  granted: { readonly rights: readonly string[]; readonly terms?: object; readonly notAfter?: Date | null; readonly productId?: string },
  at: Date,
): (readonly [string, readonly unknown[]])[] {
  const isProductRight = (right: string) => !/^(organisation|members|billing)\./.test(right)
  const inForce = (right: string) => ({
    right,
    scope: {
      kind: scope(right),
      ...(scope(right) === 'all' ? { future: true } : {}),
      ...(scope(right) === 'product' ? { productId: granted.productId } : {}),
    },
    notBefore: at.getTime(),
    notAfter: granted.notAfter?.getTime() ?? null,
    grantedAt: at.getTime(),
  })
  const scope = (right: string) => (!isProductRight(right) ? 'organisation' : granted.productId ? 'product' : 'all')
  return [
    [
      `insert into grant_version (customer_id, partnership_id, version, partner_id, rights, terms, not_before, not_after, secured_at, granted_by, granted_at, reason)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $7, $9, $7, 'granted')`,
      [
        key.customer,
        key.partnership,
        version,
        key.partner,
        JSON.stringify(granted.rights.map(inForce)),
        JSON.stringify({ ...noTerms, ...granted.terms }),
        at,
        granted.notAfter ?? null,
        key.by,
      ],
    ],
    ['delete from granted_right where partnership_id = $1', [key.partnership]],
    ...granted.rights.map(
      (right) =>
        [
          `insert into granted_right (customer_id, partnership_id, partner_id, "right", scope_kind, scope_key, future_products, not_before, not_after, granted_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $8)`,
          [
            key.customer,
            key.partnership,
            key.partner,
            right,
            scope(right),
            scope(right) === 'product' ? granted.productId : '',
            scope(right) === 'all',
            at,
            granted.notAfter ?? null,
          ],
        ] as const,
    ),
    ['update partnership set grant_version = $2 where id = $1', [key.partnership, version]],
  ]
}
