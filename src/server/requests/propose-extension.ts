// The partner asks a customer to let what is in force last longer: one question, answered with one click on the customer's page.
import { type EndTerm, termsUnchanged } from '../../domain/partnership/terms.ts'
import type { Answer, Input } from '../endpoint.ts'
import type { OwnWork } from '../work.ts'
import { askForMoreOf } from './ask-for-more.ts'
import type { proposeExtension as contract } from './contract.ts'

export type Extension = { readonly end: EndTerm; readonly validityDays: number }

export function proposeExtension(work: OwnWork, { params, body }: Input<typeof contract>): Promise<Answer<typeof contract>> {
  return proposeExtensionOf(work, params.managedCustomer, body)
}

/** Refuses `nothing_changed` where the end is not later, and what asking for more refuses. */
export function proposeExtensionOf(work: OwnWork, id: string, { end, validityDays }: Extension): Promise<Answer<typeof contract>> {
  return askForMoreOf(work, id, { rights: [], terms: { ...termsUnchanged, end, extendsGrant: true }, validityDays })
}
