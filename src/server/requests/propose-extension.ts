// The partner asks customers to let what is in force last longer: one question each, answered with one click on the customer's page.

import { z } from 'zod'
import { asId, type ProposalId } from '../../domain/ids.ts'
import { renewalMonths } from '../../domain/partnership/renewal.ts'
import { type EndTerm, termsUnchanged } from '../../domain/partnership/terms.ts'
import { Refusal } from '../../domain/refusal.ts'
import { monthsAfter } from '../../domain/time.ts'
import { bulkAction } from '../bulk-action.ts'
import type { Answer, Input } from '../endpoint.ts'
import { lastDayOf } from '../partnerships/calendar.ts'
import { getManagedCustomer } from '../partnerships/managed-customer-store.ts'
import { getPartner } from '../partnerships/organisation-store.ts'
import type { OwnWork } from '../work.ts'
import { type Asking, askForMoreOf } from './ask-for-more.ts'
import type { proposeExtension as contract } from './contract.ts'
import { roomToday } from './limits.ts'

export type Extension = { readonly end: EndTerm; readonly validityDays: number }

export function proposeExtension(work: OwnWork, { params, body }: Input<typeof contract>): Promise<Answer<typeof contract>> {
  return proposeExtensionOf(work, params.managedCustomer, body)
}

/** Refuses `nothing_changed` where the end is not later, and what asking for more refuses. */
export function proposeExtensionOf(
  work: OwnWork,
  id: string,
  { end, validityDays }: Extension,
  asking: Asking = {},
): Promise<Answer<typeof contract>> {
  return askForMoreOf(work, id, { rights: [], terms: { ...termsUnchanged, end, extendsGrant: true }, validityDays }, asking)
}

const chosen = z.strictObject({
  /** After the end that each customer has set. */
  months: z.int().min(1).max(24).default(renewalMonths),
  validityDays: z.int().min(1).max(90).default(30),
})

/** Each customer is asked for as many months after its own end; who set none has nothing to extend. */
export const proposeExtensions = bulkAction<z.output<typeof chosen>, unknown>({
  ...{ act: 'prepare', needsRelease: true, rows: 'customers', undoneBy: 'withdraw', chosen, given: z.looseObject({}) },
  room: async (work) => roomToday(work, await getPartner(work.tx, work.context.organisationId)),
  carryOut: async (work, order, { id, managedCustomerId }) => {
    const { partnership } = await getManagedCustomer(work, managedCustomerId ?? '')
    const notAfter = partnership?.grant?.notAfter
    if (notAfter === undefined || notAfter === null) throw new Refusal(partnership?.grant ? 'nothing_changed' : 'not_active')
    const { months, validityDays } = order.chosen
    const extension = { end: { kind: 'on', date: monthsAfter(lastDayOf(notAfter), months) }, validityDays } as const
    await proposeExtensionOf(work, managedCustomerId ?? '', extension, { id: asId<ProposalId>(id), preparedBy: order.createdBy })
    return { result: 'sent', because: null }
  },
})
