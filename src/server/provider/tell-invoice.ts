// An invoice, a credit note or an order as the provider's systems know it: new, or as it is now; and that it was cancelled.
import { faultOfDocument } from '../../domain/billing/invoice.ts'
import { asId, type InvoiceId, type OrganisationId } from '../../domain/ids.ts'
import { Refusal } from '../../domain/refusal.ts'
import { localDate } from '../../domain/time.ts'
import type { Answer, Input } from '../endpoint.ts'
import { record } from '../journal/record.ts'
import { newId, type OpenWork } from '../work.ts'
import { about, payerOf, wrong } from './about.ts'
import type { cancelInvoice as cancelContract, tellInvoice as contract } from './contract.ts'
import { findToldDocument, saveToldDocument, type ToldDocument, type ToldLine } from './document-store.ts'
import { inWhichPartnership, type Ordered } from './ordered-store.ts'
import { findMethod } from './payment-method-store.ts'
import { findProductByReference, personExists } from './provider-store.ts'
import { watchSpending } from './watch-spending.ts'

type Body = Input<typeof contract>['body']

export async function tellInvoice(work: OpenWork, { params, body }: Input<typeof contract>): Promise<Answer<typeof contract>> {
  const fault = faultOfDocument({ ...body, paidOn: body.paidOn === null ? null : localDate(body.paidOn) })
  if (fault) throw wrong(fault === 'sum' ? 'lines' : fault === 'paid_on' ? 'paidOn' : 'status', fault)
  const organisationId = await about(work, params.number)
  const key = { organisationId, reference: params.reference }
  const known = await findToldDocument(work.tx, key)
  if (known && known.kind !== body.kind) throw wrong('kind', 'kind_changed')
  const { lines, ...told } = await asTold(work, organisationId, body, known?.id ?? newId<InvoiceId>())
  const ordered =
    body.kind === 'order' ? await inWhichPartnership(work.tx, { customerId: organisationId, named: body.partnership, ...told }) : null
  if (body.partnership !== null && ordered?.partnershipId !== body.partnership) throw wrong('partnership', 'unknown')
  const orderedByPartner = known?.orderedByPartner ?? (ordered?.isByPartner ? ordered.partnerId : null)
  const document: ToldDocument = { ...told, orderedByPartner, lines }
  if (known && JSON.stringify(known) === JSON.stringify(document)) return { id: known.id, outcome: 'unchanged' }
  await saveToldDocument(work.tx, key, document, new Date(work.now))
  tell(work, organisationId, { before: known, after: document, ordered })
  if (ordered && document.status === 'placed') await watchSpending(work, ordered, document)
  return { id: document.id, outcome: known ? 'changed' : 'created' }
}

export async function cancelInvoice(work: OpenWork, { params }: Input<typeof cancelContract>): Promise<Record<string, never>> {
  const organisationId = await about(work, params.number)
  const key = { organisationId, reference: params.reference }
  const known = await findToldDocument(work.tx, key)
  if (!known) throw new Refusal('not_found')
  if (known.status === 'cancelled') return {}
  const document: ToldDocument = { ...known, status: 'cancelled' }
  await saveToldDocument(work.tx, key, document, new Date(work.now))
  tell(work, organisationId, { before: known, after: document, ordered: null })
  return {}
}

async function asTold(
  work: OpenWork,
  organisationId: OrganisationId,
  body: Body,
  id: InvoiceId,
): Promise<Omit<ToldDocument, 'orderedByPartner'>> {
  const { kind, number, status, issuedOn, dueOn, paidOn, currency } = body
  const payerId = await payerOf(work, body.payer, organisationId)
  const paymentMethodId = body.paymentMethod === null ? null : await methodOf(work, payerId, body.paymentMethod)
  const orderedBy = body.orderedBy === null ? null : ((await personExists(work.tx, body.orderedBy)) ?? refuse('orderedBy'))
  const lines: ToldLine[] = []
  for (const { product, description, periodFrom, periodTo, net, vatRate, vat, gross } of body.lines) {
    const productId = product === null ? null : ((await findProductByReference(work.tx, organisationId, product))?.id ?? refuse('lines'))
    lines.push({ description, productId, periodFrom, periodTo, net, vatRate, vat, gross })
  }
  return { id, kind, number, status, issuedOn, dueOn, paidOn, currency, payerId, paymentMethodId, orderedBy, lines }
}

/** The payment method is the payer's, whoever owns what is paid. */
async function methodOf(work: OpenWork, payerId: OrganisationId, reference: string): Promise<string> {
  return (await findMethod(work.tx, payerId, reference))?.id ?? refuse('paymentMethod')
}

function refuse(field: string): never {
  throw wrong(field, 'unknown')
}

type Told = { readonly before: ToldDocument | undefined; readonly after: ToldDocument; readonly ordered: Ordered | null }

function tell(work: OpenWork, organisationId: OrganisationId, { before, after, ordered }: Told): void {
  const readers = [organisationId]
  const payer = after.payerId === organisationId ? 'customer' : 'partner'
  const amount = after.lines.reduce((total, { gross }) => total + gross, 0)
  const data = { invoiceId: after.id }
  const paid = after.status === 'paid' && before?.status !== 'paid'
  if (!before && after.kind === 'order') {
    const where = ordered
      ? { readers: [organisationId, ordered.partnerId], customerId: organisationId, partnershipId: ordered.partnershipId }
      : { readers }
    const byPartner = after.orderedByPartner !== null
    record(work, { kind: 'order.placed', ...where, data: { orderId: asId(after.id), payer, amount, currency: after.currency, byPartner } })
  } else if (!before) {
    record(work, { kind: 'invoice.issued', readers, data })
  } else if (after.status === 'cancelled' && before.status !== 'cancelled') {
    record(work, { kind: 'invoice.cancelled', readers, data })
  } else if (!paid) {
    record(work, { kind: 'invoice.changed', readers, data })
  }
  if (paid) record(work, { kind: 'invoice.paid', readers, data: { ...data, payer, amount, currency: after.currency } })
}
