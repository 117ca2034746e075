// What is open, and for whom: a domain, in a visit on behalf of a customer or in an organisation of one's own.

export type Place = { readonly visit: string } | { readonly organisation: string }
export type Opened = { readonly product: string; readonly place: Place }

const id = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Undefined when the address names nothing that could be opened. */
export function openedBy(query: URLSearchParams): Opened | undefined {
  const [product, visit, organisation] = ['product', 'visit', 'organisation'].map((name) => query.get(name) ?? '')
  if (!product || !id.test(product)) return undefined
  if (visit && id.test(visit)) return { product, place: { visit } }
  return organisation && id.test(organisation) ? { product, place: { organisation } } : undefined
}

export const nameOf = (place: Place): string => ('visit' in place ? `visit ${place.visit}` : `organisation ${place.organisation}`)

export function addressOf({ product, place }: Opened, more: Readonly<Record<string, string>> = {}): string {
  return `/?${new URLSearchParams({ product, ...place, ...more }).toString()}`
}
