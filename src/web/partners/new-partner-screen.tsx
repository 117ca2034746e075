// Adding a partner: find one that is verified, choose what it may do, send the offer.
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { getOwnShell } from '../../server/shell/contract.ts'
import { api } from '../api.ts'
import { useParam } from '../place.ts'
import { problemText } from '../problem.ts'
import { HelpLink } from '../shell/help-link.tsx'
import { usePageTitle } from '../shell/page-title.tsx'
import { RequestCode } from '../strictness/request-code.tsx'
import { useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { SectionCard } from '../ui/section-card.tsx'
import { SkeletonPage } from '../ui/skeleton.tsx'
import { FindPartner, PartnerIdentity } from './find-partner.tsx'
import { OfferForm } from './offer-form.tsx'
import { offerQuery, partnershipQuery } from './partners-data.ts'

export function NewPartnerScreen() {
  const t = useTexts()
  const organisation = useParam('organisation')
  const shell = useSuspenseQuery(api.query(getOwnShell, '/api/o/{organisation}/shell', { params: { organisation } }))
  usePageTitle(t('partners.add'))
  return (
    <div className="flex max-w-4xl flex-col gap-6">
      <PageHeader
        crumbs={[{ label: t('partners.title'), link: { to: '/o/$organisation/partners', params: { organisation } } }]}
        title={t('partners.add')}
        description={t('partners.add.what')}
        help={<HelpLink />}
      />
      {shell.data.role === 'legal_representative' ? (
        <NewPartner organisation={organisation} />
      ) : (
        <EmptyState title={t('partners.add.not_you')}>{t('partners.administrator')}</EmptyState>
      )}
    </div>
  )
}

function NewPartner({ organisation }: { organisation: string }) {
  const t = useTexts()
  const navigate = useNavigate()
  const { partner: partnerId, from, succession } = useSearch({ strict: false }) as { partner?: string; from?: string; succession?: boolean }
  const leaving = useQuery({ ...partnershipQuery(organisation, from ?? ''), enabled: from !== undefined })
  const [search, setSearch] = useState('')
  const begun = useQuery({ ...offerQuery(organisation, partnerId ?? ''), enabled: partnerId !== undefined })
  const choose = (partner: string | undefined) =>
    void navigate({
      to: '/o/$organisation/partners/new',
      params: { organisation },
      search: { ...(partner === undefined ? {} : { partner }), ...(from === undefined ? {} : { from }) },
    })
  if (partnerId === undefined) {
    return (
      <>
        <FindPartner organisation={organisation} search={search} onSearch={setSearch} onChoose={({ id }) => choose(id)} />
        <RequestCode organisation={organisation} mayRenew={false} />
      </>
    )
  }
  if (begun.isPending || (from !== undefined && leaving.isPending)) return <SkeletonPage label={t('ui.loading')} />
  if (begun.isError) {
    return (
      <ErrorState title={t('shell.error.title')} actions={<Button onClick={() => choose(undefined)}>{t('partners.find.other')}</Button>}>
        {problemText(t, begun.error)}
      </ErrorState>
    )
  }
  const { partner, products, paymentMethods } = begun.data
  return (
    <>
      <SectionCard
        title={t('partners.offer.to')}
        actions={!succession && <Button onClick={() => choose(undefined)}>{t('partners.find.other')}</Button>}
      >
        <PartnerIdentity partner={partner} />
      </SectionCard>
      <OfferForm
        key={partner.id}
        organisation={organisation}
        partner={partner}
        products={products}
        methods={paymentMethods}
        today={leaving.data?.grant?.rights}
        succeeds={succession ? from : undefined}
      />
    </>
  )
}
