// A button that says what happens. One primary per view; while busy it keeps its width and its focus, and cannot be pressed again.
import type { ComponentProps, MouseEvent, ReactNode } from 'react'
import { type ButtonLook, buttonClass } from './button-class.ts'
import { classNames } from './class-names.ts'
import { Spinner } from './spinner.tsx'

export type ButtonProps = Omit<ComponentProps<'button'>, 'className'> & ButtonLook & { busy?: boolean | undefined; icon?: ReactNode }

export function Button({ kind, size, wide, busy = false, icon, children, disabled = false, onClick, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      disabled={disabled && !busy}
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      data-disabled={disabled || busy ? '' : undefined}
      onClick={busy ? refuse : onClick}
      className={buttonClass({ kind, size, wide })}
    >
      <span
        className={classNames(
          'inline-flex min-w-0 items-center justify-center gap-1.5 max-sm:wrap-anywhere',
          icon ? 'text-left' : undefined,
          busy && 'opacity-0',
        )}
      >
        {icon}
        <Words>{children}</Words>
      </span>
      {busy && <Spinner className="absolute" />}
    </button>
  )
}

/** A word that is longer than its place breaks; around it nothing reckons with that it could, so that none breaks without need. */
export function Words({ children }: { children: ReactNode }) {
  return typeof children === 'string' ? <span className="min-w-0">{children}</span> : children
}

/** A form is not sent twice either. */
function refuse(event: MouseEvent): void {
  event.preventDefault()
}
