// The calm end of a visit: why it ended, what one had written, and the ways on.

import { useEffect } from 'react'
import type { WhyOver } from '../problem.ts'
import { signInAddress, stayWhenSignedOut } from '../query-client.ts'
import { useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { ButtonLink } from '../ui/button-link.tsx'
import { TypedTexts } from './kept-texts.tsx'
import { usePageTitle } from './page-title.tsx'
import type { TypedText } from './typed-texts.ts'
import { WordMark } from './word-mark.tsx'

export type EndedVisit = Readonly<{
  why: WhyOver | 'unknown'
  by: string | null
  customer: string | undefined
  typed: readonly TypedText[]
}>

/** After these, entering again is refused: the button would only disappoint. */
const final = new Set<EndedVisit['why']>([
  ...(['access_stopped', 'partnership_ended', 'suspended_by_operator', 'unassigned', 'signed_out'] as const),
  ...(['time_over', 'second_factor_needed'] as const),
])

export function VisitEndedPage({ visit, onAgain }: { visit: EndedVisit; onAgain: () => void }) {
  const t = useTexts()
  const title = visit.customer === undefined ? t('shell.ended.title_unknown') : t('shell.ended.title', { customer: visit.customer })
  usePageTitle(title)
  useEffect(stayWhenSignedOut, [])
  return (
    <main className="mx-auto flex max-w-2xl flex-col gap-6 p-4 text-base sm:pt-24">
      <WordMark />
      <div role="alert" className="flex flex-col gap-2">
        <h1 className="text-xl font-semibold tracking-tight text-balance">{title}</h1>
        <p className="text-muted">
          {t(`shell.ended.${visit.why}`)} {visit.by !== null && t('shell.ended.by', { name: visit.by })}
        </p>
      </div>
      <div className="flex flex-wrap gap-2">
        {visit.why === 'signed_out' && (
          <Button kind="primary" onClick={() => location.assign(signInAddress())}>
            {t('shell.ended.sign_in')}
          </Button>
        )}
        {!final.has(visit.why) && (
          <Button kind="primary" onClick={onAgain}>
            {t('shell.ended.again')}
          </Button>
        )}
        {visit.why !== 'signed_out' && <ButtonLink to="/go/managed-customers">{t('shell.acting.back')}</ButtonLink>}
      </div>
      {visit.typed.length > 0 && (
        <div className="border-t border-line pt-6">
          <TypedTexts typed={visit.typed} />
        </div>
      )}
    </main>
  )
}
