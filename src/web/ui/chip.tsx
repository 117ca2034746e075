// A small removable thing: a filter in force, a chosen person.
import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTexts } from '../texts.tsx'

export type ChipProps = {
  children: ReactNode /** What the cross removes, in words. */
  name: string
  onRemove?: (() => void) | undefined
  icon?: ReactNode
}

export function Chip({ children, name, onRemove, icon }: ChipProps) {
  const t = useTexts()
  return (
    <span className="inline-flex min-h-6 max-w-full items-center gap-1 rounded-md border border-line bg-sunken px-2 text-xs">
      {icon}
      <span className="min-w-0 truncate">{children}</span>
      {onRemove && (
        <button
          type="button"
          aria-label={t('ui.remove', { what: name })}
          onClick={onRemove}
          className="-mr-1.5 flex size-6 shrink-0 items-center justify-center rounded-sm text-muted hover:text-ink"
        >
          <X aria-hidden="true" className="size-3.5" />
        </button>
      )}
    </span>
  )
}
