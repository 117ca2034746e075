// The list of what was handed back, with the names as they were when it was written.
import type { PartnershipId } from '../../domain/ids.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Answer, FileAnswer, Input } from '../endpoint.ts'
import { findHandback } from '../partnerships/handback-store.ts'
import { getManagedCustomer } from '../partnerships/managed-customer-store.ts'
import { getOwnPartnership } from '../partnerships/own-partnership.ts'
import type { OwnWork } from '../work.ts'
import type {
  getHandback as contract,
  downloadHandbackAsPartner,
  downloadHandback as fileContract,
  getHandbackAsPartner as partnerContract,
} from './contract.ts'
import { findEndReceipt } from './end-receipt-store.ts'
import { handbackFile } from './handback-file.ts'

export type Shown = Answer<typeof contract>

export async function getHandback(work: OwnWork, { params }: Input<typeof contract>): Promise<Shown> {
  const { id } = await getOwnPartnership(work, params.partnership)
  return show(work, id)
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
  const nameOf = (id: string) => content.names[id] ?? ''
  const nameIf = (id: string | null) => (id === null ? null : nameOf(id))
  return {
    customer: nameOf(content.customer),
    partner: nameOf(content.partner),
    at: content.at,
    rights: content.rights.map((row) => ({ ...row, scopes: [...row.scopes], lastUsedBy: nameIf(row.lastUsedBy) })),
    people: content.people.map(nameOf),
    visits: { ...content.visits, lastBy: nameIf(content.visits.lastBy) },
    products: content.products.map((product) => ({ ...product, name: nameOf(product.id) })),
    openOrders: [...content.openOrders],
    members: content.members.map(nameOf),
    waysIn: (content.waysIn ?? []).map(({ kind, name, product, by, closed }) => ({
      kind,
      name,
      product: nameOf(product),
      madeBy: nameOf(by),
      closed,
    })),
    digest,
    receiptId: await findEndReceipt(work.tx, partnershipId, digest),
  }
}
