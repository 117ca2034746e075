// A request that nobody answered yet, to be changed: it begins as it is, and goes out as a new version under the same link.
import { useQuery } from '@tanstack/react-query'
import { getProfile } from '../../../server/customer-profile/contract.ts'
import { getCustomerRow } from '../../../server/managed-customers/contract.ts'
import { api } from '../../api.ts'
import { useParam } from '../../place.ts'
import { HelpLink } from '../../shell/help-link.tsx'
import { useMe } from '../../shell/me.ts'
import { usePageTitle } from '../../shell/page-title.tsx'
import { useTexts } from '../../texts.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { SkeletonLines } from '../../ui/skeleton.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { customerParams, ofCustomer } from '../customer-dialog.ts'
import { ReviseForm } from './revise-form.tsx'

export function ReviseScreen() {
  const t = useTexts()
  const organisation = useParam('organisation')
  const id = useParam('customer')
  const params = customerParams({ organisation, customer: { id } })
  const row = useQuery(api.query(getCustomerRow, `${ofCustomer}/row`, { params }))
  const profile = useQuery(api.query(getProfile, `${ofCustomer}/profile`, { params }))
  const own = useMe().organisations.find((one) => one.id === organisation)
  usePageTitle(t('requests.revise.title'))
  const proposal = profile.data?.proposal
  const isOpen = row.data?.may.includes('revise') && proposal?.side === 'partner'
  const link = { to: '/o/$organisation/customers/$customer', params: { organisation, customer: id } } as const
  return (
    <div className="flex max-w-3xl flex-col gap-6">
      <PageHeader
        help={<HelpLink />}
        title={t('requests.revise.title')}
        description={row.data && isOpen && t(`requests.revise.what.${row.data.status}`, { to: row.data.sentTo ?? row.data.name })}
        crumbs={[
          { label: t('shell.nav.customers'), link: { to: '/o/$organisation/customers', params: { organisation } } },
          { label: row.data?.name ?? '…', link },
        ]}
      />
      {(row.isPending || profile.isPending) && <SkeletonLines label={t('requests.revise.title')} lines={8} />}
      {own && row.data && proposal && isOpen && <ReviseForm key={row.data.id} own={own} customer={row.data} proposal={proposal} />}
      {row.data && profile.data && !isOpen && (
        <EmptyState title={t('requests.revise.cannot')} action={<TextLink {...link}>{t('requests.menu.profile')}</TextLink>}>
          {t('requests.revise.cannot.what')}
        </EmptyState>
      )}
    </div>
  )
}
