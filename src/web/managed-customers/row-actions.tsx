// The end of a row: the icon that opens the customer's Manager, and ⋮ with everything else, which is made when it is pressed for the first time.
import { Link } from '@tanstack/react-router'
import { ArrowUpRight, EllipsisVertical } from 'lucide-react'
import { useState } from 'react'
import type { CustomerRow } from '../../server/managed-customers/contract.ts'
import { CustomerActionsMenu } from '../requests/customer-actions-menu.tsx'
import { useTexts } from '../texts.tsx'
import { iconButtonClass } from '../ui/icon-button-class.ts'

export function RowActions({ customer, organisation }: { customer: CustomerRow; organisation: string }) {
  const t = useTexts()
  const [wasPressed, press] = useState(false)
  const enter = t('managed-customers.open_manager', { customer: customer.name })
  const more = t('requests.menu', { customer: customer.name })
  return (
    <>
      {customer.partnershipId && customer.may.includes('enter') && (
        <Link
          to="/c/$partnership"
          params={{ partnership: customer.partnershipId }}
          data-act="enter"
          aria-label={enter}
          title={enter}
          className={iconButtonClass('medium')}
        >
          <ArrowUpRight aria-hidden="true" />
        </Link>
      )}
      {wasPressed ? (
        <CustomerActionsMenu organisation={organisation} customer={customer} startsOpen />
      ) : (
        <button
          type="button"
          aria-haspopup="menu"
          aria-expanded={false}
          aria-label={more}
          title={more}
          onClick={() => press(true)}
          className={iconButtonClass('medium')}
        >
          <EllipsisVertical aria-hidden="true" />
        </button>
      )}
    </>
  )
}
