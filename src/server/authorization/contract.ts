// What every screen is told about its own rights: those that work here, and those that do not with who could give them.

import { z } from 'zod'
import { givers, missingCodes } from '../../domain/authorization/decision.ts'
import { rightName } from './catalogue-contract.ts'

const right = rightName

/** The screen shows, it never decides: each act is decided again. */
export const rightsHere = {
  may: z.array(right),
  missing: z.array(z.strictObject({ right, code: z.enum(missingCodes), givenBy: z.enum(givers) })),
}
