// Where the columns need more room than there is, heads and rows move sideways as one, and say whether there is more to the right. (What scrolls sideways cannot stick to the page's top itself.)
import { useEffect, useRef } from 'react'

export function useSidewaysTogether() {
  const head = useRef<HTMLDivElement>(null)
  const body = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const [one, other] = [head.current, body.current]
    if (!one || !other) return
    const tell = () => {
      const hasMore = other.scrollLeft + other.clientWidth < other.scrollWidth - 1
      for (const part of [one, other]) part.toggleAttribute('data-more', hasMore)
    }
    const follow = (leader: HTMLElement, follower: HTMLElement) => () => {
      if (follower.scrollLeft !== leader.scrollLeft) follower.scrollLeft = leader.scrollLeft
      tell()
    }
    const sizes = new ResizeObserver(tell)
    for (const part of [other, other.firstElementChild]) if (part) sizes.observe(part)
    const [byBody, byHead] = [follow(other, one), follow(one, other)]
    other.addEventListener('scroll', byBody, { passive: true })
    one.addEventListener('scroll', byHead, { passive: true })
    return () => {
      sizes.disconnect()
      other.removeEventListener('scroll', byBody)
      one.removeEventListener('scroll', byHead)
    }
  }, [])
  return { head, body }
}
