// One mail of each kind from the demo story, for tests and for looking at them.
import { type Instant, instant, localDate } from '../../domain/time.ts'
import { digestSample } from './digest-sample.ts'
import { endingSamples } from './ending-samples.ts'
import type { MailContent } from './mail-content.ts'
import type { AskedTerms, Asker } from './partnership-mail-content.ts'
import { peopleSamples } from './people-samples.ts'
import { personSamples } from './person-samples.ts'
import { workSamples } from './work-samples.ts'

const site = 'http://127.0.0.1:4280'
const at = (iso: string): Instant => instant(Date.parse(iso))

const alpweb: Asker = { name: 'Alpweb AG', verifiedDomain: 'alpweb.example', registerNumber: 'CHE-123.456.788', place: 'Olten' }
const terms: AskedTerms = {
  startsOn: null,
  end: { kind: 'none' },
  payer: 'customer',
  spendingLimit: { amount: 50_000, currency: 'CHF', period: 'month' },
}
const request = {
  partner: alpweb,
  rights: [
    'domain.view',
    'domain.manage',
    'mail.view',
    'mail.manage',
    'hosting.view',
    'hosting.manage',
    'hosting.content',
    'product.order',
  ],
  terms,
  until: at('2026-12-23T10:00:00Z'),
  url: `${site}/r/nT5cVq0d8Lk2`,
} as const
const reportUrl = `${site}/r/nT5cVq0d8Lk2?report`
const answer = { customer: 'Bäckerei Zürcher GmbH', by: 'Regula Zürcher', at: at('2026-11-23T17:40:00Z'), url: `${site}/o/1/customers/2` }
const gate = {
  reader: 'partner',
  customer: 'Bäckerei Zürcher GmbH',
  partner: 'Alpweb AG',
  by: 'Regula Zürcher',
  at: at('2026-11-23T17:40:00Z'),
  url: `${site}/o/1/partners/2`,
} as const

export const mailSamples: readonly MailContent[] = [
  {
    id: 'partner-verification',
    organisation: 'Alpweb AG',
    result: 'verified',
    until: at('2027-11-23T10:00:00Z'),
    url: `${site}/o/1/verification`,
  },
  {
    id: 'partner-number-changed',
    ...{ partner: 'Alpweb AG', before: 'CHE-116.281.710', after: 'CHE-234.567.895' },
    ...{ organisation: 'Bäckerei Zürcher GmbH', url: `${site}/o/1/partners` },
  },
  { id: 'partner-renamed', before: 'Alpweb AG', after: 'Bergweb AG', organisation: 'Bäckerei Zürcher GmbH', url: `${site}/o/1/partners` },
  { id: 'request-received', ...request, reportUrl },
  { id: 'request-reminder', ...request, reportUrl, daysLeft: 2 },
  { id: 'request-passed-on', ...request, reportUrl, by: 'Nina Baumann' },
  { id: 'more-requested', ...request, rights: ['server.view', 'server.content'], organisation: 'Bäckerei Zürcher GmbH' },
  {
    id: 'handover',
    customer: 'Bäckerei Zürcher GmbH',
    role: 'from',
    other: null,
    on: localDate('2026-12-07'),
    url: `${site}/o/1/customers/2`,
  },
  {
    id: 'payment-falls-back',
    reader: 'customer',
    customer: 'Bäckerei Zürcher GmbH',
    partner: 'Alpweb AG',
    reason: 'ended',
    products: 3,
    on: localDate('2027-01-10'),
    url: `${site}/o/1/partners/2`,
  },
  {
    id: 'approval-needed',
    organisation: 'Bäckerei Zürcher GmbH',
    other: 'Alpweb AG',
    act: 'answer',
    by: 'Regula Zürcher',
    rights: request.rights,
    until: at('2026-12-07T17:40:00Z'),
    url: `${site}/o/1/signatures/2`,
  },
  { id: 'request-withdrawn', partner: 'Alpweb AG', at: at('2026-11-23T17:40:00Z') },
  { id: 'request-undeliverable', address: 'info@mueller-soehne.example', reason: 'refused', url: `${site}/o/1/customers/3` },
  { id: 'release-needed', by: 'Marc Sutter', organisation: 'Alpweb AG', count: 3, url: `${site}/o/1/customers` },
  { id: 'answer-granted', ...answer, granted: request.rights, endsOn: null },
  {
    id: 'answer-different',
    ...answer,
    requested: request.rights,
    granted: ['domain.view', 'domain.manage', 'mail.view', 'hosting.view', 'billing.view'],
    endsOn: localDate('2027-11-23'),
    termsChanged: true,
  },
  {
    id: 'answer-counter',
    ...answer,
    missingRequired: ['hosting.content'],
    added: ['billing.view'],
    partnerShouldPay: true,
    until: at('2026-12-23T10:00:00Z'),
  },
  { id: 'answer-declined', address: null, hasAccess: false, customer: answer.customer, at: answer.at, url: answer.url },
  {
    id: 'invitation-received',
    customer: 'Garage Élan Sàrl',
    rights: ['domain.view', 'mail.view'],
    terms: { ...terms, payer: 'partner', end: { kind: 'after', days: 180 } },
    until: at('2026-12-23T10:00:00Z'),
    url: `${site}/o/1/customers/4`,
    organisation: 'Alpweb AG',
  },
  { id: 'invitation-answered', partner: 'Alpweb AG', accepted: true, at: answer.at, url: `${site}/o/2/partners` },
  {
    id: 'access-granted',
    partner: 'Alpweb AG',
    organisation: 'Bäckerei Zürcher GmbH',
    by: 'Regula Zürcher',
    at: answer.at,
    rights: request.rights,
    startsOn: null,
    endsOn: localDate('2027-11-23'),
    url: `${site}/o/2/partners`,
  },
  ...endingSamples,
  ...peopleSamples,
  {
    id: 'rights-changed',
    customer: 'Bäckerei Zürcher GmbH',
    at: answer.at,
    removed: ['mail.manage', 'hosting.content'],
    added: ['billing.view'],
    inForce: 7,
    endsOn: localDate('2027-11-23'),
    payment: null,
    url: `${site}/o/1/customers/2`,
  },
  {
    id: 'payer-changed',
    reader: 'partner',
    customer: 'Bäckerei Zürcher GmbH',
    partner: 'Alpweb AG',
    payer: 'customer',
    paymentMethod: { brand: 'Visa', lastFour: '4242' },
    spendingLimit: { amount: 50_000, currency: 'CHF', period: 'month' },
    at: answer.at,
    url: `${site}/o/1/customers/2`,
  },
  { id: 'access-suspended', ...gate },
  { id: 'access-suspended', ...gate, by: null, isDisputed: true },
  { id: 'access-resumed', ...gate, by: null },
  {
    id: 'partnership-ended',
    reader: 'customer',
    customer: 'Garage Élan Sàrl',
    partner: 'Alpweb AG',
    by: 'customer',
    at: answer.at,
    receipt: { rights: 8, visits: 1, position: 18_204 },
    knownPasswords: 2,
    url: `${site}/o/2/activity`,
  },
  {
    id: 'visit-started',
    person: 'Anna Keller',
    partner: 'Alpweb AG',
    customer: 'Bäckerei Zürcher GmbH',
    at: answer.at,
    url: `${site}/o/2/partners/visits`,
  },
  {
    id: 'critical-change',
    person: 'Anna Keller',
    partner: 'Alpweb AG',
    customer: 'Bäckerei Zürcher GmbH',
    product: { name: 'baeckerei-zuercher.example', family: 'domain' },
    change: 'name_servers',
    at: answer.at,
    url: `${site}/o/2/activity`,
  },
  { id: 'report-received', reader: 'reporter', partner: 'Alpweb AG', number: 'F-1042', at: answer.at, url: null },
  { id: 'report-received', reader: 'disputer', partner: 'Alpweb AG', number: 'F-1043', at: answer.at, url: `${site}/o/1/cases/1` },
  { id: 'report-received', reader: 'operator', partner: 'Alpweb AG', number: 'F-1042', at: answer.at, url: `${site}/cases/1` },
  ...workSamples,
  { id: 'request-changed', ...request, organisation: 'Bäckerei Zürcher GmbH' },
  { id: 'request-changed', ...request, organisation: null, reportUrl: `${request.url}#report` },
  digestSample,
  ...personSamples,
]
