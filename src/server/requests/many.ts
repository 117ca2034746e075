// What is done with many customers at once, each by the use case that does it for one: remind, ask for the difference, take back, end.
import { z } from 'zod'
import { asId, type ProposalId } from '../../domain/ids.ts'
import { Refusal } from '../../domain/refusal.ts'
import { bulkAction } from '../bulk-action.ts'
import { requestedRight, terms } from '../partnerships/contract.ts'
import { getPartner } from '../partnerships/organisation-store.ts'
import { findVersion } from '../partnerships/template-store.ts'
import type { OwnWork } from '../work.ts'
import { askForDifferenceOf } from './ask-for-difference.ts'
import { endPartnershipOf } from './end-partnership.ts'
import { roomToday } from './limits.ts'
import { remindOf } from './remind.ts'
import { withdrawRequestOf } from './withdraw-request.ts'

const nothing = z.looseObject({})
const done = { result: 'done', because: null } as const
const room = async (work: OwnWork) => roomToday(work, await getPartner(work.tx, work.context.organisationId))

/** Takes back whatever of ours is open with them, and nothing where somebody answered. */
export const withdrawRequests = bulkAction({
  ...{ act: 'withdraw', needsRelease: false, rows: 'customers', chosen: nothing, given: nothing },
  carryOut: async (work, _, { managedCustomerId }) => {
    await withdrawRequestOf(work, managedCustomerId ?? '')
    return done
  },
})

/** Sends again what waits for an answer. */
export const remindCustomers = bulkAction({
  ...{ act: 'resend', needsRelease: false, rows: 'customers', chosen: nothing, given: nothing },
  carryOut: async (work, _, { managedCustomerId }) => {
    await remindOf(work, managedCustomerId ?? '')
    return { result: 'sent', because: null }
  },
})

const asked = z
  .strictObject({
    rights: z.array(requestedRight).max(200).optional(),
    /** A version of one of the partner's templates. */
    template: z.strictObject({ id: z.uuid(), version: z.int().positive() }).optional(),
    terms,
    validityDays: z.int().min(1).max(90).default(30),
  })
  .refine(({ rights, template }) => (rights === undefined) !== (template === undefined), { path: ['rights'] })

/** More rights, another payer, another end: each customer is asked for what it has not granted yet, and nobody for what it has. */
export const askCustomers = bulkAction<z.output<typeof asked>, unknown>({
  ...{ act: 'prepare', needsRelease: true, rows: 'customers', undoneBy: 'withdraw', chosen: asked, given: nothing, room },
  carryOut: async (work, { chosen, createdBy }, { id, managedCustomerId }) => {
    const template = chosen.template && (await findVersion(work.tx, work.context.organisationId, chosen.template))
    const rights = template?.rights ?? chosen.rights
    if (rights === undefined) throw new Refusal('not_found')
    const more = { rights, terms: chosen.terms, validityDays: chosen.validityDays }
    const missing = await askForDifferenceOf(work, managedCustomerId ?? '', more, {
      ...{ id: asId<ProposalId>(id), preparedBy: createdBy, template: template ?? null },
    })
    return { result: 'sent', because: missing.length === 0 ? null : { code: 'asks', rights: missing.join(' ') } }
  },
})

const ending = z.strictObject({ reason: z.string().trim().min(1).max(500).optional() })

export const endPartnerships = bulkAction<z.output<typeof ending>, unknown>({
  ...{ act: 'end', needsRelease: false, rows: 'customers', chosen: ending, given: nothing },
  carryOut: async (work, { chosen }, { managedCustomerId }) => {
    await endPartnershipOf(work, managedCustomerId ?? '', chosen.reason ?? null)
    return done
  },
})
