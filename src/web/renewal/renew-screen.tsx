// Extending with one press: until when, what stays, one button; and what was done, on the same page.
import { useState } from 'react'
import type { EndTerm } from '../../domain/partnership/terms.ts'
import { isSensitive, type RightId } from '../../domain/rights/catalogue.ts'
import { renewAccess } from '../../server/partners/renewal-contract.ts'
import { api } from '../api.ts'
import { useFormats } from '../formats.ts'
import { SaveProblem } from '../save-problem.tsx'
import { useTexts } from '../texts.tsx'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { ButtonLink } from '../ui/button-link.tsx'
import { SectionCard } from '../ui/section-card.tsx'
import { useCommand } from '../use-command.ts'
import { useDraftOf } from '../use-draft-of.ts'
import { KeptRights } from './kept-rights.tsx'
import { type Of, path, type RenewalShown } from './renewal-data.ts'
import { RenewalPage } from './renewal-page.tsx'
import { UntilField } from './until-field.tsx'

type Done = { readonly until: string | null; readonly dropped: number; readonly needsSignIn: boolean }

export function RenewScreen() {
  const t = useTexts()
  const [done, setDone] = useState<Done>()
  return (
    <RenewalPage title={(partner) => t('renewal.title', { partner })}>
      {(of, data) =>
        done ? <Extended of={of} partner={data.partner} done={done} /> : <Renew key={of.partnership} of={of} data={data} onDone={setDone} />
      }
    </RenewalPage>
  )
}

function Renew({ of, data, onDone }: { of: Of; data: RenewalShown; onDone: (done: Done) => void }) {
  const t = useTexts()
  const formats = useFormats()
  const state = `${data.version} ${data.asked?.proposalId ?? ''}`
  const { draft, change, isChangedByOthers, unsaid } = useDraftOf<Draft>(draftOf(data), state)
  const { end } = draft
  const kept = data.rights.map(({ right }) => right).filter((right) => draft.kept[right])
  const drop = data.rights.map(({ right }) => right).filter((right) => !kept.includes(right))
  const { partner, asked, endsOn, version } = data
  const renew = useCommand({
    run: () => api.post(renewAccess, `${path}/renew`, { params: of, body: { version, end, drop, proposalId: asked?.proposalId ?? null } }),
    problems: 'inline',
    after: (answer) => onDone({ until: answer.endsOn, dropped: drop.length, needsSignIn: answer.needsSecureSignIn }),
  })
  const until = end.kind === 'on' ? formats.longDate(end.date) : null
  return (
    <>
      {asked !== null && (
        <Banner title={t('renewal.asked', { person: asked.by, partner })}>
          {t('renewal.asked.what', { date: formats.longDate(asked.until) })}
        </Banner>
      )}
      <SectionCard title={t('renewal.time')} description={endsOn === null ? t('renewal.no_end') : undefined}>
        {endsOn === null ? (
          data.sensitiveUntil !== null && <p>{t('renewal.sensitive_until', { date: formats.longDate(data.sensitiveUntil) })}</p>
        ) : (
          <UntilField endsOn={endsOn} end={end} onChange={(end) => change({ end })} />
        )}
        {kept.some(isSensitive) && <p className="mt-4 max-w-prose text-sm text-muted">{t('renewal.sensitive_again')}</p>}
      </SectionCard>
      <SectionCard title={t('renewal.rights')} description={t('renewal.rights.what', { partner })}>
        <KeptRights
          rights={data.rights}
          kept={kept}
          onChange={(kept) => change({ kept: Object.fromEntries(data.rights.map(({ right }) => [right, kept.includes(right)])) })}
        />
      </SectionCard>
      <div className="flex flex-col gap-3">
        <SaveProblem error={unsaid(renew.error)} isChangedByOthers={isChangedByOthers} />
        <div className="flex flex-wrap gap-3">
          <Button kind="primary" busy={renew.isPending} disabled={kept.length === 0} onClick={() => renew.mutate(undefined)}>
            {until === null ? t('renewal.extend_open') : t('renewal.extend', { date: until })}
          </Button>
          <ButtonLink to="/o/$organisation/partners/$partnership" params={of}>
            {t('renewal.other')}
          </ButtonLink>
        </div>
        <p className="text-sm text-muted">{t('renewal.dropped', { count: drop.length })}</p>
      </div>
    </>
  )
}

type Draft = { readonly end: EndTerm; readonly kept: Readonly<Partial<Record<RightId, boolean>>> }

function draftOf({ end, rights }: RenewalShown): Draft {
  return { end, kept: Object.fromEntries(rights.map(({ right, keep }) => [right, keep])) }
}

function Extended({ of, partner, done }: { of: Of; partner: string; done: Done }) {
  const t = useTexts()
  const formats = useFormats()
  const { until, dropped, needsSignIn } = done
  const to = (
    <ButtonLink size="small" to="/o/$organisation/partners/$partnership" params={of}>
      {t('renewal.see', { partner })}
    </ButtonLink>
  )
  return (
    <Banner
      tone="success"
      urgent
      title={until === null ? t('renewal.done_open', { partner }) : t('renewal.done', { partner, date: formats.longDate(until) })}
      actions={to}
    >
      {t('renewal.done.what', { count: dropped })} {needsSignIn && t('renewal.done.needs_sign_in')}
    </Banner>
  )
}
