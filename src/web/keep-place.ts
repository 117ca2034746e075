// Whoever has scrolled in what the server drew stays there when the application takes its place; the router would lead to the top.
import type { AnyRouter } from '@tanstack/react-router'

export function keepPlace(router: AnyRouter): void {
  let at = scrollY
  const notice = () => {
    at = scrollY
  }
  addEventListener('scroll', notice, { passive: true })
  const stop = router.subscribe('onRendered', () => {
    stop()
    removeEventListener('scroll', notice)
    if (at > 0) scrollTo(scrollX, at)
  })
}
