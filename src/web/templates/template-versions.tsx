// The versions of a template, the newest first: who changed it when, what it asks for more or no more, and how many were sent from it.
import { rightsIn } from '../../domain/rights/rights-set.ts'
import type { TemplateVersionShown } from '../../server/templates/contract.ts'
import { useFormats } from '../formats.ts'
import { useTexts } from '../texts.tsx'
import { SectionCard } from '../ui/section-card.tsx'

export function TemplateVersions({ versions }: { versions: readonly TemplateVersionShown[] }) {
  const t = useTexts()
  return (
    <SectionCard title={t('templates.versions')}>
      <VersionList versions={versions} after={0} />
    </SectionCard>
  )
}

/** Those that are newer than `after`, with what each changed. */
export function VersionList({ versions, after }: { versions: readonly TemplateVersionShown[]; after: number }) {
  const newer = versions.filter(({ version }) => version > after)
  if (newer.length === 0) return null
  return (
    <ol className="flex flex-col divide-y divide-line">
      {newer.map((version, at) => (
        <Version key={version.version} version={version} before={versions[at + 1]} />
      ))}
    </ol>
  )
}

function Version({ version, before }: { version: TemplateVersionShown; before: TemplateVersionShown | undefined }) {
  const t = useTexts()
  const formats = useFormats()
  const now = rightsIn(version.rights)
  const then = before ? rightsIn(before.rights) : []
  const named = (rights: typeof now) => formats.list(rights.map((right) => t(`rights.${right}.name`)))
  const added = before ? now.filter((right) => !then.includes(right)) : []
  const gone = then.filter((right) => !now.includes(right))
  return (
    <li className="flex flex-col gap-1 py-3 text-sm">
      <p className="font-medium">
        {t('templates.version_of', { version: version.version, date: formats.date(version.changedAt), person: version.changedBy })}
      </p>
      {added.length > 0 && <p>{t('templates.added', { rights: named(added) })}</p>}
      {gone.length > 0 && <p>{t('templates.gone', { rights: named(gone) })}</p>}
      <p className="text-muted">{t('templates.used', { sent: version.sent, customers: version.customers })}</p>
    </li>
  )
}
