// The calm end of a visit: why it ended, what one had written, and the ways on.

import type { z } from 'zod'
import { enterVisit, type visitEnded } from '../../server/visits/contract.ts'
import { api } from '../api.ts'
import { useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { ButtonLink } from '../ui/button-link.tsx'
import { CopyButton } from '../ui/copy-button.tsx'
import { useCommand } from '../use-command.ts'
import { usePageTitle } from './page-title.tsx'
import type { TypedText } from './typed-texts.ts'
import { WordMark } from './word-mark.tsx'

export type EndedVisit = Readonly<{
  why: z.output<typeof visitEnded>['why'] | 'unknown'
  by: string | null
  customer: string | undefined
  typed: readonly TypedText[]
}>

/** After these, entering again is refused: the button would only disappoint. */
const final = new Set<EndedVisit['why']>(['access_stopped', 'partnership_ended', 'suspended_by_operator', 'unassigned', 'signed_out'])

export function VisitEndedPage({ visit, partnership, onAgain }: { visit: EndedVisit; partnership: string; onAgain: () => Promise<void> }) {
  const t = useTexts()
  const title = visit.customer === undefined ? t('shell.ended.title_unknown') : t('shell.ended.title', { customer: visit.customer })
  usePageTitle(title)
  const again = useCommand({
    run: () => api.post(enterVisit, '/api/c/{partnership}/visit', { params: { partnership }, body: {} }),
    refreshes: `/api/c/${partnership}`,
    after: () => void onAgain(),
  })
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
        {!final.has(visit.why) && (
          <Button kind="primary" busy={again.isPending} onClick={() => again.mutate(undefined)}>
            {t('shell.ended.again')}
          </Button>
        )}
        <ButtonLink to="/go/managed-customers">{t('shell.acting.back')}</ButtonLink>
      </div>
      {visit.typed.length > 0 && <Unsaved typed={visit.typed} />}
    </main>
  )
}

function Unsaved({ typed }: { typed: readonly TypedText[] }) {
  const t = useTexts()
  return (
    <section className="flex flex-col gap-4 border-t border-line pt-6">
      <div>
        <h2 className="font-semibold">{t('shell.ended.unsaved')}</h2>
        <p className="text-sm text-muted">{t('shell.ended.unsaved_hint')}</p>
      </div>
      {typed.map(({ label, text }) => (
        <div key={label} className="flex flex-col items-start gap-2 rounded-lg border border-line bg-sunken p-4 text-sm">
          <p className="font-medium">{label}</p>
          <p className="w-full whitespace-pre-wrap">{text}</p>
          <CopyButton text={text} label={t('shell.ended.copy')} />
        </div>
      ))}
    </section>
  )
}
