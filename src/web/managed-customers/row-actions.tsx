// The end of a row: the icon that opens the customer's Manager, and ⋮ with everything else.
import { ArrowUpRight } from 'lucide-react'
import type { CustomerRow } from '../../server/managed-customers/contract.ts'
import { CustomerActionsMenu } from '../requests/customer-actions-menu.tsx'
import { useTexts } from '../texts.tsx'
import { IconLink } from '../ui/icon-link.tsx'

export function RowActions({ customer, organisation }: { customer: CustomerRow; organisation: string }) {
  const t = useTexts()
  return (
    <>
      {customer.partnershipId && customer.may.includes('enter') && (
        <IconLink
          label={t('managed-customers.open_manager', { customer: customer.name })}
          icon={<ArrowUpRight aria-hidden="true" />}
          to="/c/$partnership"
          params={{ partnership: customer.partnershipId }}
        />
      )}
      <CustomerActionsMenu organisation={organisation} customer={customer} />
    </>
  )
}
