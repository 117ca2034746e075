// The rights in force, by name, in the order of the catalogue.
import { Check } from 'lucide-react'
import { type RightId, rightIds } from '../../domain/rights/catalogue.ts'
import { useTexts } from '../texts.tsx'

export function RightsList({ rights }: { rights: readonly RightId[] }) {
  const t = useTexts()
  if (rights.length === 0) return <p className="text-muted">{t('shell.home.no_rights')}</p>
  return (
    <ul className="flex flex-col gap-1.5 text-sm">
      {rightIds
        .filter((right) => rights.includes(right))
        .map((right) => (
          <li key={right} className="flex items-start gap-2">
            <Check aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-success" />
            {t(`rights.${right}.name`)}
          </li>
        ))}
    </ul>
  )
}
