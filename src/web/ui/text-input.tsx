// One line of text with its label. `before` and `after` hold an icon or a unit inside the frame.
import type { ComponentProps, ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { controlClass, Field, type FieldTexts } from './field.tsx'

export type TextInputProps = FieldTexts &
  Omit<ComponentProps<'input'>, 'className' | 'onChange' | 'value' | 'defaultValue' | 'children' | 'id'> & {
    value: string
    onChange: (value: string) => void
    before?: ReactNode
    after?: ReactNode
  }

export function TextInput({ label, hint, error, optional, labelHidden, onChange, before, after, ...input }: TextInputProps) {
  return (
    <Field {...{ label, hint, error, optional, labelHidden }}>
      {(control) => (
        <span className="relative flex items-center text-muted">
          {before && <span className="pointer-events-none absolute left-2.5 flex [&_svg]:size-4">{before}</span>}
          <input
            {...input}
            {...control}
            onChange={({ target }) => onChange(target.value)}
            className={classNames(controlClass, before ? 'pl-8.5' : undefined, after ? 'pr-12' : undefined)}
          />
          {after && <span className="absolute right-2.5 flex text-sm [&_svg]:size-4">{after}</span>}
        </span>
      )}
    </Field>
  )
}
