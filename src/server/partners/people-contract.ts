// One of the people of a partner, as its customer sees them.
import { z } from 'zod'
import { roles } from '../../domain/organisation.ts'

const time = z.iso.datetime()

export const partnerPerson = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  role: z.enum(roles),
  isAssigned: z.boolean(),
  isAdmitted: z.boolean(),
  /** Since when they have this customer; null for who does not yet. */
  since: time.nullable(),
  lastVisitAt: time.nullable(),
  /** Teams of the partner through which they have it. */
  teams: z.array(z.string()),
})
