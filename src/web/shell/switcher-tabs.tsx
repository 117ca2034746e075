// Organisations or customers, with how many there are.
import { useFormats } from '../formats.ts'
import { useTexts } from '../texts.tsx'
import { classNames } from '../ui/class-names.ts'

export type SwitcherTab = 'organisations' | 'customers'
export type SwitcherTabsProps = {
  value: SwitcherTab
  onChange: (tab: SwitcherTab) => void
  organisations: number
  customers: number | undefined
}

export function SwitcherTabs({ value, onChange, organisations, customers }: SwitcherTabsProps) {
  const t = useTexts()
  const formats = useFormats()
  const counts = { customers, organisations }
  return (
    <fieldset aria-label={t('shell.switcher.title')} className="flex gap-1 border-b border-line px-2 py-1.5">
      {(['organisations', 'customers'] as const).map((tab) => (
        <button
          key={tab}
          type="button"
          aria-pressed={tab === value}
          onClick={() => onChange(tab)}
          className={classNames(
            'min-h-7 rounded-md px-2 text-sm pointer-coarse:min-h-11',
            tab === value ? 'bg-pressed font-medium text-ink forced-colors:outline' : 'text-muted hover:bg-hover hover:text-ink',
          )}
        >
          {t(`shell.switcher.${tab}`)}{' '}
          {counts[tab] !== undefined && <span className="font-normal text-muted">{formats.number(counts[tab])}</span>}
        </button>
      ))}
    </fieldset>
  )
}
