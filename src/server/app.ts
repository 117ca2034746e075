// TABLE: method · path · contract · who may · use case. Everything the API does stands here; who.* is explained in endpoint.ts.
import { type Endpoint } from './endpoint.ts'

export const app: readonly Endpoint[] = [
  // ── signing in, one's own account
  // ── the frame: who am I, where am I, what is live
  // ── requests (partner)
  // ── consent and partners (customer)
  // ── managed customers, exports, switcher
  // ── visits
  // ── products
  // ── billing
  // ── members
  // ── activity
  // ── help
  // ── the provider's systems
]
