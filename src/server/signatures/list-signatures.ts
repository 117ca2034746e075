// What waits for a second signature, and exactly what one of them says.
import type { PartnershipId, PersonId } from '../../domain/ids.ts'
import { type Signature, stateOfSignature } from '../../domain/partnership/signature.ts'
import { plainTerms } from '../../domain/partnership/terms.ts'
import { Refusal } from '../../domain/refusal.ts'
import { notIn, rightsIn } from '../../domain/rights/rights-set.ts'
import type { GrantedRight } from '../../domain/rights/scope.ts'
import type { Answer, Input } from '../endpoint.ts'
import { findAmong, findPartnerShown, listOwnProducts, nameOfPerson } from '../partnerships/customer-store.ts'
import { heldShown } from '../partnerships/held-shown.ts'
import { namesOf } from '../partnerships/names-store.ts'
import { findPartnershipById } from '../partnerships/partnership-store.ts'
import { findSignature, listWaitingSignatures, type StoredSignature } from '../partnerships/signature-store.ts'
import type { SignedRepresentatives } from '../partnerships/signed-content.ts'
import type { OwnWork } from '../work.ts'
import type { getSignature as getContract, listSignatures as listContract } from './contract.ts'

type Waiting = Answer<typeof listContract>['waiting'][number]

export async function listSignatures(work: OwnWork, _input: Input<typeof listContract>): Promise<Answer<typeof listContract>> {
  const all = await listWaitingSignatures(work.tx, { customerId: work.context.organisationId })
  const waiting: Waiting[] = []
  for (const signature of all) if (stateOfSignature(signature, work.now) === 'waiting') waiting.push(await shown(work, signature))
  return { waiting }
}

export async function getSignature(work: OwnWork, { params }: Input<typeof getContract>): Promise<Answer<typeof getContract>> {
  const signature = await findSignature(work.tx, params.signature)
  if (signature?.customerId !== work.context.organisationId) throw new Refusal('not_found')
  const { content, secondBy, secondAt, digest } = signature
  const current = await rightsToday(work, signature)
  const findProduct = findAmong(await listOwnProducts(work.tx, signature.customerId))
  const names = await namesOf(work.tx, content.people ?? [])
  return {
    ...(await shown(work, signature)),
    state: stateOfSignature(signature, work.now),
    secondBy: secondBy === null ? null : await nameOfPerson(work.tx, secondBy),
    secondAt: secondAt === null ? null : new Date(secondAt).toISOString(),
    digest,
    rights: rightsIn(content.rights).map((right) => ({ right, scopes: scopesOf(content.rights, right) })),
    added: [...rightsIn(notIn(content.rights, current, findProduct))],
    removed: content.partnership === null || content.rights.length === 0 ? [] : [...rightsIn(notIn(current, content.rights, findProduct))],
    terms: content.terms && plainTerms(content.terms),
    held: (content.terms?.held ?? []).map((held) => heldShown(held, work.now)),
    inPlaceOf: await nameOfPartnerIn(work, content.inPlaceOf),
    opens: content.opens,
    settings: [...content.settings],
    people: [...names.values()],
    untold: [...(await namesOf(work.tx, content.untold ?? [])).values()],
    ...(await representativesShown(work, content.representatives)),
    visitLimits: content.visitLimits ?? null,
  }
}

async function representativesShown({ tx }: OwnWork, { invited, named, dismissed }: SignedRepresentatives = {}) {
  const nameOf = async (person: PersonId | undefined) => (person === undefined ? [] : [await nameOfPerson(tx, person)])
  return { named: invited === undefined ? await nameOf(named) : [invited], dismissed: await nameOf(dismissed) }
}

async function rightsToday({ tx }: OwnWork, { partnershipId }: Signature): Promise<readonly GrantedRight[]> {
  const partnership = partnershipId === null ? undefined : await findPartnershipById(tx, partnershipId)
  return partnership?.grant?.rights ?? []
}

async function nameOfPartnerIn({ tx }: OwnWork, id: PartnershipId | undefined): Promise<string | null> {
  const partnership = id === undefined ? undefined : await findPartnershipById(tx, id)
  return (partnership && (await findPartnerShown(tx, partnership.partnerId))?.name) ?? null
}

async function shown(work: OwnWork, signature: StoredSignature): Promise<Waiting> {
  const { id, act, reason, partnershipId, firstBy, firstAt, expiresAt, content } = signature
  const partner = content.partner === null ? undefined : await findPartnerShown(work.tx, content.partner)
  return {
    ...{ id, act, reason, partnershipId, partner: partner?.name ?? null, firstBy: await nameOfPerson(work.tx, firstBy) },
    firstAt: new Date(firstAt).toISOString(),
    until: new Date(expiresAt).toISOString(),
    may: mayOf(work, signature),
  }
}

function mayOf({ person, context, now }: OwnWork, signature: StoredSignature): Waiting['may'] {
  if (context.role !== 'legal_representative' || stateOfSignature(signature, now) !== 'waiting') return []
  return signature.firstBy === person.id ? ['withdraw'] : ['sign', 'refuse']
}

function scopesOf(rights: readonly GrantedRight[], id: GrantedRight['right']): GrantedRight['scope'][] {
  return rights.filter(({ right }) => right === id).map(({ scope }) => scope)
}
