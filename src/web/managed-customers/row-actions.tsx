// The end of a row: the icon that opens the customer's Manager, and ⋮ with everything else, which is made when it is pressed for the first time.
import { ArrowUpRight, EllipsisVertical } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import type { CustomerRow } from '../../server/managed-customers/contract.ts'
import { useTexts } from '../texts.tsx'
import { iconButtonClass } from '../ui/icon-button-class.ts'
import { RowLink } from '../ui/row-link.tsx'

const load = () => import('../requests/customer-actions-menu.tsx')
const CustomerActionsMenu = lazy(async () => ({ default: (await load()).CustomerActionsMenu }))

export function RowActions({ customer, organisation }: { customer: CustomerRow; organisation: string }) {
  const t = useTexts()
  const [wasPressed, press] = useState(false)
  const enter = t('managed-customers.open_manager', { customer: customer.name })
  const more = t('requests.menu', { customer: customer.name })
  const button = (
    <button
      type="button"
      aria-haspopup="menu"
      aria-expanded={false}
      aria-label={more}
      title={more}
      onPointerEnter={() => void load()}
      onFocus={() => void load()}
      onClick={() => press(true)}
      className={iconButtonClass('medium')}
    >
      <EllipsisVertical aria-hidden="true" />
    </button>
  )
  return (
    <>
      {customer.partnershipId && customer.may.includes('enter') && (
        <RowLink
          to="/c/$partnership"
          params={{ partnership: customer.partnershipId }}
          data-act="enter"
          aria-label={enter}
          title={enter}
          className={iconButtonClass('medium')}
        >
          <ArrowUpRight aria-hidden="true" />
        </RowLink>
      )}
      {wasPressed ? (
        <Suspense fallback={button}>
          <CustomerActionsMenu organisation={organisation} customer={customer} startsOpen />
        </Suspense>
      ) : (
        button
      )}
    </>
  )
}
