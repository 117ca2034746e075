// An event of the journal as one sentence in the reader's language; what was erased is said to be.
import { textsFor } from '../../locales/server-texts.ts'
import type { ActivityText } from './activity-store.ts'
import type { ExportedCustomer } from './exported-customer.ts'
import type { FileWords } from './file-words.ts'

export function describeEvent(entry: ActivityText, customer: ExportedCustomer, { language, locale, t }: FileWords): string {
  const { has } = textsFor(language)
  const id = `activity.${entry.kind}`
  if (!has(id)) return entry.kind
  const fact = (name: string) => plain(entry.body[name])
  const personal = (name: string) => (entry.detail === null ? t('activity.erased') : (plain(entry.detail[name]) ?? ''))
  const who = entry.person ?? t('activity.system')
  const what = `activity.what.${fact('what')}`
  const until = dateIn(entry.body)
  return t(id, {
    who,
    person: who,
    partner: customer.partnerName,
    customer: customer.name,
    product: entry.product ?? '',
    address: personal('address'),
    name: personal('name'),
    before: personal('before'),
    after: personal('after'),
    reason: personal('reason'),
    what: t(has(what) ? what : 'activity.what.other'),
    count: countIn(entry),
    date:
      typeof until === 'number' ? new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'Europe/Zurich' }).format(until) : '–',
    amount: fact('amount') ?? '',
    percent: fact('percent') ?? '',
    by: fact('endedBy') ?? fact('by') ?? '',
    side: fact('side') ?? '',
    payer: fact('payer') ?? '',
    type: fact('type') ?? '',
    area: fact('area') ?? '',
    file: fact('file') ?? '',
    role: fact('role') ?? '',
    method: fact('method') ?? '',
    granted:
      ['granted', 'reasonNeeded', 'secondFactorNeeded'].some((name) => fact(name) === 'true') || fact('proof') !== undefined ? 'yes' : 'no',
  })
}

/** The instant or the day that an entry names. */
function dateIn(body: ActivityText['body']): number | undefined {
  const at = ['notAfter', 'endsAt', 'expiresAt', 'firstOn', 'on']
    .map((name) => body[name])
    .find((value) => value !== undefined && value !== null)
  return typeof at === 'string' ? Date.parse(at) : typeof at === 'number' ? at : undefined
}

function countIn({ kind, body }: ActivityText): number {
  const listed =
    kind === 'partnership.narrowed'
      ? body['removed']
      : kind === 'partnership.granted'
        ? body['added']
        : (body['rights'] ?? body['products'])
  if (Array.isArray(listed)) return listed.length
  return [body['rows'], body['daysLeft'], body['customers']].find((one) => typeof one === 'number') ?? 0
}

function plain(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined
}
