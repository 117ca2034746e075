// What the pages for extending and reviewing know.
import type { z } from 'zod'
import { getRenewal } from '../../server/partners/renewal-contract.ts'
import { api } from '../api.ts'

export type RenewalShown = z.output<typeof getRenewal.answer>
export type Of = { readonly organisation: string; readonly partnership: string }

export const path = '/api/o/{organisation}/partnerships/{partnership}'
export const renewalQuery = (of: Of) => api.query(getRenewal, `${path}/renewal`, { params: of })
