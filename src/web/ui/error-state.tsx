// Something went wrong: what, why, what to do, with a way to try again and the id that support asks for.
import { CircleAlert, RotateCw } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTexts } from '../texts.tsx'
import { Button } from './button.tsx'

export type ErrorStateProps = {
  title: string
  children?: ReactNode
  onRetry?: (() => void) | undefined
  requestId?: string | null | undefined
  actions?: ReactNode
}

export function ErrorState({ title, children, onRetry, requestId, actions }: ErrorStateProps) {
  const t = useTexts()
  return (
    <div role="alert" className="flex max-w-prose flex-col items-start gap-3 rounded-lg border border-line bg-surface p-6">
      <h2 className="flex items-start gap-2 text-base font-semibold">
        <CircleAlert aria-hidden="true" className="mt-0.5 size-5 shrink-0 text-danger" />
        {title}
      </h2>
      {children && <div className="text-muted">{children}</div>}
      {(onRetry || actions) && (
        <div className="flex flex-wrap gap-2 pt-1">
          {onRetry && (
            <Button icon={<RotateCw />} onClick={onRetry}>
              {t('ui.retry')}
            </Button>
          )}
          {actions}
        </div>
      )}
      {requestId && (
        <p className="text-xs text-muted">
          {t('ui.request_id')} <code className="font-mono select-all">{requestId}</code>
        </p>
      )}
    </div>
  )
}
