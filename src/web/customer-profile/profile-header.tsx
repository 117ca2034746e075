// Who this is, how it stands, and the way in.
import { ArrowUpRight } from 'lucide-react'
import { useFormats } from '../formats.ts'
import { CustomerStatusMark, ToCheckBadge } from '../managed-customers/customer-status.tsx'
import { CustomerActionsMenu } from '../requests/customer-actions-menu.tsx'
import { HelpLink } from '../shell/help-link.tsx'
import { useTexts } from '../texts.tsx'
import { Avatar } from '../ui/avatar.tsx'
import { ButtonLink } from '../ui/button-link.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Badge, Status } from '../ui/status.tsx'
import type { ProfileProps } from './customer-profile.tsx'
import { waitingIn } from './rights-card.tsx'

export function ProfileHeader({ organisation, customer, profile }: ProfileProps) {
  const t = useTexts()
  const formats = useFormats()
  const waiting = waitingIn(profile)
  const isMissing = profile.rights.some(
    ({ right, requested, granted }) => requested.length > 0 && granted.length === 0 && !waiting.has(right),
  )
  const isReduced = customer.status === 'active' && isMissing
  const about = [
    customer.number,
    customer.formerName && t('customer-profile.former_name', { name: customer.formerName }),
    customer.ownReference && t('customer-profile.reference', { reference: customer.ownReference }),
  ].filter(Boolean)
  return (
    <PageHeader
      crumbs={[{ label: t('managed-customers.title'), link: { to: '/o/$organisation/customers', params: { organisation } } }]}
      picture={<Avatar name={customer.name} shape="square" size="large" />}
      title={<span className="wrap-anywhere">{customer.name}</span>}
      help={<HelpLink />}
      description={
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          {isReduced ? <Status tone="success">{t('statuses.active_reduced')}</Status> : <CustomerStatusMark status={customer.status} />}
          {customer.toCheck && <ToCheckBadge />}
          {customer.delivery === 'not_delivered' && <Badge tone="danger">{t('statuses.not_delivered')}</Badge>}
          <span>{t('customer-profile.since', { date: formats.date(customer.statusSince) })}</span>
          {about.map((text) => (
            <span key={text}>{text}</span>
          ))}
        </p>
      }
      menu={<CustomerActionsMenu organisation={organisation} customer={customer} withoutProfile />}
      actions={
        customer.partnershipId &&
        customer.may.includes('enter') && (
          <ButtonLink
            kind="primary"
            icon={<ArrowUpRight aria-hidden="true" />}
            to="/c/$partnership"
            params={{ partnership: customer.partnershipId }}
          >
            {t('customer-profile.open_manager')}
          </ButtonLink>
        )
      }
    />
  )
}
