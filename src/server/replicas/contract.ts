// What a replica may ask: POST /access/v1/replica. The shapes are those of src/live-index/replica-wire.ts, which the client compiles in.
import { z } from 'zod'

const id = z.uuid()
const ids = z.array(id).max(1_000)

export const replicaPath = '/access/v1/replica'
/** Unknown fields are ignored: a newer client may say more. */
export const replicaRequest = z.object({
  version: z.int(),
  replica: id,
  since: z.object({ position: z.int().min(0), chain: z.base64url().max(100), epoch: z.int() }).optional(),
  page: z.object({ kind: z.enum(['partner', 'person', 'product', 'partnership', 'session', 'visit']), after: id.nullable() }).optional(),
  look: z.boolean().optional(),
  visits: ids.optional(),
  sessions: ids.optional(),
  seen: ids.optional(),
})
