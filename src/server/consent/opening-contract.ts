// That the page behind a request's link was opened.
import { z } from 'zod'

/** POST /api/requests/{token}/opened: kept once, as a time and nothing else. */
export const noteOpening = {
  params: z.strictObject({ token: z.string().regex(/^[A-Za-z0-9_-]{20,100}$/) }),
  body: z.strictObject({}),
  answer: z.strictObject({}),
  summary: 'Keeps when the page of a request was first opened, and nothing else',
}
