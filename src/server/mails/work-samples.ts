// One mail of each kind about paying and long work, from the demo story.
import { instant } from '../../domain/time.ts'
import type { MailContent } from './mail-content.ts'

const site = 'http://127.0.0.1:4280'
const at = instant(Date.parse('2026-11-23T17:40:00Z'))

export const workSamples: readonly MailContent[] = [
  {
    id: 'payer-asked',
    reader: 'partner',
    customer: 'Bäckerei Zürcher GmbH',
    partner: 'Alpweb AG',
    until: at,
    url: `${site}/o/1/customers/2`,
  },
  {
    id: 'order-placed',
    ...{ reader: 'customer', partner: 'Alpweb AG', customer: 'Bäckerei Zürcher GmbH', payer: 'customer', at, url: `${site}/o/2/billing` },
    ...{ product: { name: 'baeckerei-zuercher.example', family: 'domain' }, description: 'Domain', more: 0 },
    total: { amount: 1490, currency: 'CHF' },
  },
  {
    id: 'order-placed',
    ...{ reader: 'partner', partner: 'Alpweb AG', customer: 'Garage Élan Sàrl', payer: 'partner', at, url: `${site}/o/1/customers/2` },
    ...{ product: null, description: 'Webhosting Plus', more: 2 },
    total: { amount: 23_880, currency: 'CHF' },
  },
  {
    id: 'limit-near',
    ...{ reader: 'customer', partner: 'Alpweb AG', customer: 'Bäckerei Zürcher GmbH', percent: 82, url: `${site}/o/2/partners/2` },
    ...{ spent: { amount: 41_000, currency: 'CHF' }, limit: { amount: 50_000, currency: 'CHF', period: 'month' } },
  },
  { id: 'job-finished', organisation: 'Alpweb AG', work: 'add', done: 894, total: 900, isStopped: false, url: `${site}/o/1/lists/2` },
]
