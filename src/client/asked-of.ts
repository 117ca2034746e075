// A question of this package as one for the live index, read as Prokura's decision API reads it; or what is to be said without asking.
import { findRight, type RightId } from '../domain/rights/catalogue.ts'
import type { Asked } from '../live-index/asked.ts'
import { organisationScope, type ServedPart } from '../live-index/for-families.ts'
import type { Question } from './question.ts'

export function askedOf({ person, action, resource, ...where }: Question, part: ServedPart): Asked | 'not_served' | 'right_exists' {
  const place = { visit: where.visit, session: where.session, partnership: where.partnership }
  if ('product' in resource) {
    const { product, family } = resource
    if (!part.families.has(family) || family === organisationScope) return 'not_served'
    const right = action.includes('.') ? action : `${family}.${action}`
    return isOfFamily(right, family) ? { person, action: right, product, family, ...place } : 'right_exists'
  }
  if ('partnership' in resource) return action === 'enter' ? { person, action, partnership: resource.partnership } : 'right_exists'
  const { organisation, family } = resource
  const isWide = part.families.has(organisationScope)
  if (action === 'product.order' && !(family === undefined ? isWide : part.families.has(family))) return 'not_served'
  return isOfOrganisation(action, isWide) ? { person, action, organisation, family, ...place } : 'right_exists'
}

function isOfFamily(right: string, family: string): boolean {
  const known = findRight(right)
  return known !== undefined && known.level === 'product' && (known.family === null || known.family === family)
}

function isOfOrganisation(action: string, isWide: boolean): boolean {
  return action === 'enter' || action === ('product.order' satisfies RightId) || (isWide && findRight(action)?.level === 'organisation')
}
