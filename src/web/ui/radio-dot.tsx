// The round mark of one choice among several, as the browser knows it and as we draw it.
import type { ComponentProps } from 'react'

export function RadioDot(props: Omit<ComponentProps<'input'>, 'type' | 'className'>) {
  return (
    <span className="relative mt-0.5 flex size-4 shrink-0">
      <input
        type="radio"
        {...props}
        className="peer size-4 appearance-none rounded-full border border-edge bg-surface checked:border-accent checked:bg-accent disabled:opacity-50 forced-colors:checked:bg-[Highlight]"
      />
      <span
        aria-hidden="true"
        className="pointer-events-none absolute inset-[5px] hidden rounded-full bg-on-solid peer-checked:block forced-colors:bg-[HighlightText]"
      />
    </span>
  )
}
