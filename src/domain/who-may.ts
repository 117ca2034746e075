// Who may do what in a partnership, by side and role: the whole table. What a machine allows, it allows these only.

import type { PersonId } from './ids.ts'
import type { Role, Side } from './organisation.ts'

/** Whoever gives a command, as the member of one of the two organisations. */
export type Actor = { readonly personId: PersonId; readonly side: Side; readonly role: Role }

const everybody: readonly Role[] = ['legal_representative', 'administrator', 'collaborator']
const leaders: readonly Role[] = ['legal_representative', 'administrator']
const representatives: readonly Role[] = ['legal_representative']
const collaborators: readonly Role[] = ['collaborator']
const nobody: readonly Role[] = []

const whoMayTable = {
  prepare: { partner: leaders, customer: representatives },
  release: { partner: representatives, customer: representatives },
  resend: { partner: leaders, customer: representatives },
  correct_address: { partner: leaders, customer: nobody },
  withdraw: { partner: leaders, customer: representatives },
  answer: { partner: representatives, customer: representatives },
  pass_on: { partner: nobody, customer: everybody },
  change_grant: { partner: nobody, customer: representatives },
  narrow: { partner: representatives, customer: representatives },
  change_payer: { partner: representatives, customer: representatives },
  suspend: { partner: nobody, customer: leaders },
  resume: { partner: nobody, customer: representatives },
  end: { partner: leaders, customer: representatives },
  admit_people: { partner: nobody, customer: representatives },
  demand_second_factor: { partner: nobody, customer: representatives },
  secure: { partner: nobody, customer: representatives },
  end_visit: { partner: leaders, customer: leaders },
  change_visits: { partner: nobody, customer: representatives },
  assign: { partner: leaders, customer: nobody },
  ask_access: { partner: collaborators, customer: nobody },
  set_access_rules: { partner: representatives, customer: nobody },
  see_all_customers: { partner: leaders, customer: nobody },
  export_customers: { partner: leaders, customer: nobody },
  see_activity: { partner: leaders, customer: leaders },
} satisfies Record<string, Readonly<Record<Side, readonly Role[]>>>

export type Act = keyof typeof whoMayTable
export const acts = Object.keys(whoMayTable) as readonly Act[]

/** Whether a member with this role on this side may do this; the state of the partnership may still refuse it. */
export function mayDo(act: Act, { side, role }: Pick<Actor, 'side' | 'role'>): boolean {
  return whoMayTable[act][side].includes(role)
}

/** Everything a role on a side may do: what a screen needs in order to offer it. */
export function actsOf(side: Side, role: Role): readonly Act[] {
  return acts.filter((act) => mayDo(act, { side, role }))
}
