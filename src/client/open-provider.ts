// The provider API for the provider's own systems: telling Prokura which products an organisation has, under references of one's own.
import type { Family } from '../domain/rights/catalogue.ts'
import { readAnswer } from './call.ts'
import { originOf, type Request, send, type Transport } from './http.ts'
import type { RecordInput } from './zones.ts'

export type { RecordInput } from './zones.ts'

export type ProviderSettings = {
  /** The public address of Prokura, such as `https://prokura.example`. */
  readonly issuer: string
  /** As `npm run provider-key NAME` shows it, once. */
  readonly key: string
  /** Otherwise that of the platform. */
  readonly fetch?: typeof fetch
  /** 5,000 unless said otherwise. */
  readonly timeoutMs?: number
}

/** A product as it is now. Dates are `YYYY-MM-DD`; amounts in minor units. What is left out takes its usual value. */
export type ToldProduct = {
  readonly family: Family
  /** Of a domain and of mail: the domain’s name. */
  readonly name: string
  readonly status?: 'active' | 'locked'
  /** The number of the organisation that pays; the owner when left out. */
  readonly payer?: string
  readonly createdOn?: string
  readonly renewsOn?: string | null
  readonly endsOn?: string | null
  readonly renewal?: 'automatic' | 'manual'
  readonly price?: { readonly amount: number; readonly currency: string; readonly period: 'month' | 'year' } | null
  /** Of a domain. Records are taken over when it is told for the first time; afterwards they are its owner’s. */
  readonly domain?: { readonly nameServers: readonly string[]; readonly records?: readonly RecordInput[] }
  /** Of a hosting: where it is reached. */
  readonly hosting?: { readonly host: string; readonly ipv4: string; readonly ipv6?: string | null }
}

/** Telling the same twice changes nothing. All throw a ProkuraError: `unauthenticated`, `invalid_request` with `faults`, `refused` (`not_found`). */
export type Provider = {
  /**
   * @param number - the organisation’s customer number.
   * @param reference - yours for the product: up to 100 letters, digits and `._:-`.
   * @returns Prokura’s id of the product, which decisions are asked about, and what became of it.
   */
  readonly tellProduct: (
    number: string,
    reference: string,
    product: ToldProduct,
  ) => Promise<{ readonly id: string; readonly outcome: 'created' | 'changed' | 'unchanged' }>
  readonly cancelProduct: (number: string, reference: string) => Promise<void>
}

/** Opens nothing: requests are made as they are needed. */
export function openProvider({ issuer, key, timeoutMs = 5_000, ...settings }: ProviderSettings): Provider {
  const origin = originOf(issuer)
  const transport: Transport = { origins: [origin], issuer: origin, timeoutMs, fetch: settings.fetch ?? globalThis.fetch }
  const ask = async (request: Pick<Request, 'method' | 'json'>, number: string, reference: string) => {
    const to = `/api/provider/organisations/${encodeURIComponent(number)}/products/${encodeURIComponent(reference)}`
    return readAnswer(await send(transport, { ...request, to, headers: { authorization: `Bearer ${key}` }, repeatable: true }))
  }
  return {
    async tellProduct(number, reference, json) {
      const { id, outcome } = await ask({ method: 'PUT', json }, number, reference)
      return { id: String(id), outcome: outcome as 'created' | 'changed' | 'unchanged' }
    },
    async cancelProduct(number, reference) {
      await ask({ method: 'DELETE' }, number, reference)
    },
  }
}
