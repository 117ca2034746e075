// The history of a partnership as its customer reads it.

import { z } from 'zod'
import { grantReasons } from '../../domain/partnership/grant.ts'
import { rightId } from '../partnerships/contract.ts'
import { conversation } from '../partnerships/conversation-contract.ts'

/** A version of the grant in short. */
export const grantVersion = z.strictObject({
  version: z.int().positive(),
  reason: z.enum(grantReasons),
  at: z.iso.datetime(),
  by: z.string(),
  rights: z.array(rightId),
  notAfter: z.iso.datetime().nullable(),
})

/** A narrowing of the last 24 hours that can be taken back: until when, which rights, and whether the end moves too. */
export const undoable = z.strictObject({ until: z.iso.datetime(), rights: z.array(rightId), end: z.boolean() }).nullable()

/** GET …/conversation: every version of what was proposed and granted, the oldest first. */
export const getConversation = {
  params: z.strictObject({ organisation: z.uuid(), partnership: z.uuid() }),
  answer: conversation,
  summary: 'Every version of what was proposed and granted, with who, when, what it changed and how it ended',
}
