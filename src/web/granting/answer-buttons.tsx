// The two answers, of equal weight: what would be granted now, said live, and the other one. Spoken whenever it changes.
import type { ReactNode } from 'react'
import { problemText } from '../problem.ts'
import { hasText, type Translate, useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import type { Judgement } from './judge.ts'

export type AnswerButtonsProps = {
  judged: Judgement
  partner: string
  busy: boolean
  error: unknown
  /** Something beside the rights is not readable yet, such as the limit. */
  isIncomplete: boolean
  onAnswer: (decision: 'grant' | 'propose') => void
  /** Until when, and who pays, in whole sentences. */
  terms: readonly string[]
  /** Decline. */
  other: ReactNode
}

export function AnswerButtons({ judged, partner, busy, error, isIncomplete, onAnswer, terms, other }: AnswerButtonsProps) {
  const t = useTexts()
  const isReady = judged.kind !== 'refused' && !isIncomplete
  return (
    <div className="flex flex-col gap-4">
      <output className="flex flex-col gap-1">
        <p className="font-medium">{given(t, judged, partner)}</p>
        {judged.unanswered > 0 && <p className="text-warning-ink">{t('consent.summary.unanswered', { count: judged.unanswered })}</p>}
        {judged.kind === 'propose' && <p>{t('consent.summary.proposal', { partner })}</p>}
        {judged.code !== null && judged.unanswered === 0 && judged.given + judged.more > 0 && hasText(`problems.${judged.code}`) && (
          <p className="text-warning-ink">{t(`problems.${judged.code}`)}</p>
        )}
      </output>
      {judged.given + judged.more > 0 && <p className="-mt-2 text-muted">{terms.join(' ')}</p>}
      <div className="grid items-start gap-3 sm:grid-cols-2">
        <Button size="large" wide busy={busy} disabled={!isReady} onClick={() => onAnswer(judged.kind === 'propose' ? 'propose' : 'grant')}>
          {labelOf(t, judged)}
        </Button>
        {other}
      </div>
      {error !== null && error !== undefined && (
        <p role="alert" className="text-sm text-danger-ink">
          {problemText(t, error)}
        </p>
      )}
    </div>
  )
}

function given(t: Translate, { asked, given, more }: Judgement, partner: string): string {
  return given + more === 0 ? t('consent.summary.nothing', { partner }) : t('consent.summary', { partner, given, asked, more })
}

function labelOf(t: Translate, { kind, asked, given, more }: Judgement): string {
  if (kind === 'propose') return t('common.send_as_proposal')
  if (more > 0) return t('consent.grant_and_more', { granted: given, requested: asked, more })
  return given === asked ? t('common.grant_all_rights', { count: given }) : t('common.grant_rights', { granted: given, requested: asked })
}
