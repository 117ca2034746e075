// The page during a visit: the frame in violet, and the one place that notices when the visit ends or its rights change.
import { useQuery } from '@tanstack/react-query'
import { Outlet } from '@tanstack/react-router'
import { useEffect } from 'react'
import { onRefused, type Refused } from '../api.ts'
import { useLive } from '../live.ts'
import { whyOverOf } from '../problem.ts'
import { queryClient, stayWhenSignedOut } from '../query-client.ts'
import { useTexts } from '../texts.tsx'
import { useSameFunction } from '../unchanged.ts'
import { ActingBanner } from './acting-banner.tsx'
import { Frame } from './frame.tsx'
import { KeptTexts } from './kept-texts.tsx'
import { ListsNews } from './lists-news.tsx'
import { meQuery } from './me.ts'
import { type ActingShellData, actingNavigation } from './navigation.ts'
import { TitlePrefix } from './page-title.tsx'
import { RightsNews } from './rights-news.tsx'
import { Sidebar } from './sidebar.tsx'
import { Switcher } from './switcher.tsx'
import { type TypedText, typedTexts, useTypedTexts } from './typed-texts.ts'
import { useActingFavicon } from './use-acting-favicon.ts'
import type { EndedVisit } from './visit-ended-page.tsx'

type ActingFrameProps = {
  data: ActingShellData
  /** "/api/c/…" */
  base: string
  kept: readonly TypedText[]
  onEnded: (visit: EndedVisit) => void
}

export function ActingFrame({ data, base, kept, onEnded }: ActingFrameProps) {
  const t = useTexts()
  const end = (why: EndedVisit['why'], by: string | null) => onEnded({ why, by, customer: data.customer.name, typed: typedTexts() })
  useLive(base, {
    'visit-ended': (news) => {
      const { why, by } = Object(news) as { why?: unknown; by?: unknown }
      end(whyOverOf(why) ?? 'left', typeof by === 'string' ? by : null)
    },
  })
  const role = useQuery(meQuery).data?.organisations.find(({ id }) => id === data.partner.id)?.role
  useRefusals(base, end)
  useActingFavicon()
  useTypedTexts()
  return (
    <TitlePrefix value={`${t('shell.acting.title', { customer: data.customer.name })} · `}>
      <div aria-hidden="true" className="pointer-events-none fixed inset-0 z-30 border-3 border-violet" />
      <Frame
        banner={<ActingBanner shell={data} />}
        switcher={<Switcher name={data.customer.name} organisation={data.partner.id} acting={data} />}
        sidebar={<Sidebar items={actingNavigation} data={data} />}
      >
        <KeptTexts typed={kept} />
        <RightsNews customer={data.customer.name} rights={data.rights} />
        <Outlet />
        <ListsNews organisation={data.partner.id} role={role} />
      </Frame>
    </TitlePrefix>
  )
}

/** Whichever screen asked: a refusal that ends the visit ends the page, and one that hides something hides what was shown of it. */
function useRefusals(base: string, end: (why: EndedVisit['why'], by: string | null) => void): void {
  const endNow = useSameFunction(end)
  useEffect(() => {
    const letGo = stayWhenSignedOut()
    const stop = onRefused((refused) => {
      const why = whyEnded(base, refused)
      if (why) endNow(why, null)
      else if (refused.address.startsWith(base)) hideWhatIsGone(refused)
    })
    return () => {
      stop()
      letGo()
    }
  }, [base, endNow])
}

function whyEnded(base: string, { address, problem: { code, visitEnded: why } }: Refused): EndedVisit['why'] | undefined {
  if (code === 'not_signed_in') return 'signed_out'
  if (!address.startsWith(base)) return undefined
  if (why) return why
  return code === 'not_found' && address === `${base}/shell` ? 'unassigned' : undefined
}

/** An answer from before a right was taken away is not shown any longer. */
function hideWhatIsGone({ method, address, problem: { code } }: Refused): void {
  if (method !== 'GET' || (code !== 'right_missing' && code !== 'not_found')) return
  const shown = queryClient.getQueryCache().find({ queryKey: [address] })
  if (shown?.state.data === undefined) return
  setTimeout(() => void queryClient.resetQueries({ queryKey: [address], exact: true }))
}
