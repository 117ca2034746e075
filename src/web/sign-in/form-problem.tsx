// A problem that belongs to no single field; spoken as soon as it is there.
import { CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'

export function FormProblem({ children }: { children: ReactNode }) {
  return (
    <div role="alert" className="text-sm text-danger-ink empty:hidden">
      {children && (
        <p className="flex items-start gap-1.5">
          <CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
          {children}
        </p>
      )}
    </div>
  )
}
