// Parts of one page of which one is visible. The tab can live in the address (value, onChange).
import { Tabs as BaseTabs } from '@base-ui/react/tabs'
import type { ReactNode } from 'react'
import { useFormats } from '../formats.ts'

export type Tab = Readonly<{ value: string; label: string; count?: number | undefined; content: ReactNode }>
export type TabsProps = {
  label: string
  tabs: readonly Tab[]
  value?: string | undefined
  onChange?: ((value: string) => void) | undefined
}

export function Tabs({ label, tabs, value, onChange }: TabsProps) {
  const formats = useFormats()
  return (
    <BaseTabs.Root
      {...(value === undefined ? { defaultValue: tabs[0]?.value ?? null } : { value })}
      onValueChange={(next: string) => onChange?.(next)}
    >
      {/* The library measures from what is positioned how far it scrolls to the chosen tab: that must be this row, not the page. */}
      <BaseTabs.List aria-label={label} className="relative flex gap-6 overflow-x-auto border-b border-line [scrollbar-width:none]">
        {tabs.map((tab) => (
          <BaseTabs.Tab
            key={tab.value}
            value={tab.value}
            className="-mb-px flex shrink-0 items-center gap-1.5 border-b-2 border-transparent pt-1 pb-2 text-sm text-muted hover:text-ink focus-visible:-outline-offset-2 data-active:border-ink data-active:font-medium data-active:text-ink pointer-coarse:min-h-11 forced-colors:not-data-active:border-[Canvas]"
          >
            {tab.label}
            {tab.count !== undefined && <span className="text-xs font-normal text-muted tabular-nums">{formats.number(tab.count)}</span>}
          </BaseTabs.Tab>
        ))}
      </BaseTabs.List>
      {tabs.map((tab) => (
        <BaseTabs.Panel key={tab.value} value={tab.value} className="pt-6">
          {tab.content}
        </BaseTabs.Panel>
      ))}
    </BaseTabs.Root>
  )
}
