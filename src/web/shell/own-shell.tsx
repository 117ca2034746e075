// The frame around everything below /o/$organisation: a person in one of their own organisations.
import { useSuspenseQueries } from '@tanstack/react-query'
import { Outlet } from '@tanstack/react-router'
import { useEffect } from 'react'
import { getOwnShell } from '../../server/shell/contract.ts'
import { api } from '../api.ts'
import { useLive } from '../live.ts'
import { useParam } from '../place.ts'
import { Frame } from './frame.tsx'
import { rememberOrganisation } from './last-organisation.ts'
import { ListsNews } from './lists-news.tsx'
import { meQuery } from './me.ts'
import { ownNavigation } from './navigation.ts'
import { Sidebar } from './sidebar.tsx'
import { Switcher } from './switcher.tsx'

export function OwnShell() {
  const organisation = useParam('organisation')
  const [, shell] = useSuspenseQueries({
    queries: [meQuery, api.query(getOwnShell, '/api/o/{organisation}/shell', { params: { organisation } })],
  })
  const { role, uses } = shell.data
  useLive(`/api/o/${organisation}`)
  useEffect(() => rememberOrganisation(organisation), [organisation])
  return (
    <Frame
      switcher={<Switcher name={shell.data.organisation.name} organisation={organisation} />}
      sidebar={<Sidebar items={ownNavigation} data={shell.data} />}
    >
      <Outlet />
      {uses.includes('lists') || uses.includes('campaigns') ? <ListsNews organisation={organisation} role={role} /> : null}
    </Frame>
  )
}
