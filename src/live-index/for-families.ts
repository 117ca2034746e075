// The part of the facts that questions about some families rest on: what a replica in the console that serves them is fed. No names, no other
// family's products or rights; and every question about these families has the same answer as on the whole.

import { type RightId, rightsCatalogue } from '../domain/rights/catalogue.ts'
import type { AssignedRow, Change, GrantedRow, PartnershipRecord } from './records.ts'

/** Among the families of a console: it may also ask about rights on a whole organisation. */
export const organisationScope = 'organisation'

export type ServedPart = {
  readonly families: ReadonlySet<string>
  /** The rights that can be asked about, with all they need: a family's rights need its own `view` at most. */
  readonly rights: ReadonlySet<string>
  readonly reduce: (change: Change) => Change
}

export function forFamilies(named: readonly string[]): ServedPart {
  const families = new Set(named)
  const rights = new Set<string>(rightsOf(families))
  const reduce = (change: Change): Change => {
    if (change.record === null) return change
    if (change.kind === 'product') return families.has(change.record.family) ? change : { ...change, record: null }
    return change.kind === 'partnership' ? { ...change, record: reduced(change.record, rights) } : change
  }
  return { families, rights, reduce }
}

function rightsOf(families: ReadonlySet<string>): readonly RightId[] {
  const served = rightsCatalogue.filter(({ family, level }) => {
    if (level === 'organisation') return families.has(organisationScope)
    return family === null || families.has(family)
  })
  return served.map(({ id }) => id)
}

/** Rows of kept rights stay whatever their scope: that a right reaches something else is another "no" than that it was not granted. */
function reduced(record: PartnershipRecord, rights: ReadonlySet<string>): PartnershipRecord {
  const isKept = ({ right }: GrantedRow) => rights.has(right)
  return {
    ...record,
    grant: record.grant && { ...record.grant, rows: record.grant.rows.filter(isKept) },
    assignments: record.assignments.map((assigned) => withRights(assigned, rights)),
    name: '',
    sortKey: '',
    words: '',
  }
}

/** An assignment of nothing that can be asked about is one all the same: it lets the person enter. */
function withRights(assigned: AssignedRow, rights: ReadonlySet<string>): AssignedRow {
  return assigned.rights === null ? assigned : { ...assigned, rights: assigned.rights.filter((right) => rights.has(right)) }
}
