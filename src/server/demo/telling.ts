// How the demo story is told: what a partner asks and does, and how a customer answers, in the words of the API.
import type { RightId } from '../../domain/rights/catalogue.ts'
import type { RequestedRight } from '../../domain/rights/scope.ts'
import type { Ask } from './ask-as.ts'
import type { Cast } from './found.ts'

export type Terms = {
  readonly startsOn: null
  readonly end: { readonly kind: 'none' } | { readonly kind: 'after'; readonly days: number }
  readonly payer: 'customer' | 'partner' | null
  readonly paymentMethodId: string | null
  readonly spendingLimit: { readonly amount: number; readonly currency: string; readonly period: 'month' } | null
}
export const customerPays: Terms = { startsOn: null, end: { kind: 'none' }, payer: 'customer', paymentMethodId: null, spendingLimit: null }
export const partnerPays: Terms = { ...customerPays, payer: 'partner' }

export type Wish = {
  readonly who: {
    readonly email: string
    readonly language: 'de' | 'fr' | 'it'
    readonly ownReference?: string
    readonly listName?: string
  }
  readonly what:
    | { readonly preset: 'full' | 'limited' | 'read_only' | 'billing_only'; readonly families?: readonly string[] }
    | { readonly rights: readonly RequestedRight[] }
  readonly terms?: Terms
}

export type Partner = {
  /** Answers with the id of the partner's row for this customer. */
  readonly request: (wish: Wish) => Promise<string>
  readonly token: (managedCustomer: string) => Promise<string>
  readonly assign: (managedCustomer: string, names: readonly string[]) => Promise<void>
  readonly look: (managedCustomer: string) => Promise<void>
}

export function partner(cast: Cast, person: string, firm: string): Partner {
  const ask: Ask = cast.as(person)
  const organisation = cast.idOf(firm)
  const at = (managedCustomer: string) => ({ organisation, managedCustomer })
  return {
    request: async ({ terms = customerPays, ...wish }) => {
      const { managedCustomerId } = await ask('POST', '/o/{organisation}/requests', { params: { organisation }, body: { ...wish, terms } })
      return String(managedCustomerId)
    },
    token: async (id) =>
      String((await ask('GET', '/o/{organisation}/customers/{managedCustomer}/link', { params: at(id) }))['url']).replace(/^.*\/r\//, ''),
    assign: async (id, names) => {
      const people = names.map((name) => ({ id: cast.idOf(name), rights: null }))
      await ask('POST', '/o/{organisation}/customers/{managedCustomer}/assign', { params: at(id), body: { people } })
    },
    look: async (id) => {
      await ask('POST', '/o/{organisation}/customers/{managedCustomer}/check', { params: at(id), body: {} })
    },
  }
}

type Answering = { readonly without?: readonly RightId[]; readonly propose?: true; readonly terms?: Partial<Terms> }

/** The customer opens the link, grants what was asked but for what is left out, and pays with the usual method. Answers with the partnership. */
export async function answer(
  cast: Cast,
  person: string,
  firm: string,
  token: string,
  { without = [], propose, terms = {} }: Answering = {},
): Promise<string> {
  const ask = cast.as(person)
  const organisationId = cast.idOf(firm)
  const consent = (await ask('GET', '/requests/{token}/consent', {
    params: { token },
    query: { organisation: organisationId },
  })) as unknown as {
    proposal: { id: string; rights: readonly RequestedRight[]; terms: Terms }
    organisation: { paymentMethods: readonly { id: string; isDefault: boolean }[] }
  }
  const { proposal, organisation } = consent
  const granted = proposal.rights.filter(({ right }) => !without.includes(right))
  const method = organisation.paymentMethods.find(({ isDefault }) => isDefault)
  const body = {
    organisationId,
    proposalId: proposal.id,
    decision: propose ? 'propose' : 'grant',
    rights: granted.map(({ right, scope }) => ({
      right,
      scopes: [scope.kind === 'customer_chooses' ? { kind: 'all', future: true } : scope],
    })),
    notGranted: [...without],
    terms: { ...proposal.terms, ...(proposal.terms.payer === 'customer' ? { paymentMethodId: method?.id ?? null } : {}), ...terms },
  }
  const { partnershipId } = await ask('POST', '/requests/{token}/answer', { params: { token }, body })
  return String(partnershipId)
}
