// Who of the partner looks after a customer, people and teams, and with which of the granted rights at most.

import { z } from 'zod'
import { roles } from '../../domain/organisation.ts'
import { namesMax, rightName } from '../authorization/catalogue-contract.ts'

const id = z.uuid()
const params = z.strictObject({ organisation: id, managedCustomer: id })
const rights = z.array(rightName).max(namesMax).nullable()
const holder = z.strictObject({ id, rights })

/** GET /api/o/{organisation}/customers/{managedCustomer}/assignable: whom one can choose, and what was granted. */
export const listAssignable = {
  params,
  answer: z.strictObject({
    /** Of who has the customer now and with what; given back to …/assign, nothing is overwritten that was not seen. */
    version: z.string(),
    granted: z.array(rightName),
    people: z.array(
      z.strictObject({
        id,
        name: z.string(),
        email: z.string(),
        role: z.enum(roles),
        assigned: z.boolean(),
        /** Null: all that was granted, now and later. */
        rights,
        /** Where the customer admits named people only: whether this one is among them. */
        admitted: z.boolean(),
      }),
    ),
    /** `people`: how many are in it. */
    teams: z.array(z.strictObject({ id, name: z.string(), people: z.int(), assigned: z.boolean(), rights })),
  }),
  summary: 'People and teams of the partner and what they are assigned of this customer',
}

/** DELETE /api/o/{organisation}/timed-assignments/{assignment}: ended before its time. Problems: `not_found`. */
export const endTimedAssignment = {
  params: z.strictObject({ organisation: id, assignment: id }),
  answer: z.strictObject({}),
  summary: 'Ends an access for a time before its time',
}

/**
 * POST …/assign: the whole list, as it shall be from now on. Without `teams`, these stay as they are. `version`: as …/assignable has it;
 * without it the list is put whatever stands there. Problems: `changed_meanwhile` (somebody else changed who has the customer).
 */
export const assignPeople = {
  params,
  body: z.strictObject({
    people: z.array(holder).max(500),
    teams: z.array(holder).max(200).optional(),
    version: z.string().max(64).optional(),
  }),
  /** Where somebody lost the customer: since when all is closed to them. GET …/receipts/{receipt}. */
  answer: z.strictObject({ receipt: z.strictObject({ id }).nullable() }),
  summary: 'Says which people and teams look after this customer, with at most the granted rights',
}
