// TABLE: what the sidebar offers, in the own Manager and while acting. Only what has a screen is shown.
import {
  Building2,
  ClipboardCheck,
  FileText,
  Globe,
  Handshake,
  House,
  LayoutTemplate,
  ListChecks,
  type LucideIcon,
  Megaphone,
  ScrollText,
  Settings,
  Store,
  Users,
  UsersRound,
  Wrench,
} from 'lucide-react'
import type { z } from 'zod'
import type { getOwnShell } from '../../server/shell/contract.ts'
import type { getActingShell } from '../../server/visits/contract.ts'

export type OwnShellData = z.output<typeof getOwnShell.answer>
export type ActingShellData = z.output<typeof getActingShell.answer>

export type NavigationItem<Data> = Readonly<{
  /** The route, as in routes.tsx. */
  to: string
  /** Key in the texts `shell.nav.*`. */
  text: string
  icon: LucideIcon
  exact?: true
  /** The heading that begins here. */
  group?: string
  /** The group before ends here. */
  apart?: (data: Data) => boolean
  shown?: (data: Data) => boolean
  /** A number that asks for attention, and the text that says of what. */
  count?: (data: Data) => number
  countText?: string
}>

export const ownNavigation: readonly NavigationItem<OwnShellData>[] = [
  { to: '/o/$organisation', text: 'overview', icon: House, exact: true },
  {
    to: '/o/$organisation/customers',
    text: 'customers',
    icon: Store,
    group: 'reseller_area',
    shown: ({ organisation }) => organisation.isPartner,
    count: ({ toCheckCount }) => toCheckCount,
    countText: 'to_check',
  },
  { to: '/o/$organisation/people', text: 'people', icon: UsersRound, shown: ({ organisation }) => organisation.isPartner },
  { to: '/o/$organisation/templates', text: 'templates', icon: LayoutTemplate, shown: ({ uses }) => uses.includes('templates') },
  { to: '/o/$organisation/lists', text: 'lists', icon: ListChecks, shown: ({ uses }) => uses.includes('lists') },
  { to: '/o/$organisation/campaigns', text: 'campaigns', icon: Megaphone, shown: ({ uses }) => uses.includes('campaigns') },
  {
    to: '/o/$organisation/tools',
    text: 'tools',
    icon: Wrench,
    shown: ({ organisation, role }) => organisation.isPartner && role !== 'collaborator',
  },
  { to: '/o/$organisation/products', text: 'products', icon: Globe, apart: ({ organisation }) => organisation.isPartner },
  { to: '/o/$organisation/members', text: 'members', icon: Users },
  {
    to: '/o/$organisation/partners',
    text: 'partners',
    icon: Handshake,
    count: ({ openRequestsCount }) => openRequestsCount,
    countText: 'open_requests',
  },
  { to: '/o/$organisation/reviews', text: 'reviews', icon: ClipboardCheck, shown: ({ uses }) => uses.includes('reviews') },
  { to: '/o/$organisation/billing', text: 'billing', icon: FileText },
  { to: '/o/$organisation/activity', text: 'activity', icon: ScrollText },
  { to: '/o/$organisation/settings', text: 'settings', icon: Settings },
]

export const actingNavigation: readonly NavigationItem<ActingShellData>[] = [
  { to: '/c/$partnership', text: 'overview', icon: House, exact: true },
  { to: '/c/$partnership/products', text: 'products', icon: Globe, shown: ({ families }) => families.length > 0 },
  { to: '/c/$partnership/members', text: 'members', icon: Users, shown: ({ maySeeMembers }) => maySeeMembers },
  { to: '/c/$partnership/billing', text: 'billing', icon: FileText, shown: ({ maySeeBilling }) => maySeeBilling },
  { to: '/c/$partnership/organisation', text: 'organisation', icon: Building2, shown: ({ maySeeOrganisation }) => maySeeOrganisation },
  { to: '/c/$partnership/activity', text: 'activity', icon: ScrollText },
]
