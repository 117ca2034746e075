// A part of the page with its title, as wide as the words are long.
import { type ReactNode, useId } from 'react'

export function PageSection({ title, description, children }: { title: string; description?: string; children: ReactNode }) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="flex flex-col gap-4">
      <header className="flex flex-col gap-1">
        <h2 id={id} className="text-lg font-semibold">
          {title}
        </h2>
        {description && <p className="text-muted">{description}</p>}
      </header>
      {children}
    </section>
  )
}
