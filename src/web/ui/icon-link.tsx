// A link that shows only an icon; its label is spoken and appears as a tooltip.
import { Link, type LinkProps } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { type IconButtonSize, iconButtonClass } from './icon-button-class.ts'
import { Tooltip } from './tooltip.tsx'

export function IconLink({
  label,
  icon,
  size = 'medium',
  ...link
}: LinkProps & { label: string; icon: ReactElement; size?: IconButtonSize | undefined }) {
  return (
    <Tooltip text={label}>
      <Link {...link} aria-label={label} className={iconButtonClass(size)}>
        {icon}
      </Link>
    </Tooltip>
  )
}
