// The question in SQL, for SQLite and PostgreSQL alike: whole numbers as keys, external ids with unique indexes, rights as bits,
// rows and assignments clustered by partnership, the customer's name beside the partnership for lists. Every column it reads by is indexed.
import { farAway, pageSize } from './engine.ts'

export type Dialect = {
  readonly id: string
  /** After a table that is kept in the order of its key. */
  readonly clustered: string
}

export type Parameters = Readonly<
  Record<'person' | 'customer' | 'partnership' | 'product' | 'bit' | 'family' | 'sensitive' | 'now' | 'needsView', string>
>

export const tables = ({ id, clustered }: Dialect): readonly string[] => [
  `create table person (k integer primary key, id ${id} not null)`,
  `create table member (person integer not null, partner integer not null, role integer not null, primary key (person, partner))${clustered}`,
  `create table team_member (person integer not null, team integer not null, primary key (person, team))${clustered}`,
  `create table product (k integer primary key, id ${id} not null, customer integer not null, family integer not null, view integer not null,
     created_at bigint not null)`,
  `create table partnership (k integer primary key, id ${id} not null, customer integer not null, customer_id ${id} not null,
     customer_name text not null, partner integer not null, gate integer not null, named integer not null, not_before bigint not null,
     not_after bigint not null, secured_at bigint not null)`,
  `create table grant_row (partnership integer not null, n integer not null, rights integer not null, scope integer not null, target integer not null,
     future integer not null, granted_at bigint not null, not_before bigint not null, not_after bigint not null, primary key (partnership, n))${clustered}`,
  `create table assignment (partnership integer not null, subject integer not null, rights integer not null, primary key (partnership, subject))${clustered}`,
  `create table admitted (partnership integer not null, person integer not null, primary key (partnership, person))${clustered}`,
]

export const indexes: readonly string[] = [
  'create unique index person_id on person (id)',
  'create index member_partner on member (partner, role)',
  'create index team_member_team on team_member (team)',
  'create unique index product_id on product (id)',
  'create unique index partnership_id on partnership (id)',
  'create index partnership_customer on partnership (customer)',
  'create index partnership_name on partnership (partner, customer_name)',
]

/** One row when allowed, none otherwise. */
export function checkSql($: Parameters): string {
  const granted = (bits: string) =>
    `exists (select 1 from grant_row r where r.partnership = p.k and r.rights & ${bits} <> 0 and ${inUse($.now)})`
  const assigned = (bits: string) =>
    `exists (select 1 from assignment a where a.partnership = p.k and a.rights & ${bits} <> 0 and ${isOfPerson})`
  return `select 1 as allowed from partnership p
    join product x on x.id = ${$.product} and x.customer = p.customer
    join person e on e.id = ${$.person}
    join member m on m.person = e.k and m.partner = p.partner
    where p.id = ${$.partnership} and p.customer_id = ${$.customer} and ${isOpen($.now)}
      and (${$.family} = -1 or x.family = ${$.family}) and (${$.sensitive} = 0 or p.secured_at <= ${$.now}) and ${isAdmitted}
      and ${granted($.bit)} and (${$.needsView} = 0 or ${granted('x.view')})
      and (m.role < 2 or (${assigned($.bit)} and (${$.needsView} = 0 or ${assigned('x.view')})))`
}

const isOpen = (now: string) => `p.gate = 0 and p.not_before <= ${now} and p.not_after > ${now}`
const isAdmitted = `(p.named = 0 or exists (select 1 from admitted d where d.partnership = p.k and d.person = e.k))`
const isOfPerson = `(a.subject = e.k or (a.subject < 0 and exists (select 1 from team_member t where t.person = e.k and t.team = -1 - a.subject)))`
const inUse = (now: string) => `r.not_before <= ${now} and r.not_after > ${now}
  and (r.scope = 1 or (r.scope = 2 and r.target = x.family) or (r.scope = 3 and r.target = x.k))
  and (r.scope = 3 or r.future = 1 or x.created_at <= r.granted_at)`

/** Where a person works: asked before the page of their customers. Parameter: the person. */
export const memberSql = `select m.person as person, m.partner as partner, m.role as role from person e join member m on m.person = e.k where e.id = $1`

/** Parameters: person, partner, role, now, the name after which the page begins. Walks the partner's customers by name and stops when full. */
export const pageSql = `select p.customer_id as customer, p.customer_name as name from partnership p, (select $1 as k) e
  where p.partner = $2 and p.customer_name > $5 and ${isOpen('$4')} and ${isAdmitted}
    and ($3 < 2 or exists (select 1 from assignment a where a.partnership = p.k and ${isOfPerson}))
  order by p.customer_name limit ${pageSize}`

/** Parameters: the product, now. */
export const whoSql = `with live as (
    select p.k as k, p.partner as partner, p.named as named, x.view as view
    from product x join partnership p on p.customer = x.customer
    where x.id = $1 and ${isOpen('$2')}
      and exists (select 1 from grant_row r where r.partnership = p.k and r.rights & x.view <> 0 and ${inUse('$2')}))
  select distinct e.id as id from (
    select l.k as k, l.named as named, m.person as person from live l join member m on m.partner = l.partner and m.role < 2
    union all
    select l.k, l.named, m.person from live l join assignment a on a.partnership = l.k join member m on m.person = a.subject and m.partner = l.partner
      where a.rights & l.view <> 0
    union all
    select l.k, l.named, t.person from live l join assignment a on a.partnership = l.k join team_member t on t.team = -1 - a.subject
      where a.subject < 0 and a.rights & l.view <> 0) w
  join person e on e.k = w.person
  where w.named = 0 or exists (select 1 from admitted d where d.partnership = w.k and d.person = w.person)`

export const whole = (value: number): number => Math.min(value, farAway)
