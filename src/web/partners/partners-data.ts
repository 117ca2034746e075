// What the Partners pages know: their answers as types, their addresses, and what this person may do.
import type { z } from 'zod'
import type { Act } from '../../domain/who-may.ts'
import { beginOffer, getPartnership, listPartnerships } from '../../server/partners/contract.ts'
import { api } from '../api.ts'

export type PartnersList = z.output<typeof listPartnerships.answer>
export type PartnerListed = PartnersList['partnerships'][number]
export type PartnershipShown = z.output<typeof getPartnership.answer>
export type State = PartnershipShown['state']

export const partnersQuery = (organisation: string) =>
  api.query(listPartnerships, '/api/o/{organisation}/partnerships', { params: { organisation } })

export const partnershipQuery = (organisation: string, partnership: string) =>
  api.query(getPartnership, '/api/o/{organisation}/partnerships/{partnership}', { params: { organisation, partnership } })

export const offerQuery = (organisation: string, partner: string) =>
  api.query(beginOffer, '/api/o/{organisation}/verified-partners/{partner}', { params: { organisation, partner } })

/** Which partnership an act is about. */
export type Of = { readonly organisation: string; readonly partnership: string }

export const may = (data: { readonly may: readonly Act[] }, act: Act): boolean => data.may.includes(act)

export const isLiving = (state: State): boolean =>
  state === 'active' || state === 'suspended_by_customer' || state === 'suspended_by_operator'
