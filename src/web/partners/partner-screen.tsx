// Everything about one partner: what it may do, who of it is here, what it did, and how to change, stop or end it.
import { useQuery } from '@tanstack/react-query'
import { BadgeCheck } from 'lucide-react'
import type { ReactNode } from 'react'
import { DisputeButton } from '../cases/dispute.tsx'
import { DisputeHere } from '../cases/dispute-here.tsx'
import { ToDoHere } from '../cases/to-do-here.tsx'
import { useCountryName } from '../granting/country-name.ts'
import { NeverList } from '../granting/never-list.tsx'
import { HandedBackByPartner } from '../handovers/handed-back.tsx'
import { HandoverCard } from '../handovers/handover-card.tsx'
import { useParam } from '../place.ts'
import { Problem, problemText } from '../problem.ts'
import { RecentReceipts } from '../receipts/receipts.tsx'
import { StillWorking } from '../receipts/still-working.tsx'
import { TimeNotices } from '../renewal/time-notices.tsx'
import { HelpLink } from '../shell/help-link.tsx'
import { NotFoundPage } from '../shell/not-found-page.tsx'
import { usePageTitle } from '../shell/page-title.tsx'
import { WaitsForSecond } from '../signatures/waits-for-second.tsx'
import { StrictnessCard } from '../strictness/strictness-card.tsx'
import { SuccessionQuestions } from '../successions/succession-question.tsx'
import { useTexts } from '../texts.tsx'
import { Avatar } from '../ui/avatar.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { SkeletonPage } from '../ui/skeleton.tsx'
import { AnswerRequest } from './answer-request.tsx'
import { ComparedRights } from './compared-rights.tsx'
import { EndPartnership } from './end-partnership.tsx'
import { ForLeaders } from './for-leaders.tsx'
import { GateBanners } from './gate-banners.tsx'
import { StopButton } from './gate-buttons.tsx'
import { GrantCard } from './grant-card.tsx'
import { GrantedRights } from './granted-rights.tsx'
import { HistoryCard } from './history-card.tsx'
import { insideNow } from './inside-now.ts'
import { OwnProposal } from './own-proposal.tsx'
import { PartnerStatus } from './partner-status.tsx'
import { isLiving, may, type Of, type PartnershipShown, partnershipQuery } from './partners-data.ts'
import { PeopleCard } from './people-card.tsx'
import { UndoBanner } from './undo-banner.tsx'
import { VisitNow } from './visit-now.tsx'
import { VisitRulesCard } from './visit-rules-card.tsx'
import { VisitsCard } from './visits-card.tsx'
import { StopFollows } from './what-closes.tsx'

export function PartnerScreen() {
  const t = useTexts()
  const of = { organisation: useParam('organisation'), partnership: useParam('partnership') }
  const shown = useQuery(partnershipQuery(of.organisation, of.partnership))
  usePageTitle(shown.data?.partner.name ?? t('partners.title'))
  if (shown.isPending) return <SkeletonPage label={t('ui.loading')} />
  if (shown.isError) {
    const code = shown.error instanceof Problem ? shown.error.code : ''
    if (code === 'not_found') return <NotFoundPage />
    if (code === 'not_entitled') return <ForLeaders organisation={of.organisation} />
    return (
      <ErrorState title={t('shell.error.title')} onRetry={() => void shown.refetch()}>
        {problemText(t, shown.error)}
      </ErrorState>
    )
  }
  return <Partner key={of.partnership} of={of} data={shown.data} />
}

function Partner({ of, data }: { of: Of; data: PartnershipShown }) {
  const t = useTexts()
  const { partner, state, proposal, grant } = data
  const living = isLiving(state)
  return (
    <div className="flex max-w-4xl flex-col gap-6">
      <PageHeader
        crumbs={[{ label: t('partners.title'), link: { to: '/o/$organisation/partners', params: { organisation: of.organisation } } }]}
        picture={<Avatar name={partner.name} shape="square" size="large" />}
        title={partner.name}
        help={<HelpLink />}
        actions={
          living &&
          may(data, 'suspend') && (
            <>
              <DisputeButton {...of} partner={partner.name} />
              {state === 'active' && <StopButton of={of} partner={partner.name} />}
            </>
          )
        }
        description={<Identity of={of} data={data} />}
      />
      <RecentReceipts organisation={of.organisation} partnership={of.partnership} />
      {grant !== null && <StillWorking {...of} partner={partner.name} />}
      <GateBanners of={of} data={data} />
      {grant !== null && <DisputeHere {...of} />}
      <WaitsForSecond of={of} waits={data.secondSignature} />
      <UndoBanner of={of} data={data} />
      {living && may(data, 'change_grant') && <TimeNotices of={of} notAfter={grant?.notAfter ?? null} />}
      {living && <ToDoHere {...of} mayConfirm={may(data, 'end')} />}
      {insideNow(data.visits.filter(({ endedAt }) => endedAt === null)).map((visit) => (
        <VisitNow key={visit.personId} of={of} partner={partner.name} visit={visit} mayStop={false} mayEndVisit={may(data, 'end_visit')} />
      ))}
      {living && <SuccessionQuestions of={of} />}
      {proposal?.side === 'partner' && <AnswerRequest key={proposal.id} of={of} data={data} proposal={proposal} />}
      {proposal?.side === 'customer' && <OwnProposal of={of} data={data} proposal={proposal} />}
      {living && (may(data, 'change_grant') ? <GrantCard of={of} data={data} /> : <GrantedRights data={data} />)}
      {living && <NeverList />}
      {grant !== null && <ComparedRights data={data} />}
      {living && <PeopleCard of={of} data={data} />}
      {living && <StrictnessCard of={of} partner={partner.name} />}
      {living && <VisitRulesCard of={of} partner={partner.name} />}
      {grant !== null && <VisitsCard of={of} data={data} />}
      <HistoryCard of={of} data={data} />
      {state === 'ended' && <HandedBackByPartner organisation={of.organisation} partnership={of.partnership} />}
      {living && may(data, 'end') && <HandoverCard of={of} partner={partner.name} />}
      {living && may(data, 'end') && <EndPartnership of={of} partner={partner.name} />}
    </div>
  )
}

function Identity({ of, data }: { of: Of; data: PartnershipShown }) {
  const t = useTexts()
  const country = useCountryName()
  const { partner, state, proposal } = data
  const place = [partner.city, partner.country && country(partner.country)].filter(Boolean).join(', ')
  return (
    <div className="flex flex-col gap-2 text-sm">
      {partner.formerName !== null && <p>{t('managed-customers.former_name', { name: partner.formerName })}</p>}
      <p className="flex flex-wrap gap-x-3 gap-y-1">
        {partner.domain === null ? (
          <Piece>{t('consent.not_verified')}</Piece>
        ) : (
          <span className="flex items-center gap-1 text-success-ink">
            <BadgeCheck aria-hidden="true" className="size-4 shrink-0" />
            {t('consent.verified', { domain: partner.domain })}
          </span>
        )}
        {partner.registerNumber !== null && <Piece>{t('consent.register_number', { number: partner.registerNumber })}</Piece>}
        {place !== '' && <Piece>{place}</Piece>}
      </p>
      <p className="text-ink">
        <PartnerStatus state={state} waitsFor={proposal === null ? undefined : proposal.side === 'partner' ? 'customer' : 'partner'} />
      </p>
      {state === 'active' && may(data, 'suspend') && <StopFollows of={of} />}
    </div>
  )
}

function Piece({ children }: { children: ReactNode }) {
  return <span>{children}</span>
}
