// Who could touch this at this moment, answered by the live index as it stands after the question; only the names come from the tables.
import { setImmediate as turn } from 'node:timers/promises'
import { Refusal } from '../../domain/refusal.ts'
import { type RightId, rightIds, rightOf } from '../../domain/rights/catalogue.ts'
import type { Asked } from '../../live-index/asked.ts'
import { inSlices } from '../../live-index/in-slices.ts'
import { type Answer, type Input, LaterAnswer } from '../endpoint.ts'
import type { House } from '../house.ts'
import type { OwnWork } from '../work.ts'
import { findOwnProduct, nameMembers, namePartners, namePeople } from './access-store.ts'
import type { listAccess as contract, listProductAccess as productContract } from './contract.ts'

type Shown = Answer<typeof contract>
type Later = Promise<LaterAnswer<Shown>>
type Level = 'see' | 'change'
type Place = Pick<Asked, 'organisation' | 'product'>

export async function listAccess({ context }: OwnWork, _input: Input<typeof contract>): Later {
  const { organisationId } = context
  return new LaterAnswer((house) => answer(house, organisationId, { organisation: organisationId }, rightIds))
}

export async function listProductAccess({ tx, context }: OwnWork, { params }: Input<typeof productContract>): Later {
  const { organisationId } = context
  const product = await findOwnProduct(tx, organisationId, params.product)
  if (!product) throw new Refusal('not_found')
  const rights = rightIds.filter((right) => {
    const { level, family } = rightOf(right)
    return level === 'product' && right !== 'product.order' && (family === null || family === product.family)
  })
  return new LaterAnswer((house) => answer(house, organisationId, { organisation: organisationId, product: product.id }, rights))
}

async function answer({ decisions, pools }: House, organisation: string, place: Place, rights: readonly RightId[]): Promise<Shown> {
  const fresh = await decisions.fresh({ consistency: 'strong' })
  if (fresh === 'stale') throw new Refusal('unavailable')
  const { index, now, position } = fresh
  const levels = new Map<string, Map<string | null, Level>>()
  const note = (person: string, partnership: string | null, level: Level) => {
    const known = levels.get(person) ?? new Map<string | null, Level>()
    if (known.get(partnership) !== 'change') known.set(partnership, level)
    levels.set(person, known)
  }
  const asking = place.product === undefined ? (['enter', ...rights] as const) : rights
  for (const action of asking) {
    const level = action === 'enter' || rightOf(action).access === 'view' ? 'see' : 'change'
    for (const { person, partnership } of await inSlices(index.whoMay({ ...place, action }, now), turn)) note(person, partnership, level)
  }
  const partnershipIds = [...new Set([...levels.values()].flatMap((under) => [...under.keys()]))].filter((id) => id !== null)
  const names = await namePeople(pools.system, [...levels.keys()])
  const members = await nameMembers(pools.system, organisation)
  return {
    position,
    members: members.flatMap((member) => {
      const level = levels.get(member.id)?.get(null)
      return level ? [{ ...member, level }] : []
    }),
    partners: (await namePartners(pools.system, partnershipIds)).map((partner) => ({
      ...partner,
      people: names.flatMap((person) => {
        const level = levels.get(person.id)?.get(partner.partnershipId)
        return level ? [{ ...person, level }] : []
      }),
    })),
  }
}
