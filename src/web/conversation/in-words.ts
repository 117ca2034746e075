// What a version changes, in words: one short line for each kind of difference, from the point of view of whoever reads it.
import type { z } from 'zod'
import type { Side } from '../../domain/organisation.ts'
import type { EndTerm, Payer, SpendingLimit } from '../../domain/partnership/terms.ts'
import type { RightId } from '../../domain/rights/catalogue.ts'
import type { versionDifference } from '../../server/partnerships/conversation-contract.ts'
import type { Formats } from '../formats.ts'
import type { Translate } from '../texts.tsx'

export type Difference = z.output<typeof versionDifference>
/** From which side it is read, and what the other side is called. */
export type Reading = { readonly side: Side; readonly other: string }
/** `more` and `less` are marked with a plus and a minus. */
export type Line = {
  readonly id: string
  readonly change: 'more' | 'less' | 'other'
  readonly text: string
  readonly quote?: string | undefined
}

const ofRights = ['added', 'wider', 'left_out', 'narrower', 'elsewhere', 'now_required', 'now_optional'] as const
const changes = { added: 'more', wider: 'more', left_out: 'less', narrower: 'less' } as const

export function differencesInWords(t: Translate, formats: Formats, differences: readonly Difference[], reading: Reading): readonly Line[] {
  const rights = ofRights.flatMap((kind): Line[] => {
    const named = differences.flatMap((row) => (row.kind === kind ? [row.right] : []))
    if (named.length === 0) return []
    const change = kind in changes ? changes[kind as keyof typeof changes] : 'other'
    return [{ id: kind, change, text: t(`conversation.${kind}`, { rights: formats.list(named.map((right) => nameOf(t, right))) }) }]
  })
  return [...rights, ...differences.flatMap((row) => inOneLine(t, formats, row, reading))]
}

function inOneLine(t: Translate, formats: Formats, row: Difference, reading: Reading): Line[] {
  const line = (text: string, quote?: string): Line[] => [
    { id: `${row.kind} ${'right' in row ? row.right : ''}`, change: 'other', text, quote },
  ]
  const instead = (after: string, before: string) => line(t('conversation.instead', { after, before }))
  switch (row.kind) {
    case 'reason':
    case 'without_it':
      return line(t(`conversation.${row.kind}`, { right: nameOf(t, row.right) }), row.after ?? t('conversation.words_gone'))
    case 'start':
      return instead(startInWords(t, formats, row.after), startInWords(t, formats, row.before))
    case 'end':
      return instead(endInWords(t, formats, row.after), endInWords(t, formats, row.before))
    case 'payer':
      return line(
        t('conversation.payer', { after: whoPays(row.after, reading), before: whoPays(row.before, reading), name: reading.other }),
      )
    case 'payment_method':
      return line(t('conversation.payment_method'))
    case 'limit':
      return instead(limitInWords(t, formats, row.after), limitInWords(t, formats, row.before))
    default:
      return []
  }
}

export function endInWords(t: Translate, formats: Formats, end: EndTerm): string {
  if (end.kind === 'none') return t('conversation.end.none')
  if (end.kind === 'after') return t('conversation.end.after', { days: end.days })
  return t('conversation.end.on', { date: formats.date(end.date) })
}

function startInWords(t: Translate, formats: Formats, date: string | null): string {
  return date === null ? t('conversation.start.approval') : t('conversation.start.on', { date: formats.date(date) })
}

function limitInWords(t: Translate, formats: Formats, limit: SpendingLimit | null): string {
  return limit === null
    ? t('conversation.limit.none')
    : t('conversation.limit', { amount: formats.money(limit), period: t(`common.period.${limit.period}`) })
}

const nameOf = (t: Translate, right: RightId): string => t(`rights.${right}.name`)
const whoPays = (payer: Payer | null, { side }: Reading): string => (payer === null ? 'open' : payer === side ? 'you' : 'other')
