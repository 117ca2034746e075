// Two to four short choices side by side, exactly one of them chosen, or none while the question is still open.
import { useId } from 'react'
import { classNames } from './class-names.ts'
import type { FieldTexts } from './field.tsx'
import { GroupField } from './group-field.tsx'
import type { Option } from './select.tsx'

export type SegmentedControlProps<Value extends string> = FieldTexts & {
  options: readonly Option<Value>[]
  value: Value | null
  onChange: (value: Value) => void
  disabled?: boolean | undefined
  wide?: boolean | undefined
}

export function SegmentedControl<Value extends string>({
  options,
  value,
  onChange,
  disabled = false,
  wide = false,
  ...texts
}: SegmentedControlProps<Value>) {
  const name = useId()
  return (
    <GroupField {...texts}>
      {(described) => (
        <div
          role="radiogroup"
          {...described}
          className={classNames(
            'flex max-w-full flex-wrap gap-0.5 rounded-md border border-edge bg-surface p-0.5',
            wide ? 'w-full' : 'w-fit',
          )}
        >
          {options.map((option) => (
            <label key={option.value} data-label={option.label} className={classNames(segmentClass, wide ? 'grow basis-0' : 'grow')}>
              <input
                type="radio"
                name={name}
                value={option.value}
                checked={option.value === value}
                disabled={disabled || (option.disabled ?? false)}
                onChange={() => onChange(option.value)}
                // Over the whole segment, so that what is pressed is the control itself.
                className="absolute inset-0 cursor-pointer appearance-none outline-none disabled:cursor-not-allowed"
              />
              {option.label}
            </label>
          ))}
        </div>
      )}
    </GroupField>
  )
}

/** The invisible copy in medium weight keeps the width, whichever is chosen. */
const segmentClass =
  'relative flex min-h-6.5 min-w-fit flex-col items-center justify-center rounded-sm px-2.5 py-0.5 text-center text-sm text-muted select-none pointer-coarse:min-h-10 ' +
  'after:invisible after:h-0 after:overflow-hidden after:font-medium after:content-[attr(data-label)] hover:bg-hover hover:text-ink ' +
  'has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus ' +
  'has-checked:bg-accent-soft has-checked:font-medium has-checked:text-accent-ink has-checked:shadow-[inset_0_0_0_1px_var(--color-accent)] ' +
  'has-disabled:opacity-50 forced-colors:has-checked:bg-[Highlight] forced-colors:has-checked:text-[HighlightText] forced-colors:has-checked:forced-color-adjust-none'
