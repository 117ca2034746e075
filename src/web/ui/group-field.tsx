// What surrounds a group of controls that share one question: its label, a hint, an error.
import { CircleAlert } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { useTexts } from '../texts.tsx'
import { classNames } from './class-names.ts'
import type { FieldTexts } from './field.tsx'

export type GroupDescription = { 'aria-labelledby': string; 'aria-describedby': string | undefined; 'aria-invalid': true | undefined }

export function GroupField({
  label,
  hint,
  error,
  optional,
  labelHidden,
  children,
}: FieldTexts & { children: (described: GroupDescription) => ReactNode }) {
  const t = useTexts()
  const id = useId()
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <div id={`${id}-label`} className={classNames('text-sm font-medium', labelHidden && 'sr-only')}>
        {label}
        {optional && <span className="font-normal text-muted"> {t('ui.optional')}</span>}
      </div>
      {hint && (
        <div id={`${id}-hint`} className="max-w-prose text-xs text-muted">
          {hint}
        </div>
      )}
      {children({ 'aria-labelledby': `${id}-label`, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined })}
      {error && (
        <div id={`${id}-error`} role="alert" className="flex items-start gap-1.5 text-xs text-danger-ink">
          <CircleAlert aria-hidden="true" className="mt-0.5 size-3.5 shrink-0" />
          {error}
        </div>
      )}
    </div>
  )
}
