// One signature or two: the organisation's own choice. Two is stricter and needs one; back to one needs both.
import { Refusal } from '../../domain/refusal.ts'
import type { Answer, Input } from '../endpoint.ts'
import { record } from '../journal/record.ts'
import { lockOrganisation } from '../partnerships/customer-store.ts'
import { countRepresentatives, findSignatureRule } from '../partnerships/signature-store.ts'
import { nothingSigned } from '../partnerships/signed-content.ts'
import { requireSecond } from '../partnerships/signing.ts'
import type { OwnWork } from '../work.ts'
import type { getSignatureRule as getContract, setSignatureRule as setContract } from './contract.ts'
import { saveTwoSignatures } from './signature-rule-store.ts'

/** The organisation's own setting is about no partner. */
const nobody = { partnershipId: null, partnerId: null }

export async function getSignatureRule(work: OwnWork, _input: Input<typeof getContract>): Promise<Answer<typeof getContract>> {
  const { organisationId, role } = work.context
  const { twoSignatures } = await findSignatureRule(work.tx, { ...nobody, customerId: organisationId })
  const representatives = await countRepresentatives(work.tx, organisationId)
  return { twoSignatures, representatives, mayChange: role === 'legal_representative' }
}

export async function setSignatureRule(work: OwnWork, { body }: Input<typeof setContract>): Promise<Record<string, never>> {
  const customerId = work.context.organisationId
  await lockOrganisation(work.tx, customerId)
  const { twoSignatures } = await findSignatureRule(work.tx, { ...nobody, customerId })
  if (twoSignatures === body.twoSignatures) throw new Refusal('nothing_changed')
  if (body.twoSignatures && (await countRepresentatives(work.tx, customerId)) < 2) throw new Refusal('second_representative_missing')
  const content = { ...nothingSigned, settings: ['one_signature'] }
  if (!body.twoSignatures) await requireSecond(work, { customerId, partnershipId: null, enlargement: 'access', content })
  await saveTwoSignatures(work.tx, customerId, body.twoSignatures)
  record(work, { kind: 'organisation.settings_changed', readers: [customerId], data: { settings: ['two_signatures'] } })
  return {}
}
