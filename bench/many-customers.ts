// A provider's worth of customers, made in SQL: 1,000,000 rows of the list for about 900 partners, one of whom has a tenth of them.
// BENCH_ROWS makes it smaller, for a quick look.
import { createHash } from 'node:crypto'
import type pg from 'pg'
import type { ProofDatabase } from '../proof/database.ts'
import { hashToken, randomToken } from '../src/server/platform/secrets.ts'

export const rowsInAll = Number(process.env['BENCH_ROWS'] ?? 1_000_000)
const colleagues = 20

export type ManyCustomers = {
  /** Who has a tenth of all. */
  readonly partnerId: string
  readonly rows: number
  /** The session of a legal representative there. */
  readonly token: string
}

export async function givenManyCustomers(
  { owner }: ProofDatabase,
  { all, ofOne } = { all: rowsInAll, ofOne: Math.round(rowsInAll / 10) },
): Promise<ManyCustomers> {
  const token = randomToken()
  const client = await owner.connect()
  try {
    await client.query(`set synchronous_commit = off; set maintenance_work_mem = '512MB'; set max_parallel_maintenance_workers = 2`)
    await client.query(madeIds)
    await client.query('begin')
    await client.query(people, [madeId('partner 1'), madeId('person 1'), hashToken(token)])
    await client.query(`select seal('[{"kind":"organisation.created","body":{},"readers":[]}]')`)
    await client.query('commit')
    const indexes = await dropIndexes(client, ['managed_customer', 'managed_customer_word'])
    await client.query(customers, [all, ofOne])
    await client.query(words)
    for (const index of indexes) await client.query(index)
    for (const table of ['managed_customer', 'managed_customer_word', 'person', 'member']) await client.query(`vacuum (analyze) ${table}`)
    await client.query('checkpoint')
  } finally {
    client.release()
  }
  return { partnerId: madeId('partner 1'), rows: ofOne, token }
}

/** As SQL below makes its ids. */
function madeId(name: string): string {
  const hex = createHash('md5').update(name).digest('hex')
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-7$3-8$4-$5')
}
const madeIds = `create function made_id(name text) returns uuid language sql immutable as $$
  select overlay(overlay(md5(name) placing '7' from 13) placing '8' from 17)::uuid $$`

/** Indexes and keys are made once everything is there; answers with how to make them. */
async function dropIndexes(client: pg.PoolClient, tables: readonly string[]): Promise<readonly string[]> {
  const keys = await client.query<{ drop: string; create: string }>(
    `select format('alter table %I drop constraint %I', c.relname, k.conname) as drop,
       format('alter table %I add constraint %I %s', c.relname, k.conname, pg_get_constraintdef(k.oid)) as create
     from pg_constraint k join pg_class c on c.oid = k.conrelid where c.relname = any ($1) and k.contype in ('p', 'u')`,
    [tables],
  )
  const indexes = await client.query<{ drop: string; create: string }>(
    `select format('drop index %I', i.relname) as drop, pg_get_indexdef(x.indexrelid) as create
     from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class c on c.oid = x.indrelid
     where c.relname = any ($1) and not exists (select from pg_constraint k where k.conindid = x.indexrelid)`,
    [tables],
  )
  for (const { drop } of [...indexes.rows, ...keys.rows]) await client.query(drop)
  return [...keys.rows, ...indexes.rows].map(({ create }) => create)
}

const people = `
  with now as (select clock_timestamp() at),
  organisations as (insert into organisation (id, name, country, language, created_at, enrolled_as_partner_at, verified_as_partner_at)
    select $1::uuid, 'Alpweb AG', 'CH', 'de', at, at, at from now returning id),
  persons as (insert into person (id, name, email, email_key, language, created_at)
    select made_id('person ' || i), 'Person ' || i, 'person-' || i || '@alpweb.example', 'person-' || i || '@alpweb.example', 'de', at
    from generate_series(1, ${colleagues}) i, now returning id),
  members as (insert into member (organisation_id, person_id, role, added_at)
    select $1::uuid, made_id('person ' || i), case i when 1 then 'legal_representative' else 'collaborator' end, at from generate_series(1, ${colleagues}) i, now
    returning person_id),
  sessions as (insert into session (id, person_id, token_hash, strength, authenticated_at, started_at, seen_at, expires_at)
    select gen_random_uuid(), $2::uuid, $3::bytea, 'two_factors', at, at, at, at + interval '1 day' from now returning id)
  select from organisations, sessions, (select count(*) from persons) p, (select count(*) from members) m`

/** Columns that follow from others are filled by the table itself. */
const customers = `
  insert into managed_customer (partner_id, id, invitation_id, partnership_id, customer_id, customer_number, name, own_reference, status, status_since, lapses_at, lapses_to,
    access, rights_requested, rights_granted, rights_removed, required_missing, payer, payment_method, limit_amount, limit_currency, limit_period, products, starts_at, ends_at,
    person_ids, last_visit_at, last_visit_by, requested_at, requested_by, sent_to, delivery, answered_at, checked_at, language, country, words)
  select partner, id, id, made_id('partnership ' || i), made_id('customer ' || i), number, name, reference, status, since, ends, case when ends is not null then 'ended' end,
    case when status = 'active' then (array['full', 'limited', 'read_only', 'custom'])[1 + h % 4] else 'limited' end,
    requested, case when status in ('active', 'suspended', 'ended') then requested[1:3 + h % 5] end, h % 3, '{}',
    (array['customer', 'customer', 'partner', null])[1 + h % 4], case when h % 4 < 2 then 'Visa ' || 1000 + h % 9000 end, case when h % 4 < 2 then 50000 end, case when h % 4 < 2 then 'CHF' end,
    case when h % 4 < 2 then 'month' end, h % 13, since, ends, array[made_id('person ' || 1 + h % ${colleagues}), made_id('person ' || 1 + h / 7 % ${colleagues})],
    since + (h % 400) * interval '1 hour', made_id('person ' || 1 + h % ${colleagues}), since - interval '3 days', made_id('person 1'),
    'info@' || i || '.example', 'sent', since, case when h % 20 > 0 then since end, (array['de', 'fr', 'it', 'en']::language[])[1 + h % 4], 'CH',
    search_words(name || ' ' || number || ' ' || reference)
  from (
    select i, h, case when i <= $2 then made_id('partner 1') else made_id('partner ' || 2 + i % 900) end as partner, made_id('row ' || i) as id, 'C-' || 1000000 + i as number,
      a[1 + h % 80] || ' ' || a[1 + h / 80 % 80] || ' ' || initcap(translate(substr(md5('n' || i), 1, 4 + i % 5), '0123456789', 'aeioulnrst')) || ' ' || f[1 + h / 6400 % 8] as name,
      'R' || h % 100000 as reference,
      (array['active', 'active', 'active', 'active', 'active', 'active', 'active', 'requested', 'suspended', 'ended'])[1 + h % 10] as status,
      clock_timestamp() - (h % 900) * interval '1 day' as since,
      case when h % 10 < 7 and h % 3 = 0 then clock_timestamp() + (1 + h % 700) * interval '1 day' end as ends,
      array['organisation.view', 'domain.view', 'domain.manage', 'mail.view', 'mail.manage', 'hosting.view', 'hosting.manage'] as requested
    from (select i, hashint4(i::int) & 2147483647 as h from generate_series(1, $1) i) numbered,
      (select array['Müller','Bäckerei','Zürich','Genève','Garage','Schreinerei','Architekten','Café','Hôtel','Treuhand','Immobilien','Praxis','Gärtnerei','Söhne','Weinbau','Metzgerei','Élan',
        'Coiffure','Señor','Möbel','Reisen','Software','Druckerei','Elektro','Sanitär','Bürgi','Keller','Schmid','Meier','Huber','Manuel','Israel','Lausanne','Bern','Basel','Lugano','Sion',
        'Chur','Thun','Aarau','Consulting','Partner','Studio','Werbung','Verlag','Musik','Optik','Apotheke','Blumen','Velo','Kanzlei','Notariat','Dental','Physio','Yoga','Transport','Logistik',
        'Bau','Holz','Stahl','Glas','Licht','Wasser','Sonne','Berg','Tal','See','Wald','Stern','Adler','Löwe','Bär','Hirsch','Rössli','Krone','Linde','Post','Bahnhof','Zentrum','Markt'] a,
        array['AG', 'GmbH', 'SA', 'Sàrl', 'Sagl', '& Co', '& Söhne', 'Verein'] f) parts
  ) made order by md5(i::text)`

const words = `insert into managed_customer_word select partner_id, word, id from managed_customer, unnest(words) word`
