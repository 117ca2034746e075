// While acting, the icon of the browser's tab carries the violet dot.
import { useEffect } from 'react'

export function useActingFavicon(): void {
  useEffect(() => {
    const icon = document.querySelector<HTMLLinkElement>('link[rel="icon"]')
    if (!icon) return
    const own = icon.href
    icon.href = '/favicon-acting.svg'
    return () => {
      icon.href = own
    }
  }, [])
}
