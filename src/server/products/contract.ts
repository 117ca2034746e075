// Products of an organisation: the list with owner, payer and manager, and what is inside a domain.

import { z } from 'zod'
import { recordTypes } from '../../domain/products/dns-record.ts'
import { familyName } from '../authorization/catalogue-contract.ts'
import { rightsHere } from '../authorization/contract.ts'

export const id = z.uuid()
export const time = z.iso.datetime()
/** The organisation or the partnership is in the path; use cases know it from their context. */
export const where = z.object({ organisation: id.optional(), partnership: id.optional() })
export const inProduct = where.extend({ product: id })
export const inItem = inProduct.extend({ item: id })
/**
 * Who made what lets somebody in: the customer's own people, or a partner's. Null: nobody of whom Prokura knows. Names are null for who acts, but of
 * their own organisation.
 */
export const madeBy = z.strictObject({ side: z.enum(['own', 'partner']), person: z.string().nullable(), partner: z.string().nullable() })
export type MadeBy = z.output<typeof madeBy>
/** The product is there, and the provider has not told yet what is inside. */
export const notTold = z.strictObject({ isTold: z.literal(false) })
const money = z.strictObject({ amount: z.int(), currency: z.string(), period: z.enum(['month', 'year']) })

export const product = z.strictObject({
  id,
  family: familyName,
  name: z.string(),
  status: z.enum(['active', 'locked', 'cancelled']),
  /** Paying for a product never makes anyone its owner: the three are named apart. */
  owner: z.string(),
  payer: z.string(),
  payerIsOwner: z.boolean(),
  managers: z.array(z.string()),
  renewsOn: z.iso.date().nullable(),
  endsOn: z.iso.date().nullable(),
  renewal: z.enum(['automatic', 'manual']),
  /** Null without billing.view. */
  price: money.nullable(),
  createdAt: time,
})

/** GET …/products */
export const listProducts = {
  params: where,
  query: z.strictObject({ family: familyName.optional() }),
  answer: z.strictObject({ products: z.array(product), /** Whether prices are shown: with billing.view. */ priced: z.boolean() }),
  summary: 'The products the reader may see',
}
/** GET …/products/{product} */
export const getProduct = { params: inProduct, answer: product.extend(rightsHere), summary: 'One product' }

const recordFields = {
  name: z.string().trim().max(190),
  type: z.enum(recordTypes),
  value: z.string().trim().min(1).max(2048),
  ttl: z.int().min(60).max(604_800),
  priority: z.int().min(0).max(65_535).nullable(),
}
export const dnsRecord = z.strictObject({ id, ...recordFields, changedAt: time })
export const recordInput = z.strictObject({
  ...recordFields,
  ttl: recordFields.ttl.default(3600),
  priority: recordFields.priority.default(null),
})
export const recordsMax = 500

/** GET …/products/{product}/records: the zone of a domain. */
export const listRecords = {
  params: inProduct,
  answer: z.strictObject({
    domain: z.string(),
    serial: z.int(),
    nameServers: z.array(z.string()),
    records: z.array(dnsRecord),
    ...rightsHere,
  }),
  summary: 'The DNS records and name servers of a domain',
}
/** POST …/products/{product}/records. `invalid_record` says which part of the record is at fault. */
export const addRecord = { params: inProduct, body: recordInput, answer: dnsRecord, summary: 'Adds a DNS record' }
/** PUT …/products/{product}/records/{item}; `changed_meanwhile` when somebody else changed it since `changedAt`. */
export const changeRecord = {
  params: inItem,
  body: recordInput.extend({ changedAt: time.optional() }),
  answer: dnsRecord,
  summary: 'Changes a DNS record',
}
/** DELETE …/products/{product}/records/{item} */
export const removeRecord = { params: inItem, answer: z.strictObject({}), summary: 'Removes a DNS record' }
/** PUT …/products/{product}/name-servers */
export const setNameServers = {
  params: inProduct,
  body: z.strictObject({ nameServers: z.array(z.string().trim().toLowerCase().max(253)).min(2).max(13) }),
  answer: z.strictObject({}),
  summary: 'Changes the name servers of a domain',
}
/** GET …/products/{product}/zone-file: text/dns (RFC 4027). */
export const getZoneFile = { params: inProduct, answer: z.unknown(), summary: 'The zone as a master file (RFC 1035)' }
