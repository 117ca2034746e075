// The rights in force, by name, in the order of the catalogue; apart from them those that wait for a second factor.
import { Check, Lock } from 'lucide-react'
import type { ReactNode } from 'react'
import { type RightId, rightIds } from '../../domain/rights/catalogue.ts'
import { useTexts } from '../texts.tsx'
import { TextLink } from '../ui/text-link.tsx'

type RightsListProps = { rights: readonly RightId[]; needSecondFactor: readonly RightId[] }

export function RightsList({ rights, needSecondFactor }: RightsListProps) {
  const t = useTexts()
  const isEmpty = rights.length === 0 && needSecondFactor.length === 0
  if (isEmpty) return <p className="text-muted">{t('shell.home.no_rights')}</p>
  return (
    <div className="flex flex-col gap-4 text-sm">
      {rights.length > 0 && <Names rights={rights} icon={<Check aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-success" />} />}
      {needSecondFactor.length > 0 && (
        <div className="flex flex-col gap-2 border-t border-line pt-4 first:border-t-0 first:pt-0">
          <p className="text-muted">
            {t('shell.home.second_factor', { count: needSecondFactor.length })}{' '}
            <TextLink to="/account" hash="passkeys">
              {t('shell.home.second_factor.set_up')}
            </TextLink>
          </p>
          <Names rights={needSecondFactor} icon={<Lock aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-faint" />} />
        </div>
      )}
    </div>
  )
}

function Names({ rights, icon }: { rights: readonly RightId[]; icon: ReactNode }) {
  const t = useTexts()
  return (
    <ul className="flex flex-col gap-1.5">
      {rightIds
        .filter((right) => rights.includes(right))
        .map((right) => (
          <li key={right} className="flex items-start gap-2">
            {icon}
            {t(`rights.${right}.name`)}
          </li>
        ))}
    </ul>
  )
}
