// Rights and terms as a mail lists them: by family, in the words of the catalogue, sensitive ones marked.
import { families, findRight, type RightId, rightIds } from '../../domain/rights/catalogue.ts'
import type { LocalDate } from '../../domain/time.ts'
import type { Block, Fact, Group } from './mail-document.ts'
import type { Words } from './mail-words.ts'
import type { AskedTerms } from './partnership-mail-content.ts'

const groupOrder = () => [...families, 'organisation', 'billing', 'product'] as const

/** Whole sentences for whoever decides. */
export function rightsInSentences(rights: readonly RightId[], words: Words): Block {
  const groups = groupOrder().map((group) => ({
    title: words.t(`families.${group}`),
    items: inOrder(rights)
      .filter((right) => groupOf(right) === group)
      .map((right) => marked(right, words.t(`rights.${right}`), words)),
  }))
  return { kind: 'groups', groups: groups.filter(({ items }) => items.length > 0) }
}

/** Short names under a title, for whoever knows the rights; nothing when there are none. */
export function rightsByName(title: string, rights: readonly RightId[], words: Words): Group[] {
  if (rights.length === 0) return []
  return [{ title, items: inOrder(rights).map((right) => marked(right, words.t(`rights.${right}.name`), words)) }]
}

export function termsAsFacts(terms: AskedTerms, rights: readonly RightId[], payer: string | null, words: Words): Fact[] {
  const starts = terms.startsOn === null ? [] : [{ label: words.t('mails.label.starts'), value: words.date(terms.startsOn) }]
  const pays = payer === null ? [] : [{ label: words.t('mails.label.payer'), value: payer }]
  return [...starts, { label: words.t('mails.label.duration'), value: duration(terms, rights, words) }, ...pays]
}

/** The last day of an access, if it has one. */
export function endAsFact(endsOn: LocalDate | null, words: Words): Fact {
  return { label: words.t('mails.label.access_ends'), value: endsOn === null ? words.t('mails.duration.none') : words.date(endsOn) }
}

function duration({ end }: AskedTerms, rights: readonly RightId[], words: Words): string {
  switch (end.kind) {
    case 'none':
      return words.t(rights.some(isSensitive) ? 'mails.duration.none_sensitive' : 'mails.duration.none')
    case 'on':
      return words.t('mails.duration.on', { date: words.date(end.date) })
    case 'after':
      return words.t('mails.duration.after', { days: end.days })
  }
}

function marked(right: RightId, text: string, words: Words) {
  return isSensitive(right) ? { text, mark: words.t('mails.sensitive') } : { text }
}

const isSensitive = (right: RightId) => findRight(right)?.sensitive !== null

function groupOf(right: RightId): ReturnType<typeof groupOrder>[number] {
  const family = findRight(right)?.family
  if (family) return family
  if (right.startsWith('product.')) return 'product'
  return right.startsWith('billing.') ? 'billing' : 'organisation'
}

function inOrder(rights: readonly RightId[]): readonly RightId[] {
  return rightIds.filter((right) => rights.includes(right))
}
