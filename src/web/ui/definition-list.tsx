// Names and what they stand for, side by side; one below the other where there is no room.
import type { ReactNode } from 'react'

export type Definition = Readonly<{ term: string; value: ReactNode }>

export function DefinitionList({ items }: { items: readonly (Definition & { id?: string | undefined })[] }) {
  return (
    <dl className="@container flex flex-col text-sm">
      {items.map(({ id, term, value }) => (
        <div
          key={id ?? term}
          className="grid items-baseline gap-x-6 gap-y-0.5 border-t border-line py-2.5 first:border-t-0 first:pt-0 last:pb-0 @md:grid-cols-[minmax(8rem,1fr)_2fr]"
        >
          <dt className="text-muted">{term}</dt>
          <dd className="min-w-0">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
