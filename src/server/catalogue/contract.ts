// The product families that the operator defined, with their rights and words: in the file that is read at start, and on the wire.
import { z } from 'zod'
import { languages } from '../../domain/language.ts'
import { type Access, sensitivities } from '../../domain/rights/catalogue.ts'
import { presets } from '../../domain/rights/presets.ts'
import { rightName } from '../authorization/catalogue-contract.ts'

/** No braces, tags or ASCII apostrophes: texts are ICU messages. */
const words = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(/^[^\p{Cc}{}<>'#|]*$/u, "words without { } < > # | and with ’ instead of '")
const inEveryLanguage = (max: number) =>
  z.strictObject(Object.fromEntries(languages.map((one) => [one, words(max)])) as Record<(typeof languages)[number], z.ZodString>)
const name = z.string().regex(/^[a-z][a-z0-9_]{0,29}$/, 'small letters, digits and _, as in: record')
const accesses: readonly Access[] = ['view', 'manage', 'content']

const right = z.strictObject({
  /** Behind the family and a dot. */
  id: name,
  /** `view`: see settings and state; `manage`: change settings; `content`: get at what is inside, which is sensitive. Each once. */
  access: z.enum(accesses, 'view, manage or content'),
  /** Another right of the family; the one to see it when left out. */
  needs: name.optional(),
  /** Of `content` alone: why it is sensitive; `private` when left out. */
  sensitive: z.enum(sensitivities, 'money, people, private or loss').optional(),
  name: inEveryLanguage(60),
  /** What the customer allows with it, to be read on the page of consent. */
  sentence: inEveryLanguage(300),
})

export const ownFamily = z.strictObject({ id: name, name: inEveryLanguage(40), rights: z.array(right).min(1).max(accesses.length) })
export const catalogueFile = z.strictObject({ families: z.array(ownFamily).max(50) })

/** GET /api/catalogue */
export const getCatalogue = {
  answer: catalogueFile,
  summary: 'The product families that the operator defined beside ours, with their words',
}

/** GET /api/operator/catalogue */
export const getWholeCatalogue = {
  answer: z.strictObject({
    /** The file that the operator's own families come from; null where there is none. */
    file: z.string().nullable(),
    families: z.array(
      z.strictObject({
        /** Null: rights on the organisation, and on products of any family. */
        id: z.string().nullable(),
        /** Defined in the file, not one of ours. */
        own: z.boolean(),
        rights: z.array(
          z.strictObject({
            id: rightName,
            access: z.enum(accesses).nullable(),
            needs: z.array(rightName),
            sensitive: z.enum(sensitivities).nullable(),
            presets: z.array(z.enum(presets)),
          }),
        ),
      }),
    ),
  }),
  summary: 'Every right that can be granted, by family: what it needs, whether it is sensitive, and which presets hold it',
}
