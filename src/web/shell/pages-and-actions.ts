// What the account switcher finds besides accounts: the pages one may open and the things one may begin, in the person's words.
import { CircleQuestionMark, type LucideIcon, Mail, Plus, UserRound } from 'lucide-react'
import { mayDo } from '../../domain/who-may.ts'
import { type ActingShellData, actingNavigation, type NavigationItem, type OwnShellData, ownNavigation } from './navigation.ts'

export type PageEntry = Readonly<{
  /** The id of its text. */
  text: string
  icon: LucideIcon
  to: string
  params: Readonly<Record<string, string>>
  /** Inside the visit one is in: going there leaves nothing. */
  isHere: boolean
}>

export function ownPages(shell: OwnShellData): readonly PageEntry[] {
  const params = { organisation: shell.organisation.id }
  return [...actionsOf(shell), ...pagesIn(ownNavigation, shell), ...personal].map((page) => ({ ...page, params, isHere: false }))
}

export function actingPages(shell: ActingShellData): readonly PageEntry[] {
  return pagesIn(actingNavigation, shell).map((page) => ({ ...page, params: { partnership: shell.partnershipId }, isHere: true }))
}

/** Answers with those of the pages of which each typed word begins a word; at most five. Their names are read once, not for each letter. */
export function pageFinder(pages: readonly PageEntry[], nameOf: (page: PageEntry) => string): (typed: string) => readonly PageEntry[] {
  let named: readonly { readonly page: PageEntry; readonly words: readonly string[] }[] | undefined
  return (typed) => {
    const wanted = wordsOf(typed)
    if (wanted.length === 0) return []
    // With the first letter, so that what one searches in opens without waiting for it.
    named ??= pages.map((page) => ({ page, words: wordsOf(nameOf(page)) }))
    const fits = ({ words }: NonNullable<typeof named>[number]) => wanted.every((part) => words.some((word) => word.startsWith(part)))
    return named
      .filter(fits)
      .slice(0, 5)
      .map(({ page }) => page)
  }
}

type Page = Pick<PageEntry, 'text' | 'icon' | 'to'>

function pagesIn<Data>(navigation: readonly NavigationItem<Data>[], data: Data): readonly Page[] {
  return navigation.filter(({ shown }) => shown?.(data) ?? true).map(({ text, icon, to }) => ({ text: `shell.nav.${text}`, icon, to }))
}

function actionsOf({ organisation, role }: OwnShellData): readonly Page[] {
  const mayAsk = organisation.isPartner && mayDo('prepare', { side: 'partner', role })
  const mayOffer = mayDo('prepare', { side: 'customer', role })
  return [
    ...(mayAsk ? [add('common.add_customer', 'customers/new'), add('lists.add.title', 'customers/list')] : []),
    ...(mayOffer ? [add('partners.add', 'partners/new')] : []),
  ]
}

const add = (text: string, path: string): Page => ({ text, icon: Plus, to: `/o/$organisation/${path}` })

const personal: readonly Page[] = [
  { text: 'shell.person.account', icon: UserRound, to: '/account' },
  { text: 'mail-choices.title', icon: Mail, to: '/account/mails' },
  { text: 'shell.nav.help', icon: CircleQuestionMark, to: '/help' },
]

/** "Zürich" is found by "zurich". */
function wordsOf(text: string): readonly string[] {
  const folded = text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
  return folded.split(/[^\p{L}\p{N}]+/u).filter(Boolean)
}
