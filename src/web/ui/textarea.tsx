// Several lines of text that grow with what is written, with a count once the limit comes near.
import type { ComponentProps } from 'react'
import { useTexts } from '../texts.tsx'
import { classNames } from './class-names.ts'
import { controlClass, Field, type FieldTexts } from './field.tsx'

export type TextareaProps = FieldTexts &
  Omit<ComponentProps<'textarea'>, 'className' | 'onChange' | 'value' | 'defaultValue' | 'children' | 'id'> & {
    value: string
    onChange: (value: string) => void
  }

export function Textarea({ label, hint, error, optional, labelHidden, onChange, rows = 3, ...textarea }: TextareaProps) {
  const t = useTexts()
  const { maxLength, value } = textarea
  const left = maxLength === undefined ? undefined : maxLength - value.length
  const near = left !== undefined && maxLength !== undefined && left < maxLength / 5
  return (
    <Field {...{ label, error, optional, labelHidden }} hint={near ? t('ui.characters_left', { count: left }) : hint}>
      {(control) => (
        <textarea
          {...textarea}
          {...control}
          rows={rows}
          onChange={({ target }) => onChange(target.value)}
          // Where the size follows the content, `rows` counts for nothing.
          style={{ minHeight: `calc(${rows}lh + 0.875rem)` }}
          className={classNames(controlClass, 'field-sizing-content max-h-96 resize-y py-1.5')}
        />
      )}
    </Field>
  )
}
