// Several lines of text that grow with what is written, with a count once the limit comes near.
import { Field as BaseField } from '@base-ui/react/field'
import type { ComponentProps } from 'react'
import { useTexts } from '../texts.tsx'
import { classNames } from './class-names.ts'
import { controlClass, Field, type FieldTexts } from './field.tsx'

export type TextareaProps = FieldTexts &
  Omit<ComponentProps<'textarea'>, 'className' | 'onChange' | 'value' | 'defaultValue' | 'children'> & {
    value: string
    onChange: (value: string) => void
  }

export function Textarea({
  label,
  hint,
  error,
  optional,
  labelHidden,
  value,
  onChange,
  name,
  disabled,
  maxLength,
  rows = 3,
  ...textarea
}: TextareaProps) {
  const t = useTexts()
  const left = maxLength === undefined ? undefined : maxLength - value.length
  const near = left !== undefined && maxLength !== undefined && left < maxLength / 5
  return (
    <Field {...{ label, error, optional, labelHidden, name, disabled }} hint={near ? t('ui.characters_left', { count: left }) : hint}>
      <BaseField.Control
        value={value}
        onValueChange={onChange}
        render={<textarea {...textarea} rows={rows} maxLength={maxLength} />}
        // Where the size follows the content, `rows` counts for nothing.
        style={{ minHeight: `calc(${rows}lh + 0.875rem)` }}
        className={classNames(controlClass, 'field-sizing-content max-h-96 resize-y py-1.5')}
      />
    </Field>
  )
}
