// One row of the list as it is answered: what depends on the clock told for now, people by name, and what this person may do.
import { asId } from '../../domain/ids.ts'
import { actsOnCustomer, type ListedCustomer, openRequestAt, statusAt, statusSinceAt } from '../../domain/managed-customer.ts'
import type { RightId } from '../../domain/rights/catalogue.ts'
import { type Instant, instant } from '../../domain/time.ts'
import { dateOf, lastDayOf } from '../partnerships/calendar.ts'
import type { CustomerRow } from './contract.ts'
import type { CustomerRecord, Viewer } from './customers-store.ts'

const formerNameShownMs = 365 * 86_400_000

export function peopleIn(records: readonly CustomerRecord[]): readonly string[] {
  return records.flatMap(({ person_ids, last_visit_by, requested_by }) =>
    [...person_ids, last_visit_by, requested_by].filter((id) => id !== null),
  )
}

export function toCustomerRow(record: CustomerRecord, viewer: Viewer, names: ReadonlyMap<string, string>): CustomerRow {
  const now = instant(viewer.now.getTime())
  const listed = toListed(record, viewer)
  const person = (id: string | null) => (id === null ? null : { id, name: names.get(id) ?? '' })
  const open = openRequestAt(listed, now)
  return {
    ...identity(record, now),
    status: statusAt(listed, now),
    statusSince: text(statusSinceAt(listed, now)),
    ...rights(record),
    toCheck: record.to_check,
    ...payment(record),
    products: record.products,
    startsOn: record.starts_at ? dateOf(at(record.starts_at)) : null,
    endsOn: record.ends_at ? lastDayOf(at(record.ends_at)) : null,
    people: record.person_ids.map((id) => ({ id, name: names.get(id) ?? '' })),
    teams: record.teams,
    tags: record.tags,
    note: record.note,
    lastVisit: record.last_visit_at ? { at: record.last_visit_at.toISOString(), by: person(record.last_visit_by) } : null,
    requestedAt: record.requested_at?.toISOString() ?? null,
    requestedBy: person(record.requested_by),
    sentTo: record.sent_to,
    delivery: record.delivery as CustomerRow['delivery'],
    answeredAt: record.answered_at?.toISOString() ?? null,
    openRequest: open,
    requestUntil: open === null ? null : (record.request_until?.toISOString() ?? null),
    may: [...actsOnCustomer(listed, viewer.role, now)],
  }
}

export function toListed(record: CustomerRecord, { closedAt }: Pick<Viewer, 'closedAt'>): ListedCustomer {
  return {
    status: record.rests ? 'suspended' : record.status,
    statusSince: at(record.rests && closedAt !== null ? closedAt : record.status_since),
    lapsesAt: maybe(record.lapses_at),
    lapsesTo: record.lapses_to,
    hasPartnership: record.partnership_id !== null,
    sentTo: record.sent_to,
    startsAt: maybe(record.starts_at),
    openRequest: record.open_request as ListedCustomer['openRequest'],
    requestUntil: maybe(record.request_until),
    releaseNeeded: record.release_needed,
    isAdmitted: record.is_admitted,
  }
}

function identity(record: CustomerRecord, now: Instant) {
  const isRecent = record.renamed_at !== null && now - record.renamed_at.getTime() < formerNameShownMs
  return {
    id: record.id,
    partnershipId: record.partnership_id === null ? null : asId(record.partnership_id),
    number: record.customer_number,
    name: record.name,
    formerName: isRecent ? record.former_name : null,
    ownReference: record.own_reference || null,
    language: record.language as CustomerRow['language'],
    country: record.country,
  }
}

function rights(record: CustomerRecord) {
  const { rights_requested: requested, rights_granted: granted } = record
  return {
    isReduced: granted !== null && (requested ?? []).some((right) => !granted.includes(right)),
    access: record.access as CustomerRow['access'],
    rightsRemoved: record.rights_removed,
    rightsRequested: requested?.length ?? null,
    rightsGranted: granted?.length ?? null,
    requiredMissing: record.required_missing as RightId[],
  }
}

function payment(record: CustomerRecord) {
  const { limit_amount: amount, limit_currency: currency, limit_period: period } = record
  return {
    payer: record.payer as CustomerRow['payer'],
    paymentMethod: record.payment_method,
    spendingLimit:
      amount !== null && currency !== null && period !== null ? { amount, currency, period: period as 'order' | 'month' | 'year' } : null,
  }
}

const at = (date: Date): Instant => instant(date.getTime())
const maybe = (date: Date | null): Instant | null => (date ? at(date) : null)
const text = (moment: Instant): string => new Date(moment).toISOString()
