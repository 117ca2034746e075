// The partner's digest from the demo story, for tests and for looking at it.
import { localDate } from '../../domain/time.ts'
import type { MailOf } from './mail-content.ts'

const site = 'http://127.0.0.1:4280'

export const digestSample: MailOf<'partner-digest'> = {
  id: 'partner-digest',
  organisation: 'Alpweb AG',
  count: 14,
  sections: [
    {
      section: 'answer',
      count: 1,
      url: `${site}/o/1/customers?status=awaiting_partner`,
      customers: [{ customer: 'Hôtel du Lac Léman SA', url: `${site}/o/1/customers/5`, news: [{ what: 'countered', on: null }] }],
    },
    {
      section: 'check',
      count: 12,
      url: `${site}/o/1/customers?toCheck=true`,
      customers: [
        {
          customer: 'Bäckerei Zürcher GmbH',
          url: `${site}/o/1/customers/2`,
          news: [
            { what: 'answered', on: null },
            { what: 'payer', on: null },
          ],
        },
        { customer: 'Müller Söhne AG', url: `${site}/o/1/customers/3`, news: [{ what: 'not_delivered', on: null }] },
      ],
    },
    {
      section: 'soon',
      count: 1,
      url: `${site}/o/1/customers?until=30`,
      customers: [
        { customer: 'Rossi & Figli Sagl', url: `${site}/o/1/customers/6`, news: [{ what: 'ends', on: localDate('2026-12-05') }] },
      ],
    },
  ],
  url: `${site}/go/managed-customers`,
}
