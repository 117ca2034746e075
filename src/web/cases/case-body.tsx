// What a case is about, what both sides say, and how it ended: the same for both sides and for the operator.
import { useEntrySentence } from '../activity/entry-sentence.ts'
import { useFormats } from '../formats.ts'
import { useTexts } from '../texts.tsx'
import { DefinitionList } from '../ui/definition-list.tsx'
import { SectionCard } from '../ui/section-card.tsx'
import { Status } from '../ui/status.tsx'
import type { OperatorCase, OwnCase } from './cases-data.ts'

type Shown = OwnCase | OperatorCase

export function CaseBody({ of }: { of: Shown }) {
  const t = useTexts()
  const formats = useFormats()
  const opened = of.openedBy
    ? t('cases.opened_by', { date: formats.dateTime(of.openedAt), person: of.openedBy })
    : t('cases.opened_by', { date: formats.dateTime(of.openedAt), person: t('cases.anonymous') })
  return (
    <>
      <SectionCard title={t(of.kind === 'representation' ? 'cases.documents' : 'cases.reason')} description={opened}>
        <p className="max-w-prose whitespace-pre-line wrap-anywhere">{of.reason}</p>
      </SectionCard>
      {of.entries.length > 0 && <Entries entries={of.entries} />}
      {of.kind === 'dispute' && <Views views={of.views} />}
      {of.outcome !== null && <Outcome of={of} outcome={of.outcome} />}
    </>
  )
}

function Entries({ entries }: Pick<Shown, 'entries'>) {
  const t = useTexts()
  const sentence = useEntrySentence()
  const formats = useFormats()
  return (
    <SectionCard title={t('cases.entries')} description={t('cases.entries.what')} flush>
      <ul>
        {entries.map((entry) => (
          <li key={entry.position} className="flex flex-col gap-0.5 border-t border-line px-4 py-3 text-sm first:border-t-0 sm:px-6">
            <span className="wrap-anywhere">{sentence(entry)}</span>
            <span className="text-xs text-muted tabular-nums">
              {entry.position} · {formats.dateTime(entry.at)}
            </span>
            <code className="text-xs break-all text-muted">{entry.chain}</code>
          </li>
        ))}
      </ul>
    </SectionCard>
  )
}

function Views({ views }: Pick<Shown, 'views'>) {
  const t = useTexts()
  const shown = (text: string | null) =>
    text === null ? (
      <span className="text-muted">{t('cases.view.none')}</span>
    ) : (
      <span className="whitespace-pre-line wrap-anywhere">{text}</span>
    )
  return (
    <SectionCard title={t('cases.views')}>
      <DefinitionList
        items={[
          { term: t('cases.view.customer'), value: shown(views.customer) },
          { term: t('cases.view.partner'), value: shown(views.partner) },
        ]}
      />
    </SectionCard>
  )
}

function Outcome({ of, outcome }: { of: Shown; outcome: NonNullable<Shown['outcome']> }) {
  const t = useTexts()
  const formats = useFormats()
  return (
    <SectionCard
      title={t('cases.outcome')}
      {...(of.closedAt ? { description: t('cases.closed', { date: formats.dateTime(of.closedAt) }) } : {})}
    >
      <div className="flex flex-col gap-2">
        <p>
          <Status tone={outcome === 'ended' ? 'danger' : 'success'}>{t(`cases.outcome.${outcome}`)}</Status>
        </p>
        {of.outcomeText !== null && <p className="max-w-prose whitespace-pre-line wrap-anywhere">{of.outcomeText}</p>}
      </div>
    </SectionCard>
  )
}
