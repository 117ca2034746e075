// A day, typed or picked in the browser's own calendar. The value is always "2027-03-31", or empty.
import { classNames } from './class-names.ts'
import { controlClass, Field, type FieldTexts } from './field.tsx'

export type DateInputProps = FieldTexts & {
  value: string
  onChange: (value: string) => void
  min?: string | undefined
  max?: string | undefined
  name?: string | undefined
  disabled?: boolean | undefined
  required?: boolean | undefined
}

export function DateInput({ value, onChange, min, max, required, name, disabled, ...texts }: DateInputProps) {
  return (
    <Field {...texts}>
      {(control) => (
        <input
          type="date"
          {...{ min, max, required, name, disabled, value }}
          {...control}
          onChange={({ target }) => onChange(target.value)}
          className={classNames(controlClass, 'max-w-48 tabular-nums')}
        />
      )}
    </Field>
  )
}
