// A link of which a page has very many: its address is put together once, and nothing is told to it when the address of the page changes.
import { useRouter } from '@tanstack/react-router'
import type { AnchorHTMLAttributes } from 'react'

export type RowLinkProps = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href' | 'onClick'> & {
  /** Like '/c/$partnership'. */
  to: string
  params: Readonly<Record<string, string>>
}

export function RowLink({ to, params, children, ...props }: RowLinkProps) {
  const router = useRouter()
  const place = { to, params }
  return (
    <a
      {...props}
      href={to.replaceAll(/\$(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))}
      onPointerEnter={() => void router.preloadRoute(place).catch(() => undefined)}
      onClick={(event) => {
        // Into another tab or window the browser leads by itself.
        if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
        event.preventDefault()
        void router.navigate(place)
      }}
    >
      {children}
    </a>
  )
}
