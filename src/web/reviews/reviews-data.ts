// Reviews as the web knows them: their answers as types, and their addresses.
import type { z } from 'zod'
import { getReview, listReviews } from '../../server/reviews/contract.ts'
import { api } from '../api.ts'

export type ReviewsList = z.output<typeof listReviews.answer>
export type ReviewListed = ReviewsList['reviews'][number]
export type Review = z.output<typeof getReview.answer>
export type ReviewItem = Review['items'][number]
export type Decision = ReviewItem['decision']
export type Side = Review['side']

export const reviewsQuery = (organisation: string) => api.query(listReviews, '/api/o/{organisation}/reviews', { params: { organisation } })

export const reviewQuery = (organisation: string, review: string) =>
  api.query(getReview, '/api/o/{organisation}/reviews/{review}', { params: { organisation, review } })

/** The items of one partner or customer together, in the order of the review. */
export function groupsOf(
  items: readonly ReviewItem[],
): readonly { readonly partnershipId: string; readonly other: string; readonly items: readonly ReviewItem[] }[] {
  return [...new Set(items.map(({ partnershipId }) => partnershipId))].map((partnershipId) => {
    const own = items.filter((item) => item.partnershipId === partnershipId)
    return { partnershipId, other: own[0]?.other ?? '', items: own }
  })
}
