// Where the entries of the account switcher lead, and which pages are among them.
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { getOwnShell } from '../../server/shell/contract.ts'
import { leaveVisit } from '../../server/visits/contract.ts'
import { api } from '../api.ts'
import { forget } from '../query-client.ts'
import { useTexts } from '../texts.tsx'
import type { ActingShellData } from './navigation.ts'
import { actingPages, ownPages, pageFinder } from './pages-and-actions.ts'
import type { Entry } from './switcher-entries.ts'

/** Where an entry leads. Whoever is in a visit leaves it on the way out of it. */
export function useGo(acting: ActingShellData | undefined, onDone: () => void): (entry: Entry) => void {
  const navigate = useNavigate()
  const open = (entry: Entry) => {
    if (entry.kind === 'page') return navigate({ to: entry.page.to, params: entry.page.params })
    if (entry.kind === 'organisation') return navigate({ to: '/o/$organisation', params: { organisation: entry.key } })
    return navigate({ to: '/c/$partnership', params: { partnership: entry.key } })
  }
  return (entry) => {
    onDone()
    const isInside = entry.kind === 'page' ? entry.page.isHere : entry.key === acting?.partnershipId
    if (!acting || isInside) return void open(entry)
    const partnership = acting.partnershipId
    // A visit that is over already is left, too.
    void api
      .delete(leaveVisit, '/api/c/{partnership}/visit', { params: { partnership } })
      .catch(() => undefined)
      .then(() => open(entry))
      .then(() => forget(`/api/c/${partnership}`))
  }
}

export function usePages(organisation: string, acting: ActingShellData | undefined, search: string): readonly (Entry & { kind: 'page' })[] {
  const t = useTexts()
  const { data } = useQuery(api.query(getOwnShell, '/api/o/{organisation}/shell', { params: { organisation } }))
  const find = useMemo(() => {
    const pages = [...(acting ? actingPages(acting) : []), ...(data ? ownPages(data) : [])]
    return pageFinder(pages, ({ text }) => t(text))
  }, [t, data, acting])
  return useMemo(
    () => find(search).map((page) => ({ kind: 'page', key: `${page.to} ${page.text}`, name: t(page.text), page })),
    [t, find, search],
  )
}
