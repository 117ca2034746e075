// What speaks for a second look at an application: names it could be taken for, and what was refused before.
import { Link } from '@tanstack/react-router'
import { useFormats } from '../formats.ts'
import { useTexts } from '../texts.tsx'
import { SectionCard } from '../ui/section-card.tsx'
import type { Shown } from './application-data.ts'

export function LookAlikes({ lookAlikes }: Pick<Shown, 'lookAlikes'>) {
  const t = useTexts()
  return (
    <SectionCard title={t('operator.look_alikes')} description={t('operator.look_alikes.what')} flush>
      <ul>
        {lookAlikes.map(({ name, organisationId, how }) => (
          <li
            key={`${name} ${how}`}
            className="flex flex-wrap items-baseline gap-x-3 border-t border-line px-4 py-3 first:border-t-0 sm:px-6"
          >
            <span className="font-medium wrap-anywhere">
              {organisationId === null ? (
                name
              ) : (
                <Link
                  to="/operator/organisations/$organisation"
                  params={{ organisation: organisationId }}
                  className="rounded-sm underline underline-offset-3"
                >
                  {name}
                </Link>
              )}
            </span>
            <span className="text-sm text-muted">
              {t(organisationId === null ? 'operator.look_alikes.provider' : `operator.look_alikes.${how}`)}
            </span>
          </li>
        ))}
      </ul>
    </SectionCard>
  )
}

export function Refusals({ refusals }: Pick<Shown, 'refusals'>) {
  const t = useTexts()
  const formats = useFormats()
  return (
    <SectionCard title={t('operator.refusals')} flush>
      <ul>
        {refusals.map(({ organisation, legalName, at, reason }) => (
          <li key={`${organisation.id} ${at}`} className="border-t border-line px-4 py-3 first:border-t-0 sm:px-6">
            <p>
              <span className="font-medium">{legalName}</span> <span className="text-sm text-muted">· {formats.date(at)}</span>
            </p>
            <p className="text-muted wrap-anywhere">{reason}</p>
          </li>
        ))}
      </ul>
    </SectionCard>
  )
}
