// Who has access to this organisation from outside: who is inside now, what waits for an answer, who may do what.
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Handshake, Plus } from 'lucide-react'
import { getOwnShell } from '../../server/shell/contract.ts'
import { api } from '../api.ts'
import { useFormats } from '../formats.ts'
import { useParam } from '../place.ts'
import { problemText } from '../problem.ts'
import { RecentReceipts } from '../receipts/receipts.tsx'
import { HelpLink } from '../shell/help-link.tsx'
import { usePageTitle } from '../shell/page-title.tsx'
import { useTexts } from '../texts.tsx'
import { ButtonLink } from '../ui/button-link.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { Later } from '../ui/later.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { SkeletonLines } from '../ui/skeleton.tsx'
import { AccessCard } from '../who-has-access/access-card.tsx'
import { BlockedPartners } from './blocked-partners.tsx'
import { EarlierPartners } from './earlier-partners.tsx'
import { ForLeaders } from './for-leaders.tsx'
import { insideNow } from './inside-now.ts'
import { PartnerCard } from './partner-card.tsx'
import { may, type PartnersList, partnersQuery } from './partners-data.ts'
import { VisitNow } from './visit-now.tsx'
import { Waiting } from './waiting.tsx'

export function PartnersScreen() {
  const t = useTexts()
  const organisation = useParam('organisation')
  const shell = useSuspenseQuery(api.query(getOwnShell, '/api/o/{organisation}/shell', { params: { organisation } }))
  const isLeading = shell.data.role !== 'collaborator'
  const list = useQuery({ ...partnersQuery(organisation), enabled: isLeading })
  usePageTitle(t('partners.title'))
  return (
    <div className="flex max-w-4xl flex-col gap-6">
      <PageHeader
        title={t('partners.title')}
        description={isLeading && t('partners.description')}
        help={<HelpLink />}
        actions={
          list.data &&
          isAnybodyIn(list.data) && (
            <>
              <ButtonLink to="/o/$organisation/reviews" params={{ organisation }}>
                {t('reviews.link.customer')}
              </ButtonLink>
              <ButtonLink to="/o/$organisation/partners/visits" params={{ organisation }}>
                {t('visits.title')}
              </ButtonLink>
              {may(list.data, 'prepare') && <AddPartner organisation={organisation} />}
            </>
          )
        }
      />
      {!isLeading && <ForLeaders organisation={organisation} />}
      {list.isLoading && <SkeletonLines label={t('ui.loading')} lines={6} />}
      {list.isError && (
        <ErrorState title={t('shell.error.title')} onRetry={() => void list.refetch()}>
          {problemText(t, list.error)}
        </ErrorState>
      )}
      {list.data && <Partners organisation={organisation} list={list.data} />}
    </div>
  )
}

const isOver = (state: string): boolean => state === 'ended' || state === 'not_concluded'
const isAnybodyIn = ({ partnerships }: PartnersList): boolean => partnerships.some(({ state }) => !isOver(state))

function Partners({ organisation, list }: { organisation: string; list: PartnersList }) {
  const t = useTexts()
  const { compare } = useFormats()
  const current = list.partnerships
    .filter(({ state }) => !isOver(state))
    .toSorted((one, other) => other.visitsNow.length - one.visitsNow.length || compare(one.partner.name, other.partner.name))
  const earlier = list.partnerships.filter(({ state }) => isOver(state))
  return (
    <>
      <RecentReceipts organisation={organisation} />
      {current.flatMap(({ id, partner, visitsNow }) =>
        insideNow(visitsNow).map((visit) => (
          <VisitNow
            key={`${id} ${visit.personId}`}
            of={{ organisation, partnership: id }}
            partner={partner.name}
            visit={visit}
            mayStop={may(list, 'suspend')}
            mayEndVisit={may(list, 'end_visit')}
          />
        )),
      )}
      <Waiting organisation={organisation} list={list} />
      {!may(list, 'change_grant') && <p className="max-w-prose text-muted">{t('partners.administrator')}</p>}
      {current.length === 0 ? (
        <EmptyState
          icon={<Handshake />}
          title={t('partners.empty')}
          action={may(list, 'prepare') && <AddPartner organisation={organisation} />}
        >
          {t('partners.empty.what')}
        </EmptyState>
      ) : (
        <section aria-labelledby="who" className="flex flex-col gap-3">
          <h2 id="who" className="text-base font-semibold">
            {t('partners.who')}
          </h2>
          <ul className="flex flex-col gap-3">
            {current.map((entry) => (
              <PartnerCard key={entry.id} organisation={organisation} entry={entry} list={list} />
            ))}
          </ul>
        </section>
      )}
      <AccessCard organisation={organisation} />
      <Later>
        <EarlierPartners organisation={organisation} entries={earlier} />
        <BlockedPartners organisation={organisation} />
      </Later>
    </>
  )
}

function AddPartner({ organisation }: { organisation: string }) {
  const t = useTexts()
  return (
    <ButtonLink kind="primary" icon={<Plus />} to="/o/$organisation/partners/new" params={{ organisation }}>
      {t('partners.add')}
    </ButtonLink>
  )
}
