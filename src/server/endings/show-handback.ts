// The list of what was handed back, with the names of today.
import { asId, type PartnershipId, type PersonId } from '../../domain/ids.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Answer, FileAnswer, Input } from '../endpoint.ts'
import { nameOfPerson } from '../partnerships/customer-store.ts'
import { findHandback, type HandedBack } from '../partnerships/handback-store.ts'
import { getManagedCustomer } from '../partnerships/managed-customer-store.ts'
import { findPartnershipById } from '../partnerships/partnership-store.ts'
import type { OwnWork } from '../work.ts'
import type {
  getHandback as contract,
  downloadHandbackAsPartner,
  downloadHandback as fileContract,
  getHandbackAsPartner as partnerContract,
} from './contract.ts'
import { handbackFile } from './handback-file.ts'
import { findEndReceipt, organisationName, productNames } from './handback-names-store.ts'

export type Shown = Answer<typeof contract>

export async function getHandback(work: OwnWork, { params }: Input<typeof contract>): Promise<Shown> {
  const partnership = await findPartnershipById(work.tx, asId<PartnershipId>(params.partnership))
  if (partnership?.customerId !== work.context.organisationId) throw new Refusal('not_found')
  return show(work, partnership.id)
}

export async function downloadHandback(work: OwnWork, { params, query }: Input<typeof fileContract>): Promise<FileAnswer> {
  const shown = await getHandback(work, { params, query: undefined, body: undefined })
  return handbackFile(shown, query.audience, work.person.language)
}

export async function getHandbackAsPartner(work: OwnWork, { params }: Input<typeof partnerContract>): Promise<Shown> {
  const { partnership } = await getManagedCustomer(work, params.managedCustomer)
  if (!partnership) throw new Refusal('not_found')
  return { ...(await show(work, partnership.id)), receiptId: null }
}

export async function downloadHandbackFileAsPartner(
  work: OwnWork,
  { params, query }: Input<typeof downloadHandbackAsPartner>,
): Promise<FileAnswer> {
  const shown = await getHandbackAsPartner(work, { params, query: undefined, body: undefined })
  return handbackFile(shown, query.audience, work.person.language)
}

async function show(work: OwnWork, partnershipId: PartnershipId): Promise<Shown> {
  const found = await findHandback(work.tx, partnershipId)
  if (!found) throw new Refusal('not_found')
  const { content, digest } = found
  const name = (id: PersonId | null) => (id === null ? null : nameOfPerson(work.tx, id))
  const names = await productNames(
    work.tx,
    content.products.map(({ id }) => id),
  )
  return {
    customer: await organisationName(work.tx, content.customer),
    partner: await organisationName(work.tx, content.partner),
    at: content.at,
    rights: await Promise.all(
      content.rights.map(async (row) => ({ ...row, scopes: [...row.scopes], lastUsedBy: await name(row.lastUsedBy) })),
    ),
    people: await namesOf(work, content.people),
    visits: { ...content.visits, lastBy: await name(content.visits.lastBy) },
    products: content.products.map((product) => ({ ...product, name: names.get(product.id) ?? '' })),
    openOrders: [...content.openOrders],
    members: await namesOf(work, content.members),
    digest,
    receiptId: await findEndReceipt(work.tx, partnershipId, digest),
  }
}

function namesOf({ tx }: OwnWork, people: HandedBack['people']): Promise<string[]> {
  return Promise.all(people.map((id) => nameOfPerson(tx, id)))
}
