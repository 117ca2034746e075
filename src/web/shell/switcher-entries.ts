// What the account switcher lists: own organisations, customers in their groups, and pages.
import type { z } from 'zod'
import type { getSwitcher } from '../../server/shell/contract.ts'
import type { OwnOrganisation } from './me.ts'
import type { PageEntry } from './pages-and-actions.ts'

export type SwitchableCustomer = z.output<typeof getSwitcher.answer>['customers'][number]
export type Entry =
  | Readonly<{ kind: 'organisation'; key: string; name: string; organisation: OwnOrganisation }>
  | Readonly<{ kind: 'customer'; key: string; name: string; customer: SwitchableCustomer }>
  | Readonly<{ kind: 'page'; key: string; name: string; page: PageEntry }>
/** `label` is a key of the texts `shell.switcher.*`; null where one group needs no heading. */
export type EntryGroup = Readonly<{ value: string; label: string | null; items: readonly Entry[] }>

export function organisationGroups(organisations: readonly OwnOrganisation[], search: string): EntryGroup[] {
  const items = organisations
    .filter(({ name, number }) => fold(`${name} ${number}`).includes(fold(search)))
    .map((organisation): Entry => ({ kind: 'organisation', key: organisation.id, name: organisation.name, organisation }))
  return items.length > 0 ? [{ value: 'organisations', label: search === '' ? null : 'organisations', items }] : []
}

/** The server has searched and sorted already; here they only get their headings. */
export function customerGroups(customers: readonly SwitchableCustomer[], searching: boolean): EntryGroup[] {
  const entries = customers.map((customer): Entry & { kind: 'customer' } => ({
    kind: 'customer',
    key: customer.partnershipId,
    name: customer.customerName,
    customer,
  }))
  if (searching) return entries.length > 0 ? [{ value: 'found', label: 'customers', items: entries }] : []
  const pinned = entries.filter(({ customer }) => customer.pinned)
  const recent = entries.filter(({ customer }) => customer.recent && !customer.pinned)
  const others = entries.filter(({ customer }) => !customer.recent && !customer.pinned)
  const groups: EntryGroup[] = [
    { value: 'pinned', label: 'pinned', items: pinned },
    { value: 'recent', label: 'recent', items: recent },
    { value: 'all', label: pinned.length + recent.length > 0 ? 'all' : null, items: others },
  ]
  return groups.filter(({ items }) => items.length > 0)
}

/** Somebody who types looks for anything: the other tab's too, and pages; these come first where their name begins with what was typed. */
export function foundGroups(
  first: readonly EntryGroup[],
  others: readonly EntryGroup[],
  pages: readonly (Entry & { kind: 'page' })[],
  search: string,
): EntryGroup[] {
  const accounts = [...first, ...others]
  const own: readonly EntryGroup[] = pages.length === 0 ? [] : [{ value: 'pages', label: 'pages', items: pages }]
  const isMeant = pages.some(({ name }) => fold(name).startsWith(fold(search)))
  return isMeant ? [...own, ...accounts] : [...accounts, ...own]
}

/** "Zürich" is found by "zurich"; "zuerich" is the server's matter. */
function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()
}
