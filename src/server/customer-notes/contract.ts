// What a partner notes of its customers for itself: its own reference, tags, and a note. The customer never reads it.

import { z } from 'zod'
import { words } from '../partnerships/contract.ts'

const id = z.uuid()
export const tagMax = 40
export const tagsMax = 30
export const noteMax = 2000

/** One word or a few, in small letters; a comma parts tags in files. */
export const tag = z
  .string()
  .transform((text) => text.normalize('NFC').trim().replaceAll(/\s+/gu, ' ').toLowerCase())
  .pipe(
    z
      .string()
      .min(1)
      .max(tagMax)
      .regex(/^[^,;\p{C}]+$/u),
  )

export const tags = z
  .array(tag)
  .max(tagsMax)
  .transform((all) => [...new Set(all)].sort((one, other) => one.localeCompare(other, 'de')))

/** PUT /api/o/{organisation}/customers/{managedCustomer}/notes: what is left out stays. Problems: `nothing_changed`. */
export const noteCustomer = {
  params: z.strictObject({ organisation: id, managedCustomer: id }),
  body: z.strictObject({
    reference: words(80)
      .refine((text) => !text.includes('\n'))
      .nullable()
      .optional(),
    tags: tags.optional(),
    note: words(noteMax).nullable().optional(),
  }),
  answer: z.strictObject({}),
  summary: 'Keeps the partner’s own reference, tags and note of a customer',
}
