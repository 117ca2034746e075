// What happened between the two, newest first, and every version of the rights.
import { useFormats } from '../formats.ts'
import { EarlierReceipts } from '../receipts/receipts.tsx'
import { useTexts } from '../texts.tsx'
import { Disclosure } from '../ui/disclosure.tsx'
import { SectionCard } from '../ui/section-card.tsx'
import { TextLink } from '../ui/text-link.tsx'
import { Entries } from './entries.tsx'
import { lastMoment } from './partner-card.tsx'
import type { Of, PartnershipShown } from './partners-data.ts'

export function HistoryCard({ of, data }: { of: Of; data: PartnershipShown }) {
  const t = useTexts()
  const { organisation } = of
  return (
    <SectionCard
      title={t('partners.history')}
      footer={
        <TextLink to="/o/$organisation/activity" params={{ organisation }}>
          {t('partners.history.all')}
        </TextLink>
      }
    >
      <div className="flex flex-col gap-6">
        <Entries organisation={organisation} query={{ partnership: of.partnership }} limit={15} />
        <EarlierReceipts organisation={organisation} partnership={of.partnership} />
        {data.versions.length > 0 && <Versions versions={data.versions} />}
      </div>
    </SectionCard>
  )
}

function Versions({ versions }: { versions: PartnershipShown['versions'] }) {
  const t = useTexts()
  const formats = useFormats()
  return (
    <Disclosure summary={t('partners.versions', { count: versions.length })}>
      <ol className="flex flex-col gap-4">
        {versions.map(({ version, reason, at, by, rights, notAfter }) => (
          <li key={version} className="flex flex-col gap-0.5 border-l-2 border-line pl-3 text-sm">
            <p className="font-medium">
              {t('partners.version', { version, reason })} · {formats.dateTime(at)} · {by}
            </p>
            <p className="text-muted">
              {t('rights.count', { count: rights.length })}
              {rights.length > 0 && `: ${formats.list(rights.map((right) => t(`rights.${right}.name`)))}`}
              {' · '}
              {notAfter === null ? t('common.no_end') : t('partners.version.until', { date: formats.date(lastMoment(notAfter)) })}
            </p>
          </li>
        ))}
      </ol>
    </Disclosure>
  )
}
