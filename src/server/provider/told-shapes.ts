// The shapes that what is told has in common. Never the number of a card: bodies in which something looks like one are refused.
import { z } from 'zod'
import { holdsCardNumber } from '../../domain/billing/card-number.ts'
import { isHostName } from '../../domain/products/host-name.ts'

export const date = z.iso.date()
export const nothing = z.strictObject({})
export const reference = z
  .string()
  .regex(/^[A-Za-z0-9._:-]{1,100}$/)
  .refine((text) => !holdsCardNumber(text))
export const number = z.string().regex(/^[A-Za-z0-9-]{1,40}$/)
export const params = z.strictObject({ number, reference })
export const told = z.strictObject({ id: z.uuid(), outcome: z.enum(['created', 'changed', 'unchanged']) })
export const text = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(/^\P{Cc}*$/u)
export const host = z.string().trim().toLowerCase().refine(isHostName)
export const currency = z.string().regex(/^[A-Z]{3}$/)

/** No text anywhere in it looks like the number of a card. */
export function withoutCards<S extends z.ZodType>(shape: S): S {
  return shape.refine((body) => !stringsIn(body).some(holdsCardNumber), { error: 'This looks like the number of a card' })
}

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : []
}
