// What no partner can ever do, whatever is granted.
import { Ban } from 'lucide-react'
import { memo } from 'react'
import { neverDelegable } from '../../domain/rights/catalogue.ts'
import { useTexts } from '../texts.tsx'
import { Disclosure } from '../ui/disclosure.tsx'

export const NeverList = memo(function NeverList() {
  const t = useTexts()
  return (
    <Disclosure summary={t('never.title')}>
      <ul className="flex flex-col gap-2 text-sm">
        {neverDelegable.map((id) => (
          <li key={id} className="flex items-start gap-2">
            <Ban aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-faint" />
            {t(`never.${id}`)}
          </li>
        ))}
      </ul>
    </Disclosure>
  )
})
