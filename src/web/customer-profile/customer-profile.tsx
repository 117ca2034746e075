// The profile of one customer: what was requested, granted and is effective, and everything that goes with it.
import { useSuspenseQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { checkCustomer, getProfile } from '../../server/customer-profile/contract.ts'
import { type CustomerRow, getCustomerRow } from '../../server/managed-customers/contract.ts'
import { api } from '../api.ts'
import { HandedBackToCustomer } from '../handovers/handed-back.tsx'
import { useParam } from '../place.ts'
import { refresh } from '../query-client.ts'
import { CustomerEndsSoon, NotUsedAtCustomer } from '../renewal/customer-time-notices.tsx'
import { customerParams, ofCustomer } from '../requests/customer-dialog.ts'
import type { Profile } from '../requests/offer.ts'
import { usePageTitle } from '../shell/page-title.tsx'
import { CounterPanel } from './counter-panel.tsx'
import { HistoryCard } from './history-card.tsx'
import { IdentityCard } from './identity-card.tsx'
import { NotesCard } from './notes-card.tsx'
import { PeopleCard } from './people-card.tsx'
import { ProductsCard } from './products-card.tsx'
import { ProfileHeader } from './profile-header.tsx'
import { ProfileNotices } from './profile-notices.tsx'
import { RightsCard } from './rights-card.tsx'
import { TermsCard } from './terms-card.tsx'
import { VisitsCard } from './visits-card.tsx'

export type ProfileProps = { readonly organisation: string; readonly customer: CustomerRow; readonly profile: Profile }

export function CustomerProfileScreen() {
  const organisation = useParam('organisation')
  const params = customerParams({ organisation, customer: { id: useParam('customer') } })
  const { data: customer } = useSuspenseQuery(api.query(getCustomerRow, `${ofCustomer}/row`, { params }))
  const { data: profile } = useSuspenseQuery(api.query(getProfile, `${ofCustomer}/profile`, { params }))
  usePageTitle(customer.name)
  useChecked(organisation, customer)
  const props = { organisation, customer, profile }
  const hasAnswer = profile.granted !== null
  const isLiving = hasAnswer && customer.status !== 'ended'
  return (
    <div className="flex flex-col gap-6">
      <ProfileHeader {...props} />
      <ProfileNotices {...props} />
      {isLiving && (
        <>
          {profile.proposal === null && (
            <CustomerEndsSoon organisation={organisation} customer={customer} endsOn={profile.granted?.endsOn ?? null} />
          )}
          <NotUsedAtCustomer organisation={organisation} customer={customer} />
        </>
      )}
      <CounterPanel {...props} />
      <div className="flex flex-col gap-6 xl:grid xl:grid-cols-[minmax(0,1fr)_20rem] xl:items-start">
        <div className={columnClass}>
          <div className="order-1 min-w-0 empty:hidden">
            <RightsCard {...props} />
          </div>
          <div className="order-3 min-w-0 empty:hidden">{isLiving && <ProductsCard {...props} />}</div>
          <div className="order-5 min-w-0 empty:hidden">{hasAnswer && <VisitsCard {...props} />}</div>
          <div className="order-6 min-w-0 empty:hidden">
            {customer.status === 'ended' && <HandedBackToCustomer organisation={organisation} customer={customer.id} />}
          </div>
          <div className="order-7 min-w-0 empty:hidden">
            <HistoryCard {...props} />
          </div>
        </div>
        <div className={columnClass}>
          <div className="order-2 min-w-0 empty:hidden">
            <TermsCard {...props} />
          </div>
          <div className="order-4 min-w-0 empty:hidden">{isLiving && <PeopleCard {...props} />}</div>
          <div className="order-6 min-w-0">
            <NotesCard {...props} />
          </div>
          <div className="order-8 min-w-0">
            <IdentityCard {...props} />
          </div>
        </div>
      </div>
    </div>
  )
}

/** Two columns side by side, or one in which what matters more comes first. */
const columnClass = 'contents xl:flex xl:min-w-0 xl:flex-col xl:gap-6'

/** Whoever sees the profile has checked the answer: the mark goes, here and in the list. */
function useChecked(organisation: string, { id, toCheck }: CustomerRow): void {
  useEffect(() => {
    if (!toCheck) return
    const params = { organisation, managedCustomer: id }
    api.post(checkCustomer, `${ofCustomer}/check`, { params, body: {} }).then(
      () => refresh(`/api/o/${organisation}`),
      () => undefined, // it stays marked, and goes the next time
    )
  }, [organisation, id, toCheck])
}
