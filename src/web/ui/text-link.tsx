// A link inside text: underlined, in the accent's ink. Addresses outside the application open as ordinary links.
import { Link, type LinkProps } from '@tanstack/react-router'
import type { ReactNode } from 'react'

export const textLinkClass = 'rounded-sm text-accent-ink underline decoration-accent-line underline-offset-3 hover:decoration-current'

export function TextLink({ children, ...link }: LinkProps & { children?: ReactNode }) {
  return (
    <Link {...link} className={textLinkClass}>
      {children}
    </Link>
  )
}
