// The frame around everything below /operator: a person who works for the provider. Quiet, and never in the violet of acting for somebody.
import { useQuery } from '@tanstack/react-query'
import { Link, Outlet } from '@tanstack/react-router'
import type { z } from 'zod'
import { getConsole } from '../../server/operator/contract.ts'
import { api } from '../api.ts'
import { Problem } from '../problem.ts'
import { Frame } from '../shell/frame.tsx'
import { NotFoundPage } from '../shell/not-found-page.tsx'
import { PendingPage } from '../shell/pending-page.tsx'
import { PublicFrame } from '../shell/public-frame.tsx'
import { Sidebar } from '../shell/sidebar.tsx'
import { WordMark } from '../shell/word-mark.tsx'
import { useTexts } from '../texts.tsx'
import { operatorNavigation } from './operator-navigation.ts'
import { SecondFactorFirst } from './second-factor-first.tsx'

export type ConsoleData = z.output<typeof getConsole.answer>

export function OperatorShell() {
  const { data, error } = useQuery(api.query(getConsole, '/api/operator/shell', {}))
  if (error instanceof Problem && error.code === 'second_factor_needed') return <SecondFactorFirst />
  if (error instanceof Problem && error.code === 'not_found')
    return (
      <PublicFrame signedIn>
        <NotFoundPage />
      </PublicFrame>
    )
  if (error && !data && !(error instanceof Problem && error.status === 401)) throw error
  if (!data) return <PendingPage />
  return (
    <Frame switcher={<ConsoleName />} sidebar={<Sidebar items={operatorNavigation} data={data} />}>
      <Outlet />
    </Frame>
  )
}

function ConsoleName() {
  const t = useTexts()
  return (
    <Link to="/operator" className="flex min-h-9 min-w-0 items-center rounded-md px-1.5 hover:bg-hover">
      <WordMark below={t('operator.console')} />
    </Link>
  )
}
