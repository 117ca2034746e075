// Which partners a customer has blocked: seen, added and lifted in Partners.
import { z } from 'zod'

const id = z.uuid()
const inOrganisation = z.strictObject({ organisation: id })

/** GET /api/o/{organisation}/blocked-partners */
export const listBlockedPartners = {
  params: inOrganisation,
  answer: z.strictObject({
    blocked: z.array(
      z.strictObject({
        id,
        partner: z.strictObject({ id, name: z.string() }),
        /** `organisation`: for everybody here. `address`: for the own address of whoever looks. */
        of: z.enum(['organisation', 'address']),
        by: z.string(),
        at: z.iso.datetime(),
        mayLift: z.boolean(),
      }),
    ),
  }),
  summary: 'Partners whose requests do not reach this organisation, or the own address',
}

/** POST /api/o/{organisation}/blocked-partners: a partner of a partnership of this organisation. Problems: `not_found`. */
export const blockPartner = {
  params: inOrganisation,
  body: z.strictObject({ partnershipId: id }),
  answer: z.strictObject({}),
  summary: 'No further requests of this partner reach the organisation',
}

/** DELETE /api/o/{organisation}/blocked-partners/{block} */
export const unblockPartner = {
  params: z.strictObject({ organisation: id, block: id }),
  answer: z.strictObject({}),
  summary: 'Requests of this partner reach the organisation again',
}
