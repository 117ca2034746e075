// A product as the provider's systems know it: new, or as it is now; and that it was cancelled.
import { asId, type ProductId } from '../../domain/ids.ts'
import { faultOf, normalised } from '../../domain/products/dns-record.ts'
import { isHostName } from '../../domain/products/host-name.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Answer, Input } from '../endpoint.ts'
import { record } from '../journal/record.ts'
import { dateOf } from '../partnerships/calendar.ts'
import { newId, type OpenWork } from '../work.ts'
import { about, payerOf, wrong } from './about.ts'
import { insertZone, saveHosting } from './contents-store.ts'
import { saveDrive } from './drive-contents-store.ts'
import type { cancelProduct as cancelContract, tellProduct as contract } from './products-contract.ts'
import { findProductByReference, insertProduct, type Told, type ToldProduct, updateProduct } from './provider-store.ts'
import { saveServer } from './server-contents-store.ts'

type Body = Input<typeof contract>['body']

export async function tellProduct(work: OpenWork, { params, body }: Input<typeof contract>): Promise<Answer<typeof contract>> {
  const organisationId = await about(work, params.number)
  const named = body.family === 'domain' || body.family === 'mail' ? { ...body, name: body.name.toLowerCase() } : body
  refuseUnfit(named)
  const known = await findProductByReference(work.tx, organisationId, params.reference)
  const product = await asTold(work, named, known?.id ?? newId<ProductId>(), organisationId)
  const at = new Date(body.createdOn === undefined ? work.now : Math.min(Date.parse(body.createdOn), work.now))
  const told: Told = { organisationId, reference: params.reference, at }
  if (!known) return begin(work, told, product, named)
  if (known.family !== product.family) throw wrong('family', 'family_changed')
  await saveContents(work, { organisationId, productId: product.id }, named)
  return goOn(work, told, known, product)
}

export async function cancelProduct(work: OpenWork, { params }: Input<typeof cancelContract>): Promise<Record<string, never>> {
  const organisationId = await about(work, params.number)
  const known = await findProductByReference(work.tx, organisationId, params.reference)
  if (!known) throw new Refusal('not_found')
  if (known.status === 'cancelled') return {}
  await updateProduct(work.tx, organisationId, { ...known, status: 'cancelled', renewsOn: null, endsOn: dateOf(work.now) })
  record(work, {
    kind: 'product.deleted',
    readers: [organisationId],
    productId: known.id,
    data: { family: known.family },
    detail: { name: known.name },
  })
  return {}
}

function refuseUnfit({ family, name, domain, hosting, drive, server }: Body): void {
  if ((family === 'domain' || family === 'mail') && !isHostName(name)) throw wrong('name', 'host')
  if ((family === 'domain') !== (domain !== undefined)) throw wrong('domain', 'family')
  if ((family === 'hosting') !== (hosting !== undefined)) throw wrong('hosting', 'family')
  if ((family === 'drive') !== (drive !== undefined)) throw wrong('drive', 'family')
  if ((family === 'server') !== (server !== undefined)) throw wrong('server', 'family')
}

async function asTold(work: OpenWork, body: Body, id: ProductId, ownerId: Told['organisationId']): Promise<ToldProduct> {
  const { family, name, status, renewsOn, endsOn, renewal, price } = body
  return { id, family, name, status, payerId: await payerOf(work, body.payer, ownerId), renewsOn, endsOn, renewal, price }
}

async function begin(work: OpenWork, told: Told, product: ToldProduct, body: Body): Promise<Answer<typeof contract>> {
  const { organisationId } = told
  await insertProduct(work.tx, told, product)
  const where = { organisationId, productId: product.id }
  const { domain } = body
  if (domain)
    await insertZone(work.tx, where, { nameServers: domain.nameServers, records: zoneOf(domain.records, product.name) }, new Date(work.now))
  await saveContents(work, where, body)
  record(work, {
    kind: 'product.created',
    readers: [organisationId],
    productId: product.id,
    data: { family: product.family },
    detail: { name: product.name },
  })
  return { id: product.id, outcome: 'created' }
}

/** What is theirs to know of the inside, as it is now. */
async function saveContents(work: OpenWork, where: Parameters<typeof saveHosting>[1], { hosting, drive, server }: Body): Promise<void> {
  if (hosting) await saveHosting(work.tx, where, hosting)
  if (drive) await saveDrive(work.tx, where, drive)
  if (server) await saveServer(work.tx, where, server, new Date(work.now))
}

function zoneOf(records: NonNullable<Body['domain']>['records'], domain: string) {
  const zone = records.map((one) => normalised(one, domain))
  const at = zone.findIndex((one, index) => faultOf(one, zone.slice(0, index)))
  const bad = zone[at]
  if (bad) throw wrong(`domain/records/${at}`, faultOf(bad, zone.slice(0, at)) ?? 'value')
  return zone
}

async function goOn(work: OpenWork, { organisationId }: Told, before: ToldProduct, after: ToldProduct): Promise<Answer<typeof contract>> {
  const settings = names.filter((name) => inWords(before[name]) !== inWords(after[name]))
  if (settings.length === 0) return { id: asId(before.id), outcome: 'unchanged' }
  await updateProduct(work.tx, organisationId, after)
  const what = { readers: [organisationId], productId: after.id }
  const detail = {
    before: settings.map((name) => inWords(before[name])).join(', '),
    after: settings.map((name) => inWords(after[name])).join(', '),
  }
  const renewed = settings.length === 1 && before.renewsOn !== null && after.renewsOn !== null && after.renewsOn > before.renewsOn
  if (renewed) record(work, { kind: 'product.renewed', ...what, data: { orderId: null } })
  else record(work, { kind: 'product.changed', ...what, data: { settings }, detail })
  return { id: after.id, outcome: 'changed' }
}

const names = ['name', 'status', 'payerId', 'renewsOn', 'endsOn', 'renewal', 'price'] as const
const inWords = (value: ToldProduct[(typeof names)[number]]): string =>
  value === null ? '–' : typeof value === 'string' ? value : `${value.amount / 100} ${value.currency} / ${value.period}`
