// The shapes that everything shares that signs somebody in: an address, a code, and what comes next.
import { z } from 'zod'
import { languages } from '../../domain/language.ts'
import { isMailAddress } from '../platform/mail-address.ts'

export const emailAddress = z.string().trim().max(254).refine(isMailAddress, 'not an email address')
/** Whether what was typed is one, as it will be read here. */
export const isEmailAddress = (typed: string): boolean => isMailAddress(typed.trim())
export const language = z.enum(languages)
export const sixDigits = z.string().regex(/^\d{6}$/)

/** What a second factor can be; a recovery code stands for either. */
export const secondFactors = ['passkey', 'totp'] as const
export type SecondFactor = (typeof secondFactors)[number]

/** After the first factor: in, or one step more. `continuation` stands for what was already shown; it lives ten minutes. */
export const entered = z.discriminatedUnion('step', [
  z.strictObject({ step: z.literal('signed_in'), /** The person was made just now: ask for the name. */ isNew: z.boolean() }),
  z.strictObject({
    step: z.literal('second_factor'),
    continuation: z.string(),
    expiresAt: z.iso.datetime(),
    /** What this person has, the best first. */
    secondFactors: z.array(z.enum(secondFactors)),
  }),
])
export type Entered = z.output<typeof entered>
