// Something that may be opened and read: a summary, and the details below it.
import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { Later } from './later.tsx'

export type DisclosureProps = {
  summary: ReactNode
  children: ReactNode
  open?: boolean | undefined
  /** For content that is fetched only when somebody looks. */
  onToggle?: ((open: boolean) => void) | undefined
}

export function Disclosure({ summary, children, open, onToggle }: DisclosureProps) {
  return (
    <details open={open} onToggle={(event) => onToggle?.(event.currentTarget.open)} className="group/disclosure">
      <summary className="flex min-h-6 w-fit list-none items-center gap-1 rounded-sm text-sm font-medium text-accent-ink pointer-coarse:min-h-11 [&::-webkit-details-marker]:hidden">
        {summary}
        <ChevronRight aria-hidden="true" className="size-4 shrink-0 transition-[rotate] group-open/disclosure:rotate-90" />
      </summary>
      <div className="pt-3">
        <Later now={open}>{children}</Later>
      </div>
    </details>
  )
}
