// A link that looks like a button: it goes somewhere instead of doing something.
import { Link, type LinkProps } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Words } from './button.tsx'
import { type ButtonLook, buttonClass } from './button-class.ts'

export type ButtonLinkProps = LinkProps & ButtonLook & { icon?: ReactNode; children: ReactNode }

export function ButtonLink({ kind, size, wide, icon, children, ...link }: ButtonLinkProps) {
  return (
    <Link {...link} className={buttonClass({ kind, size, wide })}>
      {icon}
      <Words>{children}</Words>
    </Link>
  )
}
