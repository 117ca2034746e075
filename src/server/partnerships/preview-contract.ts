// What somebody of a partner sees in the customer's Manager, or would see, on the wire.

import { z } from 'zod'
import { missingCodes } from '../../domain/authorization/decision.ts'
import { places } from '../../domain/authorization/what-is-seen.ts'
import { roles } from '../../domain/organisation.ts'
import { familyName } from '../authorization/catalogue-contract.ts'
import { rightId } from './contract.ts'

const id = z.uuid()
const missing = z.enum(missingCodes)
const person = z.strictObject({ id, name: z.string(), role: z.enum(roles) })

export const preview = z.strictObject({
  /** Whoever of the partner can be looked through. */
  people: z.array(person),
  /** Through whose eyes this is; null when the partner has nobody who could enter. */
  person: person.nullable(),
  partner: z.string(),
  customer: z.strictObject({ name: z.string(), number: z.string() }),
  /** Access is stopped at the moment: this is how it would be otherwise. */
  isStopped: z.boolean(),
  /** What keeps this person out altogether; null when they may enter. */
  missing: missing.nullable(),
  places: z.array(z.enum(places)),
  products: z.array(
    z.strictObject({
      id,
      family: familyName,
      name: z.string(),
      /** What can be done with it; empty when it is hidden. */
      rights: z.array(rightId),
      /** Why it is hidden; null when it is seen. */
      missing: missing.nullable(),
    }),
  ),
  /** What can be used somewhere, and what nowhere, with why. */
  rights: z.array(rightId),
  lacking: z.array(z.strictObject({ right: rightId, because: missing })),
})
