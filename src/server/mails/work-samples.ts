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
  { id: 'job-finished', organisation: 'Alpweb AG', work: 'add', done: 894, total: 900, isStopped: false, url: `${site}/o/1/lists/2` },
]
