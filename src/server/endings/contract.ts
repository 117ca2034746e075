// What was handed back when a partnership ended: for both sides, as a page and as a file.
import { z } from 'zod'
import { wayInKinds } from '../../domain/authorization/way-in.ts'
import { familyName } from '../authorization/catalogue-contract.ts'
import { rightId, scope } from '../partnerships/contract.ts'

const id = z.uuid()
const time = z.iso.datetime()
const ofPartnership = z.strictObject({ organisation: id, partnership: id })
const ofCustomer = z.strictObject({ organisation: id, managedCustomer: id })
const name = z.string()

export const handedBack = z.strictObject({
  customer: name,
  partner: name,
  at: time,
  rights: z.array(z.strictObject({ right: rightId, scopes: z.array(scope), lastUsedAt: time.nullable(), lastUsedBy: name.nullable() })),
  /** Who had access. */
  people: z.array(name),
  visits: z.strictObject({ count: z.int(), lastAt: time.nullable(), lastBy: name.nullable() }),
  products: z.array(
    z.strictObject({
      id,
      name,
      family: familyName,
      /** Who paid at the end; another partner is not named. */
      payer: z.enum(['customer', 'partner', 'other']),
      customerPaysFrom: z.iso.date().nullable(),
    }),
  ),
  openOrders: z.array(z.strictObject({ number: z.string(), issuedOn: z.iso.date() })),
  /** Members of the customer whom the partner invited. */
  members: z.array(name),
  /** What the partner's people made that lets somebody in: `closed` with the end, or still working. */
  waysIn: z.array(z.strictObject({ kind: z.enum(wayInKinds), name, product: name, madeBy: name, closed: z.boolean() })),
  /** SHA-256 of the list: the receipt of the end names and signs it. */
  digest: z.string(),
  /** Null when the customer did not end it, or for the partner. */
  receiptId: id.nullable(),
})

/** GET /api/o/{organisation}/partnerships/{partnership}/handback: not found while it goes on. */
export const getHandback = {
  params: ofPartnership,
  answer: handedBack,
  summary: 'What this partner handed back when the partnership ended',
}

/** GET …/handback/file: a CSV file, a row for each thing that was handed back. */
const file = { query: z.strictObject({ audience: z.enum(['excel', 'machine']).default('excel') }), answer: z.unknown() }
export const downloadHandback = { ...file, params: ofPartnership, summary: 'What was handed back, as a CSV file' }

/** The same for the partner: GET /api/o/{organisation}/customers/{managedCustomer}/handback, and …/file. */
export const getHandbackAsPartner = { params: ofCustomer, answer: handedBack, summary: 'What was handed back to this customer' }
export const downloadHandbackAsPartner = { ...file, params: ofCustomer, summary: 'What was handed back to this customer, as a CSV file' }
