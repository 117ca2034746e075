// What the browser says it was asked (CollectedClientData): read before anything is verified, to find the challenge that was answered.
import { z } from 'zod'

const clientData = z.object({
  type: z.string(),
  challenge: z.string().min(1).max(200),
  origin: z.string(),
  crossOrigin: z.boolean().optional(),
})
export type ClientData = z.output<typeof clientData>

/** Nothing when it is no client data, or when it comes from a page inside a page of another site, which none of ours ever is. */
export function readClientData(base64url: string): ClientData | undefined {
  try {
    const read = clientData.parse(JSON.parse(Buffer.from(base64url, 'base64url').toString('utf8')))
    return read.crossOrigin ? undefined : read
  } catch {
    return undefined
  }
}
