// Receipts as the screens know them: the latest, and one that is asked again until the last door is closed.
import type { z } from 'zod'
import { getReceipt, listReceipts } from '../../server/receipts/contract.ts'
import { api } from '../api.ts'

export type Receipt = z.output<typeof getReceipt.answer>

export const receiptsQuery = (organisation: string, side: 'customer' | 'partner', partnership?: string) =>
  api.query(listReceipts, '/api/o/{organisation}/receipts', { params: { organisation }, query: { partnership, side } })

export const receiptQuery = (organisation: string, receipt: string) =>
  api.query(getReceipt, '/api/o/{organisation}/receipts/{receipt}', { params: { organisation, receipt } })

/** What was taken back lately is shown by itself; later it is found in the history. */
const recentlyMs = 15 * 60_000
export const isRecent = ({ at }: Receipt, now: number): boolean => now - Date.parse(at) < recentlyMs
