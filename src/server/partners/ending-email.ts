// Mails about the time of an access: it ends soon, it was extended, and once a year whether it is still right.
import { rightsCounting } from '../../domain/partnership/grant.ts'
import type { Partnership } from '../../domain/partnership/partnership.ts'
import { longUnusedDays, unusedRights } from '../../domain/partnership/usage.ts'
import { isSensitive } from '../../domain/rights/catalogue.ts'
import { rightsIn } from '../../domain/rights/rights-set.ts'
import { earliest } from '../../domain/time.ts'
import { calendar, lastDayOf } from '../partnerships/calendar.ts'
import { listMailReaders } from '../partnerships/mail-reader-store.ts'
import { listRightUses } from '../partnerships/usage-store.ts'
import type { Mail, Reacting, RecordedEvent } from '../reaction.ts'
import { aboutPartnership, addressed, isToldAlready, partnerReaders } from './access-email.ts'

/** To whoever can extend it, and to the partner, who can propose to. */
export async function accessEnding(reacting: Reacting, event: RecordedEvent): Promise<readonly Mail[]> {
  if (event.kind !== 'partnership.ending_reminded') return []
  const about = await aboutPartnership(reacting, event)
  if (!about) return []
  const { partnership, partner, customer, customerUrl, partnerUrl } = about
  const { daysLeft, endsAt, parts } = event.data
  const content = { id: 'access-ending', partner, customer, endsOn: lastDayOf(endsAt), daysLeft, parts } as const
  return [
    ...(await toRepresentatives(reacting, partnership, { ...content, reader: 'customer', url: `${customerUrl}/renew` })),
    ...addressed(await partnerReaders(reacting, partnership), { ...content, reader: 'partner', url: partnerUrl }),
  ]
}

/** To both sides. Where other rights changed in the same version, the partner reads of the new end with them. */
export async function accessExtended(reacting: Reacting, event: RecordedEvent): Promise<readonly Mail[]> {
  if (event.kind !== 'partnership.extended') return []
  const about = await aboutPartnership(reacting, event)
  const grant = about?.partnership.grant
  if (!about || !grant || grant.version !== event.data.version) return []
  const { partnership, partner, customer, at, partnerUrl, customerUrl } = about
  const sensitive = earliest(...grant.rights.filter(({ right }) => isSensitive(right)).map(({ notAfter }) => notAfter))
  const endsOn = grant.notAfter === null ? null : lastDayOf(grant.notAfter)
  const sensitiveUntil = sensitive === null || sensitive === grant.notAfter ? null : lastDayOf(sensitive)
  const inForce = rightsIn(rightsCounting(grant, partnership.securedAt, at)).length
  const content = { id: 'access-extended', partner, customer, endsOn, sensitiveUntil, inForce } as const
  const toCustomer = await toRepresentatives(reacting, partnership, { ...content, reader: 'customer', url: customerUrl })
  if (await isToldAlready(reacting, partnership, grant)) return toCustomer
  const toPartner = addressed(await partnerReaders(reacting, partnership), { ...content, reader: 'partner', url: partnerUrl })
  return [...toCustomer, ...toPartner]
}

/** With what nobody used, so that it is easy to take away. */
export async function yearlyReview(reacting: Reacting, event: RecordedEvent): Promise<readonly Mail[]> {
  if (event.kind !== 'partnership.review_asked') return []
  const about = await aboutPartnership(reacting, event)
  if (!about?.partnership.grant) return []
  const { partnership, partner, customer, at, customerUrl } = about
  const unused = unusedRights(await listRightUses(reacting.tx, partnership), longUnusedDays, at, calendar)
  const inForce = event.data.rights.length
  return toRepresentatives(reacting, partnership, {
    id: 'yearly-review',
    ...{ partner, organisation: customer, inForce, unused, url: `${customerUrl}/review` },
  })
}

async function toRepresentatives({ tx }: Reacting, { customerId }: Partnership, content: Mail['content']): Promise<readonly Mail[]> {
  return addressed(await listMailReaders(tx, customerId, ['legal_representative']), content)
}
