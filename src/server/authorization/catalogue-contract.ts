// Families and rights on the wire: those of the catalogue as it stands when something is read, the operator's own included.
import { z } from 'zod'
import { type Family, isFamily, isRightId, type RightId } from '../../domain/rights/catalogue.ts'

export const familyName = z.string().refine(isFamily, 'no product family') as unknown as z.ZodType<Family, Family>
export const rightName = z.string().refine(isRightId, 'no right') as unknown as z.ZodType<RightId, RightId>

/** More than any catalogue holds: bounds lists that name each family or right once. */
export const namesMax = 500
