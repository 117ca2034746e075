// Who takes part in the conversations: people of both sides in every role, one who represents both, the operator and the clock.
import { actor, alpweb, anna, asAnna, asBeat, asMarc, asPetra, asRuth, petra, zuercher } from '../../src/domain/given.ts'
import { asId, type PersonId } from '../../src/domain/ids.ts'
import type { Member } from '../../src/domain/organisation.ts'
import type { Actor } from '../../src/domain/who-may.ts'

export const dora = asId<PersonId>('dora')
/** Petra and Paula represent the partner, Marc administers it, Anna works there; Ruth represents the customer, Beat administers it; Dora represents both. */
export const cast = {
  petra: asPetra,
  paula: actor(asId<PersonId>('paula'), 'partner'),
  marc: asMarc,
  anna: asAnna,
  'dora of the partner': actor(dora, 'partner'),
  ruth: asRuth,
  beat: asBeat,
  'dora of the customer': actor(dora, 'customer'),
} as const satisfies Readonly<Record<string, Actor>>

export type Name = keyof typeof cast
export const names = Object.keys(cast) as readonly Name[]
export const ofPartner: readonly Name[] = ['petra', 'paula', 'marc', 'anna', 'dora of the partner']
export const ofCustomer: readonly Name[] = ['ruth', 'beat', 'dora of the customer']

export const isPartner = (name: Name): boolean => cast[name].side === 'partner'
export const isRepresentative = (name: Name): boolean => cast[name].role === 'legal_representative'
export const isLeader = (name: Name): boolean => cast[name].role !== 'collaborator'
/** The person behind a name: Dora is the same on both sides. */
export const personOf = (name: Name): string => cast[name].personId

export const members: readonly Member[] = [
  ...ofPartner.map((name) => ({ organisationId: alpweb, personId: cast[name].personId, role: cast[name].role })),
  ...ofCustomer.map((name) => ({ organisationId: zuercher, personId: cast[name].personId, role: cast[name].role })),
]
/** Whoever has every customer of the partner, and whoever has what is assigned. */
export const lookers = [petra, anna] as const
