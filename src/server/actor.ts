// Whoever works in their own organisation, as the domain asks for them: on the customer's side or on the partner's.
import type { Actor } from '../domain/who-may.ts'
import type { OwnWork } from './work.ts'

export const asCustomer = ({ person, context }: OwnWork): Actor => ({ personId: person.id, side: 'customer', role: context.role })

export const asPartner = ({ person, context }: OwnWork): Actor => ({ personId: person.id, side: 'partner', role: context.role })
