// How somebody came to this page: led by a link, a choice or an address; or only back, by the browser's buttons, a reload or windows that were restored.
import type { AnyRouter, RouterHistory } from '@tanstack/react-router'

let isLed = false

export function noticeArrivals(router: AnyRouter): void {
  isLed = performance.getEntriesByType('navigation').some((opened) => 'type' in opened && opened.type === 'navigate')
  const history: RouterHistory = router.history
  // After the router: it leads on by itself only as long as nobody listens.
  const stop = router.subscribe('onRendered', () => {
    stop()
    history.subscribe(({ action: { type } }) => {
      if (type !== 'REPLACE') isLed = type === 'PUSH'
    })
  })
}

export const wasLedHere = (): boolean => isLed
