// A button that shows only an icon; its label is spoken and appears as a tooltip.
import { Button as BaseButton } from '@base-ui/react/button'
import type { ComponentProps, ReactElement } from 'react'
import { classNames } from './class-names.ts'
import { Tooltip } from './tooltip.tsx'

export type IconButtonProps = Omit<ComponentProps<typeof BaseButton>, 'className' | 'children'> & {
  label: string
  icon: ReactElement
  size?: 'small' | 'medium' | 'large'
}

export function IconButton({ label, icon, size = 'medium', ...rest }: IconButtonProps) {
  return (
    <Tooltip text={label}>
      <BaseButton type="button" aria-label={label} {...rest} className={iconButtonClass(size)}>
        {icon}
      </BaseButton>
    </Tooltip>
  )
}

export function iconButtonClass(size: 'small' | 'medium' | 'large' = 'medium'): string {
  return classNames(
    'inline-flex shrink-0 items-center justify-center rounded-md text-muted transition-colors hover:bg-hover hover:text-ink data-popup-open:bg-hover data-popup-open:text-ink',
    'data-disabled:cursor-not-allowed data-disabled:opacity-50 [&_svg]:size-4',
    sizes[size],
  )
}

const sizes = { small: 'size-7', medium: 'size-8', large: 'size-11 [&_svg]:size-5' }
