// One entry of the journal as one plain sentence, in the reader's language.
import type { z } from 'zod'
import type { activityEntry } from '../../server/activity/contract.ts'
import { type Formats, useFormats } from '../formats.ts'
import { hasText, type TextValues, type Translate, useTexts } from '../texts.tsx'

export type ActivityEntry = z.output<typeof activityEntry>

/** `sentence(entry)`: "Anna Keller (Alpweb AG) viewed the invoices". */
export function useEntrySentence(): (entry: ActivityEntry) => string {
  const t = useTexts()
  const formats = useFormats()
  return (entry) => {
    const id = `activity.${entry.kind}`
    return hasText(id) ? t(id, valuesOf(entry, t, formats)) : entry.kind
  }
}

function valuesOf(entry: ActivityEntry, t: Translate, formats: Formats): TextValues {
  const erased = t('activity.erased')
  const known = { ...texts(entry.data), ...texts(entry.detail ?? {}) }
  const personal = { address: erased, name: erased, before: erased, after: erased, ...known }
  return {
    ...personal,
    who: whoDid(entry, t),
    person: text(known['name']) ?? entry.about?.name ?? entry.person?.name ?? '',
    partner: entry.partner?.name ?? entry.organisation?.name ?? '',
    customer: entry.customer?.name ?? text(known['customer']) ?? '',
    product: entry.product?.name ?? '',
    side: text(entry.data['side']) ?? text(entry.data['by']) ?? 'partner',
    by: text(entry.data['endedBy']) ?? text(entry.data['by']) ?? 'other',
    count: countOf(entry.data),
    date: dateOf(entry.data, formats),
    amount: amountOf(entry.data, formats),
    payer: text(entry.data['payer']) ?? 'other',
    what: whatOf(entry.data, t),
    role: roleOf(entry.data['role'], t),
    granted:
      ['granted', 'reasonNeeded', 'secondFactorNeeded'].some((name) => entry.data[name] === true) || text(entry.data['proof']) !== undefined
        ? 'yes'
        : 'no',
    ...(entry.kind === 'member.role_changed' ? { before: roleOf(entry.data['before'], t), after: roleOf(entry.data['after'], t) } : {}),
    ...(typeof entry.data['percent'] === 'number' ? { percent: formats.percent(entry.data['percent'] / 100) } : {}),
  }
}

function whoDid(entry: ActivityEntry, t: Translate): string {
  if (!entry.person) return t(nobodyNamed(entry.kind))
  if (entry.operator) return t('activity.who', { person: entry.person.name, organisation: t('activity.operator') })
  if (!entry.organisation) return entry.person.name
  return t('activity.who', { person: entry.person.name, organisation: entry.organisation.name })
}

function nobodyNamed(kind: string): 'activity.provider' | 'activity.recipient' | 'activity.system' {
  if (kind === 'request.passed_on' || kind === 'proposal.declined') return 'activity.recipient'
  return isToldByProvider(kind) ? 'activity.provider' : 'activity.system'
}

const isToldByProvider = (kind: string): boolean => /^(product|invoice|payment_method|domain|order)\./.test(kind)

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

function texts(record: Readonly<Record<string, unknown>>): Record<string, string | number> {
  const plain = Object.entries(record).filter((pair): pair is [string, string | number] => ['string', 'number'].includes(typeof pair[1]))
  return Object.fromEntries(plain)
}

/** How many rights, days or rows: whichever the entry counts. */
function countOf(data: Readonly<Record<string, unknown>>): number {
  for (const name of ['rights', 'added', 'removed', 'products']) {
    const list = data[name]
    if (Array.isArray(list) && list.length > 0) return list.length
  }
  for (const name of ['daysLeft', 'rows', 'customers', 'count']) {
    const number = data[name]
    if (typeof number === 'number') return number
  }
  return 0
}

function dateOf(data: Readonly<Record<string, unknown>>, formats: Formats): string {
  const at = data['notAfter'] ?? data['endsAt'] ?? data['expiresAt'] ?? data['firstOn'] ?? data['on']
  return typeof at === 'number' || typeof at === 'string' ? formats.date(at) : '–'
}

function amountOf(data: Readonly<Record<string, unknown>>, formats: Formats): string {
  const { amount, currency } = data
  return typeof amount === 'number' && typeof currency === 'string' ? formats.money({ amount, currency }) : '–'
}

function whatOf(data: Readonly<Record<string, unknown>>, t: Translate): string {
  const id = `activity.what.${text(data['what']) ?? 'other'}`
  return hasText(id) ? t(id) : t('activity.what.other')
}

const roleOf = (role: unknown, t: Translate): string => (typeof role === 'string' && hasText(`roles.${role}`) ? t(`roles.${role}`) : '')
