// A button that says what happens. One primary per view; while busy it keeps its width and cannot be pressed again.
import { Button as BaseButton } from '@base-ui/react/button'
import type { ComponentProps, ReactNode } from 'react'
import { type ButtonLook, buttonClass } from './button-class.ts'
import { classNames } from './class-names.ts'
import { Spinner } from './spinner.tsx'

export type ButtonProps = Omit<ComponentProps<typeof BaseButton>, 'className'> &
  ButtonLook & { busy?: boolean | undefined; icon?: ReactNode }

export function Button({ kind, size, wide, busy = false, icon, children, disabled = false, ...rest }: ButtonProps) {
  return (
    <BaseButton
      type="button"
      {...rest}
      disabled={disabled || busy}
      focusableWhenDisabled={busy}
      aria-busy={busy || undefined}
      className={buttonClass({ kind, size, wide })}
    >
      <span className={classNames('inline-flex items-center justify-center gap-1.5', busy && 'opacity-0')}>
        {icon}
        {children}
      </span>
      {busy && <Spinner className="absolute" />}
    </BaseButton>
  )
}
