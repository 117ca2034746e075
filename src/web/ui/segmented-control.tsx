// Two to four short choices side by side, exactly one of them chosen, or none while the question is still open.
import { Radio } from '@base-ui/react/radio'
import { RadioGroup as BaseRadioGroup } from '@base-ui/react/radio-group'
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
  return (
    <GroupField {...texts}>
      {(described) => (
        <BaseRadioGroup<Value | null>
          {...described}
          value={value}
          onValueChange={(chosen) => chosen !== null && onChange(chosen)}
          disabled={disabled}
          className={classNames('flex max-w-full gap-0.5 rounded-md border border-edge bg-surface p-0.5', wide ? 'w-full' : 'w-fit')}
        >
          {options.map((option) => (
            <Radio.Root
              key={option.value}
              value={option.value}
              data-label={option.label}
              disabled={option.disabled ?? false}
              className={classNames(segmentClass, wide && 'grow basis-0')}
            >
              {option.label}
            </Radio.Root>
          ))}
        </BaseRadioGroup>
      )}
    </GroupField>
  )
}

/** The invisible copy in medium weight keeps the width, whichever is chosen. */
const segmentClass =
  'flex min-h-6.5 min-w-0 cursor-pointer flex-col items-center justify-center rounded-sm px-2.5 py-0.5 text-center text-sm text-muted transition-colors select-none pointer-coarse:min-h-10 ' +
  'after:invisible after:h-0 after:overflow-hidden after:font-medium after:content-[attr(data-label)] hover:bg-hover hover:text-ink ' +
  'data-checked:bg-accent-soft data-checked:font-medium data-checked:text-accent-ink data-checked:shadow-[inset_0_0_0_1px_var(--color-accent)] ' +
  'data-disabled:cursor-not-allowed data-disabled:opacity-50 forced-colors:data-checked:bg-[Highlight] forced-colors:data-checked:text-[HighlightText] forced-colors:data-checked:forced-color-adjust-none'
