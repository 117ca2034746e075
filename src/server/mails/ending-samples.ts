// One mail of each kind about the time of an access, from the demo story.
import { instant, localDate } from '../../domain/time.ts'
import type { MailContent } from './mail-content.ts'

const partner = 'Alpweb AG'
const customer = 'Bäckerei Zürcher GmbH'
const page = 'http://127.0.0.1:4280/o/2/partners/2'

export const endingSamples: readonly MailContent[] = [
  {
    id: 'more-requested',
    ...{ organisation: customer, rights: [], longer: true, until: instant(Date.parse('2026-12-23T10:00:00Z')), url: `${page}/renew` },
    partner: { name: partner, verifiedDomain: 'alpweb.example', registerNumber: 'CHE-123.456.788', place: 'Olten' },
    terms: { startsOn: null, end: { kind: 'on', date: localDate('2028-03-31') }, payer: null, spendingLimit: null },
  },
  {
    id: 'access-granted',
    ...{ partner, organisation: customer, by: 'Regula Zürcher', at: instant(Date.parse('2026-11-23T17:40:00Z')), url: page },
    ...{ rights: ['domain.view', 'domain.manage'], startsOn: localDate('2026-12-01'), endsOn: null },
  },
  {
    id: 'access-ending',
    ...{ reader: 'customer', partner, customer, endsOn: localDate('2027-03-31'), daysLeft: 7, parts: [], url: `${page}/renew` },
  },
  {
    id: 'access-ending',
    ...{ reader: 'partner', partner, customer, endsOn: localDate('2027-03-31'), daysLeft: 1, url: page },
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
    id: 'succession-asked',
    ...{ partner, organisation: customer, until: instant(Date.parse('2026-12-23T10:00:00Z')), url: page },
    successor: { name: 'Webwerk GmbH', verifiedDomain: 'webwerk.example', registerNumber: 'CHE-234.567.895', place: 'Bern' },
  },
  {
    id: 'succession-asked',
    ...{ partner, organisation: customer, until: instant(Date.parse('2026-12-23T10:00:00Z')), url: page, daysLeft: 7 },
    successor: { name: 'Webwerk GmbH', verifiedDomain: 'webwerk.example', registerNumber: 'CHE-234.567.895', place: 'Bern' },
  },
  {
    id: 'succession-asked',
    ...{ partner, organisation: customer, until: instant(Date.parse('2026-12-23T10:00:00Z')), url: page, rests: true },
    successor: { name: 'Alpweb Holding AG', verifiedDomain: 'alpweb.example', registerNumber: 'CHE-234.567.895', place: 'Olten' },
  },
  {
    id: 'yearly-review',
    ...{ partner, organisation: customer, inForce: 11, unused: ['server.view', 'server.manage'], url: `${page}/review` },
  },
]
