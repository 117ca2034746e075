// What the person signs in with, one row for each.
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { z } from 'zod'
import { getSignIn } from '../../server/account/contract.ts'
import { api } from '../api.ts'
import { problemText } from '../problem.ts'
import { useTexts } from '../texts.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { SectionCard } from '../ui/section-card.tsx'
import { SkeletonLines } from '../ui/skeleton.tsx'

export type SignIn = z.output<typeof getSignIn.answer>

export function SignInSection({ children }: { children: (signIn: SignIn) => ReactNode }) {
  const t = useTexts()
  const { data, error, refetch } = useQuery(api.query(getSignIn, '/api/account/sign-in', {}))
  return (
    <SectionCard title={t('account.sign_in.title')} description={t('account.sign_in.description')} flush={data !== undefined}>
      {error && <ErrorState title={problemText(t, error)} onRetry={() => void refetch()} />}
      {!data && !error && <SkeletonLines label={t('ui.loading')} />}
      {data && children(data)}
    </SectionCard>
  )
}

/** One way to sign in: what it is, how it stands, and what one can do about it. */
export function SignInRow({ id, title, state, children }: { id: string; title: string; state: ReactNode; children: ReactNode }) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 border-t border-line px-4 py-4 first:border-t-0 sm:px-6">
      <div className="min-w-0 grow basis-60">
        <h3 id={id} tabIndex={-1} className="font-medium outline-none">
          {title}
        </h3>
        <div className="text-muted">{state}</div>
      </div>
      <div className="flex flex-wrap gap-2">{children}</div>
    </div>
  )
}
