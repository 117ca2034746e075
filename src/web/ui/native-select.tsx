// One choice out of a short list, drawn by the browser: on pages that ask one thing, often on a phone, where its own wheel is known to everybody.
import { ChevronsUpDown } from 'lucide-react'
import { classNames } from './class-names.ts'
import { controlClass, Field, type FieldTexts } from './field.tsx'

export type NativeSelectProps<Value extends string> = FieldTexts & {
  options: readonly Readonly<{ value: Value; label: string }>[]
  value: Value
  onChange: (value: Value) => void
  disabled?: boolean | undefined
  /** What is chosen may be long, and must be read whole: it stands on several lines where there is no room. */
  whole?: boolean | undefined
}

export function NativeSelect<Value extends string>({
  options,
  value,
  onChange,
  disabled,
  whole = false,
  ...texts
}: NativeSelectProps<Value>) {
  const choose = (chosen: string) => {
    const option = options.find((one) => one.value === chosen)
    if (option) onChange(option.value)
  }
  return (
    <Field {...texts}>
      {(control) => (
        <span className="relative">
          {whole && (
            <span
              aria-hidden="true"
              className={classNames(
                controlClass,
                'flex items-center pr-8 wrap-break-word [:has(+select:focus-visible)]:border-focus [:has(+select:focus-visible)]:outline-2 [:has(+select:focus-visible)]:-outline-offset-1 [:has(+select:focus-visible)]:outline-focus',
              )}
            >
              {options.find((one) => one.value === value)?.label}
            </span>
          )}
          <select
            {...{ value, disabled }}
            {...control}
            onChange={({ target }) => choose(target.value)}
            className={
              whole
                ? 'absolute inset-0 size-full cursor-pointer opacity-0'
                : classNames(controlClass, 'cursor-pointer appearance-none truncate pr-8')
            }
          >
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
          <ChevronsUpDown
            aria-hidden="true"
            className="pointer-events-none absolute top-1/2 right-2.5 size-4 -translate-y-1/2 text-muted forced-colors:text-[ButtonText]"
          />
        </span>
      )}
    </Field>
  )
}
