// Who could touch this at this moment: own members, and people of partners, as the live index answers.
import { z } from 'zod'
import { roles } from '../../domain/organisation.ts'

const id = z.uuid()
/** `see`: looks only; `change`: at least one right that changes something. */
const level = z.enum(['see', 'change'])

const whoHasAccess = z.strictObject({
  /** Where the journal stood. */
  position: z.int(),
  members: z.array(z.strictObject({ id, name: z.string(), role: z.enum(roles), level })),
  partners: z.array(
    z.strictObject({ partnershipId: id, name: z.string(), people: z.array(z.strictObject({ id, name: z.string(), level })) }),
  ),
})

/** GET /api/o/{organisation}/access: who could enter this Manager now. */
export const listAccess = {
  params: z.strictObject({ organisation: id }),
  answer: whoHasAccess,
  summary: 'Who can enter this organisation’s Manager at this moment, by name',
}

/** GET /api/o/{organisation}/products/{product}/access: who could touch this product now. */
export const listProductAccess = {
  params: z.strictObject({ organisation: id, product: id }),
  answer: whoHasAccess,
  summary: 'Who can touch this product at this moment, by name',
}
