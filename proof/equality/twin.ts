// The rule once more, in SQL, written from what the product promises and not from the index: a second opinion on the same tiny worlds.
// Each part of the rule has a name, so that a control can break one of them and see that it is noticed.
import { rightsCatalogue } from '../../src/domain/rights/catalogue.ts'

export type Part = keyof typeof rule
/** Wrong versions of single parts: each must be found. */
export const mutants: readonly { readonly what: string; readonly part: Part; readonly wrong: string }[] = [
  {
    what: 'an end that includes its own instant',
    part: 'rowInTime',
    wrong: 'r.not_before <= q.now and (r.not_after is null or q.now <= r.not_after)',
  },
  { what: 'a family grant that always includes later products', part: 'alreadyThere', wrong: 'true' },
  { what: 'teams that are overlooked', part: 'throughTeam', wrong: 'false' },
  { what: 'a suspension by the operator that is overlooked', part: 'notSuspended', wrong: 'not p.suspended_by_customer' },
  { what: 'an assignment that ran out', part: 'assignedInTime', wrong: 'a.not_before <= q.now' },
  { what: 'a second factor that the customer demands', part: 'strongEnough', wrong: 'true' },
  { what: 'sensitive rights that the operator suspended', part: 'sensitiveOpen', wrong: 'true' },
  { what: 'a product that has moved to another owner', part: 'productOwner', wrong: 'true' },
]

const rule = {
  sessionOpen: 's.person = q.person and s.ended is null and q.now < s.expires',
  visitRunning: 'q.now < v.seen + v.idle * 60000 and q.now < v.expires and (v.ended is null or q.now < v.ended)',
  notSuspended: 'not p.suspended_by_customer and not p.suspended_by_operator',
  grantInTime: 'p.not_before <= q.now and (p.not_after is null or q.now < p.not_after)',
  rowInTime: 'r.not_before <= q.now and (r.not_after is null or q.now < r.not_after)',
  alreadyThere: 't.created <= r.granted_at',
  throughTeam: 'exists (select from in_team i where i.world = q.world and i.person = q.person and i.team = a.team)',
  assignedInTime: 'a.not_before <= q.now and (a.not_after is null or q.now < a.not_after)',
  strongEnough: "not p.strong or s.strength = 'two_factors'",
  sensitiveOpen: 'place.calm',
  productOwner: 't.owner = place.organisation',
}

/** Tables of many worlds at once: emptied and filled for each batch. */
export const tables = {
  partnership:
    'world int, id text, customer text, partner text, active boolean, suspended_by_customer boolean, suspended_by_operator boolean, named boolean, strong boolean, calm boolean, granted boolean, not_before bigint, not_after bigint, secured_at bigint',
  granted:
    'world int, partnership text, "right" text, kind text, key text, future boolean, not_before bigint, not_after bigint, granted_at bigint',
  assigned: 'world int, partnership text, person text, team text, rights text[], not_before bigint, not_after bigint',
  admitted: 'world int, partnership text, person text',
  membership: 'world int, person text, organisation text, role text',
  in_team: 'world int, person text, team text',
  product: 'world int, id text, owner text, family text, created bigint',
  session: 'world int, id text, person text, strength text, expires bigint, ended bigint',
  visit: 'world int, id text, partnership text, person text, session text, seen bigint, idle int, expires bigint, ended bigint',
  question:
    'world int, number int, person text, action text, product text, family text, organisation text, visit text, partnership text, session text, now bigint',
} as const
export type Table = keyof typeof tables
const keys: Readonly<Record<Table, string>> = {
  ...{ partnership: 'world, id', granted: 'world, partnership, "right"', assigned: 'world, partnership', admitted: 'world, partnership' },
  ...{ membership: 'world, person', in_team: 'world, person', product: 'world, id', session: 'world, id', visit: 'world, id' },
  question: 'world, number',
}

export function createTables(): string {
  const made = Object.entries(tables).map(
    ([name, columns]) => `create temp table ${name} (${columns}); create index on ${name} (${keys[name as Table]});`,
  )
  const rights = rightsCatalogue
    .map(({ id, level, family, access, needs, sensitive }) => {
      const text = (value: string | null | undefined) => (value == null ? 'null' : `'${value}'`)
      return `(${[text(id), level === 'product', text(family), text(access), text(needs[0]), sensitive !== null].join(', ')})`
    })
    .join(', ')
  return `${made.join('\n')}
    create temp table catalogue ("right" text primary key, of_products boolean, family text, access text, need text, sensitive boolean);
    insert into catalogue values ${rights};`
}

/** For each question: whether it is allowed, and until when at most (null: no end). */
export function twin(wrong: Partial<Record<Part, string>> = {}): string {
  const is = { ...rule, ...wrong }
  const ofFamily = (right: string) => `coalesce((select c.family from catalogue c where c."right" = ${right}), nullif(r.key, ''))`
  const rowOf = (right: string) => `(
    select max(coalesce(r.not_after, 'infinity'::numeric)) as ends from granted r
    where r.world = q.world and r.partnership = place.partnership and r."right" = ${right} and ${is.rowInTime}
      and case
        when not (select c.of_products from catalogue c where c."right" = ${right}) then r.kind = 'organisation'
        when q.product is null then r.kind in ('all', 'family') and r.future and coalesce(${ofFamily(right)} = q.family, ${ofFamily(right)} is null)
        when r.kind = 'product' then r.key = q.product
        when r.kind = 'family' then r.key = t.family and (r.future or ${is.alreadyThere})
        else r.kind = 'all' and (r.future or ${is.alreadyThere})
      end)`
  /** Until when it is assigned: null when it is not. */
  const mine = (right: string) => `(
    select max(coalesce(a.not_after, 'infinity'::numeric)) as ends from assigned a
    where a.world = q.world and a.partnership = place.partnership and (a.person = q.person or ${is.throughTeam})
      and ${is.assignedInTime} and (${right} = 'enter' or a.rights is null or ${right} = any (a.rights)))`
  const byRole = "place.role <> 'collaborator'"
  return `
    select q.world, q.number, coalesce(
      case
        when c."right" is null and q.action <> 'enter' then false
        when not place.ok then false
        when q.product is not null and not coalesce(t.id is not null and ${is.productOwner} and (c.family is null or c.family = t.family), false) then false
        when place.partnership is null then place.role is not null and (q.action = 'enter' or place.role <> 'collaborator' or q.action = 'organisation.view' or c.access in ('view', 'manage'))
        when q.action = 'enter' then true
        else own.ends is not null and (${byRole} or mine.ends is not null) and (needed.need is null or (need.ends is not null and (${byRole} or my_need.ends is not null)))
          and (q.action <> 'product.delete' or needed.need is not null)
          and (not c.sensitive or (place.secured_at <= q.now and ${is.sensitiveOpen} and (place.strength is null or place.strength = 'two_factors')))
      end, false) as allowed,
      least(place.ends, own.ends, case when needed.need is null then null else need.ends end,
        case when ${byRole} then null else least(entry.ends, mine.ends, case when needed.need is null then null else my_need.ends end) end) as ends
    from question q
    left join catalogue c on c."right" = q.action
    left join product t on t.world = q.world and t.id = q.product and (q.family is null or q.family = t.family)
    left join visit v on v.world = q.world and v.id = q.visit
    left join session s on s.world = q.world and s.id = case when q.visit is not null then v.session when q.partnership is null then q.session end
    left join partnership p on p.world = q.world and p.id = case when q.visit is not null then v.partnership else q.partnership end
    cross join lateral (select
      case when q.visit is null and q.partnership is null then coalesce(q.organisation, t.owner) else p.customer end as organisation,
      case when q.visit is null and q.partnership is null then null else coalesce(p.id, '') end as partnership) party
    left join membership m on m.world = q.world and m.person = q.person
      and m.organisation = case when party.partnership is null then party.organisation else p.partner end
    cross join lateral (select party.organisation, party.partnership, m.role, p.secured_at, p.calm,
      case when q.visit is not null then s.strength end as strength,
      case
        when party.partnership is null then q.session is null or coalesce(${is.sessionOpen}, false)
        else coalesce(p.id is not null and (q.organisation is null or q.organisation = p.customer) and m.role is not null
          and (m.role <> 'collaborator' or exists (select from assigned a where a.world = q.world and a.partnership = p.id
            and (a.person = q.person or ${is.throughTeam}) and ${is.assignedInTime}))
          and p.active and p.granted and ${is.notSuspended} and ${is.grantInTime}
          and (not p.named or exists (select from admitted d where d.world = q.world and d.partnership = p.id and d.person = q.person))
          and (q.visit is null or (${is.sessionOpen} and v.person = q.person and ${is.visitRunning} and (${is.strongEnough}))), false)
      end as ok,
      least(case when q.visit is not null or party.partnership is null then s.expires end,
        case when q.visit is not null then least(v.seen + v.idle * 60000, v.expires, v.ended) end, p.not_after)::numeric as ends) place
    cross join lateral (select case when q.action <> 'product.delete' then c.need
      else coalesce(t.family, case when q.product is null then q.family end) || '.view' end as need) needed
    cross join lateral ${rowOf('q.action')} own
    cross join lateral ${rowOf('needed.need')} need
    cross join lateral ${mine("'enter'")} entry
    cross join lateral ${mine('q.action')} mine
    cross join lateral ${mine('needed.need')} my_need`
}
