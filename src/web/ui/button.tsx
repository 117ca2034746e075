// A button that says what happens. One primary per view; while busy it keeps its width and cannot be pressed again.
import { Button as BaseButton } from '@base-ui/react/button'
import type { ComponentProps, ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { Spinner } from './spinner.tsx'

export type ButtonKind = 'primary' | 'secondary' | 'danger' | 'quiet'
export type ButtonSize = 'small' | 'medium' | 'large'

export type ButtonProps = Omit<ComponentProps<typeof BaseButton>, 'className'> & {
  kind?: ButtonKind
  size?: ButtonSize
  busy?: boolean
  /** Fills the width of its container. */
  wide?: boolean
  icon?: ReactNode
}

export function Button({
  kind = 'secondary',
  size = 'medium',
  busy = false,
  wide = false,
  icon,
  children,
  disabled,
  ...rest
}: ButtonProps) {
  return (
    <BaseButton
      type="button"
      {...rest}
      disabled={disabled ?? busy}
      focusableWhenDisabled={busy}
      aria-busy={busy || undefined}
      className={buttonClass({ kind, size, wide })}
    >
      <span className={classNames('inline-flex items-center justify-center gap-1.5', busy && 'invisible')}>
        {icon}
        {children}
      </span>
      {busy && <Spinner className="absolute" />}
    </BaseButton>
  )
}

/** The look of a button for what is a link. */
export function buttonClass({
  kind = 'secondary',
  size = 'medium',
  wide = false,
}: {
  kind?: ButtonKind
  size?: ButtonSize
  wide?: boolean
} = {}): string {
  return classNames(shape, kinds[kind], sizes[size], wide ? 'w-full' : 'w-auto')
}

const shape =
  'relative inline-flex items-center justify-center rounded-md border font-medium text-center select-none transition-colors ' +
  'data-disabled:cursor-not-allowed data-disabled:opacity-55 aria-busy:opacity-100 aria-busy:cursor-progress [&_svg]:size-4 [&_svg]:shrink-0 forced-colors:border-[ButtonText]'

const kinds: Readonly<Record<ButtonKind, string>> = {
  primary: 'border-transparent bg-accent text-on-solid not-data-disabled:hover:bg-accent-hover',
  secondary: 'border-edge bg-surface text-ink not-data-disabled:hover:bg-hover not-data-disabled:active:bg-pressed',
  danger: 'border-transparent bg-danger text-on-solid not-data-disabled:hover:bg-danger-hover',
  quiet: 'border-transparent text-ink not-data-disabled:hover:bg-hover not-data-disabled:active:bg-pressed',
}

const sizes: Readonly<Record<ButtonSize, string>> = {
  small: 'min-h-7 px-2 py-0.5 text-xs',
  medium: 'min-h-8 px-3 py-1 text-sm',
  large: 'min-h-11 px-4 py-2 text-base',
}
