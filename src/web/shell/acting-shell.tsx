// The frame around everything below /c/$partnership: on behalf of a customer, in a visit. Violet, named, and over as soon as it is over.
import { useQuery } from '@tanstack/react-query'
import { Outlet } from '@tanstack/react-router'
import { useState } from 'react'
import { getActingShell, visitEnded } from '../../server/visits/contract.ts'
import { api } from '../api.ts'
import { useLive } from '../live.ts'
import { useParam } from '../place.ts'
import { Problem } from '../problem.ts'
import { queryClient, refresh } from '../query-client.ts'
import { useTexts } from '../texts.tsx'
import { ActingBanner } from './acting-banner.tsx'
import { EnterVisit } from './enter-visit.tsx'
import { Frame } from './frame.tsx'
import { type ActingShellData, actingNavigation } from './navigation.ts'
import { TitlePrefix } from './page-title.tsx'
import { PendingPage } from './pending-page.tsx'
import { Sidebar } from './sidebar.tsx'
import { Switcher } from './switcher.tsx'
import { typedTexts, useTypedTexts } from './typed-texts.ts'
import { useActingFavicon } from './use-acting-favicon.ts'
import { type EndedVisit, VisitEndedPage } from './visit-ended-page.tsx'

export function ActingShell() {
  const partnership = useParam('partnership')
  return <Acting key={partnership} partnership={partnership} />
}

function Acting({ partnership }: { partnership: string }) {
  const base = `/api/c/${partnership}`
  const [ended, setEnded] = useState<EndedVisit>()
  const { data, error } = useQuery(api.query(getActingShell, '/api/c/{partnership}/shell', { params: { partnership } }))
  const again = async () => {
    setEnded(undefined)
    await refresh(base)
  }
  if (ended) return <VisitEndedPage visit={ended} partnership={partnership} onAgain={again} />
  if (error instanceof Problem && error.code === 'visit_needed') return <EnterVisit partnership={partnership} onEntered={again} />
  const why = whyOver(error)
  if (why)
    return (
      <VisitEndedPage
        visit={{ why, by: null, customer: data?.customer.name, typed: typedTexts() }}
        partnership={partnership}
        onAgain={again}
      />
    )
  if (error) throw error
  if (!data) return <PendingPage />
  const end = (news: unknown) => {
    const { why, by } = visitEnded.catch({ why: 'left', by: null }).parse(news)
    setEnded({ why, by, customer: data.customer.name, typed: typedTexts() })
    queryClient.removeQueries({ predicate: ({ queryKey: [key] }) => String(key).startsWith(base) && key !== `${base}/shell` })
  }
  return <ActingFrame data={data} base={base} onEnded={end} />
}

/** The server's words for a visit that is no more. */
function isOver(error: unknown): boolean {
  return error instanceof Problem && (error.code === 'visit_over' || error.code === 'visit_ended')
}

/** Why nothing can be shown, as far as a page opened anew is told. */
function whyOver(error: unknown): EndedVisit['why'] | undefined {
  if (isOver(error)) return 'unknown'
  const code = error instanceof Problem ? error.code : undefined
  return code === 'access_stopped' || code === 'suspended_by_operator' ? code : undefined
}

function ActingFrame({ data, base, onEnded }: { data: ActingShellData; base: string; onEnded: (data: unknown) => void }) {
  const t = useTexts()
  useLive(base, { 'visit-ended': onEnded })
  useActingFavicon()
  useTypedTexts()
  return (
    <TitlePrefix value={`${t('shell.acting.title', { customer: data.customer.name })} · `}>
      <div aria-hidden="true" className="pointer-events-none fixed inset-0 z-30 border-3 border-violet" />
      <Frame
        banner={<ActingBanner shell={data} />}
        switcher={<Switcher name={data.customer.name} organisation={data.partner.id} acting />}
        sidebar={<Sidebar items={actingNavigation} data={data} />}
      >
        <Outlet />
      </Frame>
    </TitlePrefix>
  )
}
