// The organisation itself: its address and how to reach it.
import { z } from 'zod'
import { rightsHere } from '../authorization/contract.ts'

const id = z.uuid()
const where = z.object({ organisation: id.optional(), partnership: id.optional() })
const text = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .regex(/^\P{Cc}*$/u)

const contact = {
  street: text(120),
  postalCode: text(20),
  city: text(80),
  phone: z.union([
    z.literal(''),
    z
      .string()
      .trim()
      .regex(/^\+?[0-9 ()/.-]{5,30}$/),
  ]),
  contactEmail: z.string().trim().max(254),
  website: z.union([z.literal(''), z.url({ protocol: /^https?$/, hostname: z.regexes.domain }).max(200)]),
}

const organisation = z.strictObject({
  name: z.string(),
  number: z.string(),
  country: z.string(),
  registerNumber: z.string().nullable(),
  ...contact,
})

/** GET …/organisation */
export const getOrganisation = {
  params: where,
  /** `mayChange`: a legal representative in the own Manager. Never while acting. */
  answer: organisation.extend({ mayChange: z.boolean(), ...rightsHere }),
  summary: 'Address and contact details of the organisation',
}

/** PUT /api/o/{organisation}/organisation. The legal name and the register number are the provider's to change. Problems: `invalid_address`. */
export const changeOrganisation = {
  params: z.strictObject({ organisation: id }),
  body: z.strictObject(contact),
  answer: organisation,
  summary: 'Changes address and contact details',
}
