// Everything that can be taken away from a tiny world, one thing at a time, as the change that takes it away.
import { firstPartner, secondPartner, type World } from './given-world.ts'
import type { Change, PartnershipRecord, PersonRecord, SessionRecord, VisitRecord } from './records.ts'

export function lessOf(world: World): readonly Change[] {
  const gates = [firstPartner, secondPartner].map((id): Change => ({ kind: 'partner', key: id, record: { id, closedAt: Infinity } }))
  return [...gates, ...[...world].flatMap(([key, record]) => (record === null ? [] : takenFrom(key, record)))]
}

/** The change that puts a thing back as it was. */
export function asBefore(world: World, { kind, key }: Change): Change {
  return { kind, key, record: world.get(key) ?? null } as Change
}

function takenFrom(key: string, record: NonNullable<Change['record']>): readonly Change[] {
  const put = (kind: Change['kind'], less: readonly object[]) =>
    [null, ...less].map((one) => ({ kind, key, record: one }) as unknown as Change)
  if ('closedAt' in record) return [{ kind: 'partner', key, record: { ...record, closedAt: Infinity } }]
  if ('customerId' in record) return put('partnership', lessPartnership(record))
  if ('memberships' in record) return put('person', lessPerson(record))
  if ('ownerId' in record) return put('product', [])
  if ('partnershipId' in record) return put('visit', [{ ...record, endedAt: 0 } satisfies VisitRecord])
  return put('session', [{ ...record, endedAt: 0 } satisfies SessionRecord, { ...record, strength: 'email' } satisfies SessionRecord])
}

function lessPartnership(record: PartnershipRecord): readonly PartnershipRecord[] {
  const { grant, assignments, admitted } = record
  const grants: readonly PartnershipRecord['grant'][] =
    grant === null
      ? []
      : [
          null,
          { ...grant, notAfter: 0 },
          { ...grant, securedAt: null },
          ...grant.rows.map((_, gone) => ({ ...grant, rows: grant.rows.toSpliced(gone, 1) })),
          ...grant.rows.map((row, ended) => ({ ...grant, rows: grant.rows.with(ended, { ...row, notAfter: 0 }) })),
        ]
  return [
    { ...record, state: 'ended' },
    { ...record, suspendedByCustomer: true },
    { ...record, suspendedByOperator: true },
    { ...record, namedPeopleOnly: true, admitted: [] },
    { ...record, secondFactorNeeded: true },
    { ...record, sensitiveSuspended: true },
    { ...record, grantedAnew: null },
    ...grants.map((less) => ({ ...record, grant: less })),
    ...assignments.map((_, gone) => ({ ...record, assignments: assignments.toSpliced(gone, 1) })),
    ...assignments.map((one, emptied) => ({ ...record, assignments: assignments.with(emptied, { ...one, rights: [] }) })),
    ...assignments.map((one, ended) => ({ ...record, assignments: assignments.with(ended, { ...one, notAfter: 0 }) })),
    ...admitted.map((_, gone) => ({ ...record, admitted: admitted.toSpliced(gone, 1) })),
  ]
}

function lessPerson(record: PersonRecord): readonly PersonRecord[] {
  const { memberships, teams } = record
  return [
    ...memberships.map((_, gone) => ({ ...record, memberships: memberships.toSpliced(gone, 1) })),
    ...memberships.map((one, lower) => ({ ...record, memberships: memberships.with(lower, { ...one, role: 'collaborator' as const }) })),
    ...teams.map((_, gone) => ({ ...record, teams: teams.toSpliced(gone, 1) })),
  ]
}
