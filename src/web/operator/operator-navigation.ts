// TABLE: what the sidebar of the operator console offers. Only what has a screen is shown.
import { BadgeCheck, Building2, House, Import, KeyRound, Scale, ShieldCheck } from 'lucide-react'
import type { z } from 'zod'
import type { getConsole } from '../../server/operator/contract.ts'
import type { NavigationItem } from '../shell/navigation.ts'

export const operatorNavigation: readonly NavigationItem<z.output<typeof getConsole.answer>>[] = [
  { to: '/operator', text: 'overview', icon: House, exact: true },
  {
    to: '/operator/applications',
    text: 'applications',
    icon: BadgeCheck,
    count: ({ waiting }) => waiting.applications,
    countText: 'waiting_applications',
  },
  { to: '/operator/organisations', text: 'organisations', icon: Building2 },
  { to: '/operator/cases', text: 'cases', icon: Scale },
  { to: '/operator/taken-over', text: 'taken_over', icon: Import },
  { to: '/operator/catalogue', text: 'catalogue', icon: KeyRound },
  { to: '/operator/operators', text: 'operators', icon: ShieldCheck },
]
