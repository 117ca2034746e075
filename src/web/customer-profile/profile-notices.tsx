// What stands in the way or is waited for, with what one can do about it.
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { rightsIn } from '../../domain/rights/rights-set.ts'
import { getHandoverAsPartner } from '../../server/handovers/contract.ts'
import { api } from '../api.ts'
import { DisputeHere } from '../cases/dispute-here.tsx'
import { useFormats } from '../formats.ts'
import { RecentReceipts } from '../receipts/receipts.tsx'
import { CorrectAddressDialog } from '../requests/correct-address-dialog.tsx'
import { recipientOf } from '../requests/customer-dialog.ts'
import { ReleaseDialog } from '../requests/release-dialog.tsx'
import { useMe } from '../shell/me.ts'
import { useTexts } from '../texts.tsx'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { ButtonLink } from '../ui/button-link.tsx'
import type { ProfileProps } from './customer-profile.tsx'

export function ProfileNotices(props: ProfileProps) {
  const { organisation, customer } = props
  const role = useMe().organisations.find(({ id }) => id === organisation)?.role
  const isLeading = role !== undefined && role !== 'collaborator'
  return (
    <>
      {customer.delivery === 'not_delivered' && customer.status === 'requested' && <NotDelivered {...props} />}
      <Gates {...props} />
      {customer.partnershipId !== null && isLeading && (
        <RecentReceipts organisation={organisation} partnership={customer.partnershipId} side="partner" />
      )}
      {customer.partnershipId !== null && isLeading && <DisputeHere organisation={organisation} partnership={customer.partnershipId} />}
      <Going {...props} />
      <Waiting {...props} />
    </>
  )
}

/** Signed once where two must, or handed over to somebody else. */
function Going({ organisation, customer, profile }: ProfileProps) {
  const t = useTexts()
  const formats = useFormats()
  const params = { organisation, managedCustomer: customer.id }
  const { data } = useQuery({
    ...api.query(getHandoverAsPartner, '/api/o/{organisation}/customers/{managedCustomer}/handover', { params }),
    enabled: profile.granted !== null,
  })
  const handover = data?.handover
  return (
    <>
      {profile.secondSignature && <Banner title={t('signatures.waiting', { person: profile.secondSignature.firstBy })} />}
      {handover && (
        <Banner title={t('handovers.partner', { role: handover.role, date: formats.longDate(handover.endsAt) })}>
          {handover.otherName !== null && t('handovers.partner.other', { role: handover.role, other: handover.otherName })}
        </Banner>
      )}
    </>
  )
}

function NotDelivered({ organisation, customer, profile }: ProfileProps) {
  const t = useTexts()
  const [open, setOpen] = useState(false)
  return (
    <Banner
      tone="danger"
      title={t('customer-profile.not_delivered', { to: recipientOf(customer) })}
      actions={
        customer.may.includes('correct_address') && (
          <Button onClick={() => setOpen(true)}>{t('customer-profile.not_delivered.correct')}</Button>
        )
      }
    >
      {t('customer-profile.not_delivered.what')}
      {profile.request?.deliveryReason && (
        <code className="mt-1 block font-mono text-xs wrap-anywhere">{profile.request.deliveryReason}</code>
      )}
      {open && <CorrectAddressDialog organisation={organisation} customer={customer} onClose={() => setOpen(false)} />}
    </Banner>
  )
}

function Gates({ profile }: ProfileProps) {
  const t = useTexts()
  const formats = useFormats()
  const { gates } = profile
  return (
    <>
      {gates?.byCustomerAt && (
        <Banner tone="warning" title={t('customer-profile.suspended.customer', { date: formats.date(gates.byCustomerAt) })}>
          {t('customer-profile.suspended.customer.what')}
        </Banner>
      )}
      {gates?.byOperatorAt && (
        <Banner tone="warning" title={t('customer-profile.suspended.operator', { date: formats.date(gates.byOperatorAt) })}>
          {t('customer-profile.suspended.operator.what')}
        </Banner>
      )}
    </>
  )
}

/** Our own open request, or one that waits for release. */
function Waiting({ organisation, customer, profile }: ProfileProps) {
  const t = useTexts()
  const formats = useFormats()
  const [open, setOpen] = useState(false)
  const { proposal, request } = profile
  if (proposal?.side !== 'partner') return null
  if (proposal.state === 'prepared') {
    const release = proposal.may.includes('release') && (
      <Button kind="primary" onClick={() => setOpen(true)}>
        {t('requests.release.confirm')}
      </Button>
    )
    return (
      <Notice actions={release}>
        {t('customer-profile.waits.release', { person: proposal.by })}
        {open && <ReleaseDialog organisation={organisation} customer={customer} onClose={() => setOpen(false)} />}
      </Notice>
    )
  }
  const date = proposal.until === null ? '–' : formats.date(proposal.until)
  const passedOn = request && request.timesPassedOn > 0 ? t('customer-profile.passed_on', { count: request.timesPassedOn }) : null
  if (profile.granted !== null) {
    return <Notice>{t('customer-profile.waits.more', { person: proposal.by, count: rightsIn(proposal.rights).length, date })}</Notice>
  }
  if (customer.delivery === 'not_delivered') return null
  const revise = customer.may.includes('revise') && (
    <ButtonLink to="/o/$organisation/customers/$customer/revise" params={{ organisation, customer: customer.id }}>
      {t('requests.menu.revise')}
    </ButtonLink>
  )
  return (
    <Notice actions={revise}>
      {t('customer-profile.waits.answer', { to: recipientOf(customer), date })} {passedOn}
    </Notice>
  )
}

function Notice({ children, actions }: { children: ReactNode; actions?: ReactNode }) {
  return <Banner actions={actions}>{children}</Banner>
}
