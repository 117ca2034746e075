// One mail of each kind about people of a partner, from the demo story.
import { instant } from '../../domain/time.ts'
import type { MailContent } from './mail-content.ts'

const customer = 'Bäckerei Zürcher GmbH'
const organisation = 'Alpweb AG'
const site = 'http://127.0.0.1:4280'
const until = instant(Date.parse('2026-11-24T17:40:00Z'))

export const peopleSamples: readonly MailContent[] = [
  { id: 'customer-asked', person: 'Anna Keller', customer, organisation, rights: null, hours: 48, url: `${site}/o/1/people` },
  { id: 'customer-asked', person: 'Anna Keller', customer, organisation, rights: ['mail.content'], hours: 4, url: `${site}/o/1/people` },
  { id: 'customer-answered', customer, organisation, granted: true, rights: ['mail.content'], until, url: `${site}/c/2` },
  { id: 'customer-answered', customer, organisation, granted: false, rights: null, until: null, url: `${site}/o/1/customers` },
  {
    id: 'successor-named',
    ...{
      partner: organisation,
      organisation: customer,
      person: 'Luca Bernasconi',
      successor: 'Anna Keller',
      url: `${site}/o/2/partners/2`,
    },
  },
]
