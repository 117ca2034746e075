// One mail of each kind about the time of an access, from the demo story.
import { instant, localDate } from '../../domain/time.ts'
import type { MailContent } from './mail-content.ts'

const partner = 'Alpweb AG'
const customer = 'Bäckerei Zürcher GmbH'
const page = 'http://127.0.0.1:4280/o/2/partners/2'

export const endingSamples: readonly MailContent[] = [
  {
    id: 'access-granted',
    ...{ partner, organisation: customer, by: 'Regula Zürcher', at: instant(Date.parse('2026-11-23T17:40:00Z')), url: page },
    ...{ rights: ['domain.view', 'domain.manage'], startsOn: localDate('2026-12-01'), endsOn: null },
  },
  {
    id: 'access-ending',
    ...{ partner, organisation: customer, endsOn: localDate('2027-03-31'), daysLeft: 7, parts: [], url: `${page}/renew` },
  },
  {
    id: 'access-ending',
    ...{ partner, organisation: customer, endsOn: localDate('2027-03-31'), daysLeft: 1, url: `${page}/renew` },
    parts: ['hosting.content', 'product.order'],
  },
  {
    id: 'access-extended',
    ...{
      reader: 'partner',
      partner,
      customer,
      endsOn: localDate('2028-03-31'),
      sensitiveUntil: localDate('2028-02-24'),
      inForce: 7,
      url: page,
    },
  },
  {
    id: 'yearly-review',
    ...{ partner, organisation: customer, inForce: 11, unused: ['server.view', 'server.manage'], url: `${page}/review` },
  },
]
