// What every dialog about one customer is given, and the addresses of what it asks for.
import type { CustomerRow } from '../../server/managed-customers/contract.ts'

export type CustomerDialogProps = {
  readonly organisation: string
  readonly customer: CustomerRow
  readonly onClose: () => void
}

/** The path parameters of everything below one customer. */
export function customerParams({ organisation, customer }: { readonly organisation: string; readonly customer: Pick<CustomerRow, 'id'> }) {
  return { organisation, managedCustomer: customer.id }
}

/** What is fetched again after something changed: the list, the profile and the frame of this organisation. */
export const refreshes = (organisation: string): string => `/api/o/${organisation}`

/** Whom a request went to, in words. */
export const recipientOf = (customer: CustomerRow): string => customer.sentTo ?? customer.name

export const ofCustomer = '/api/o/{organisation}/customers/{managedCustomer}'
