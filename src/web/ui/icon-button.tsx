// A button that shows only an icon; its label is spoken and appears as a tooltip.
import type { ComponentProps, ReactElement } from 'react'
import { type IconButtonSize, iconButtonClass } from './icon-button-class.ts'
import { Tooltip } from './tooltip.tsx'

export type IconButtonProps = Omit<ComponentProps<'button'>, 'className' | 'children'> & {
  label: string
  icon: ReactElement
  size?: IconButtonSize | undefined
}

export function IconButton({ label, icon, size = 'medium', ...rest }: IconButtonProps) {
  return (
    <Tooltip text={label}>
      <button type="button" aria-label={label} {...rest} className={iconButtonClass(size)}>
        {icon}
      </button>
    </Tooltip>
  )
}
