// The items of a review, grouped by partner or customer, with one current item that the keyboard decides about.
import { useEffect, useRef, useState } from 'react'
import { alongWith } from '../../domain/review.ts'
import { useMe } from '../shell/me.ts'
import { useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { isTyping } from '../ui/is-typing.ts'
import { useSameFunction } from '../unchanged.ts'
import { ReviewRow } from './review-row.tsx'
import { type Decision, groupsOf, type Review, type ReviewItem } from './reviews-data.ts'
import { useDecide } from './use-review.ts'

type ReviewItemsProps = { of: { readonly organisation: string; readonly review: string }; review: Review }

export function ReviewItems({ of, review }: ReviewItemsProps) {
  const t = useTexts()
  const { items, mayDecide } = review
  const decide = useDecide(of.organisation, of.review)
  const [current, go] = useState(() => items.find(({ decision }) => decision === null)?.position ?? items[0]?.position ?? 0)
  const list = useRef<HTMLDivElement>(null)
  const { hasShortcuts } = useMe().person
  useKeys(mayDecide && hasShortcuts, (key) => act(key, { items, current, go, decide }))
  useEffect(() => {
    list.current?.querySelector(`[data-position="${current}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [current])
  return (
    <div ref={list} className="flex flex-col gap-8">
      {groupsOf(items).map(({ partnershipId, other, items: own }) => {
        const rest = own.filter(({ decision }) => decision === null)
        return (
          <section key={partnershipId} aria-label={other} className="flex flex-col gap-2">
            <header className="flex flex-wrap items-center justify-between gap-2">
              <h2 className="font-semibold wrap-anywhere">{other}</h2>
              {mayDecide && rest.length > 0 && (
                <span className="print:hidden">
                  <Button size="small" onClick={() => decide(positions(rest), 'keep')}>
                    {t('reviews.keep_rest', { count: rest.length })}
                  </Button>
                </span>
              )}
            </header>
            <ul className="rounded-lg border border-line">
              {own.map((item) => (
                <ReviewRow
                  key={item.position}
                  item={item}
                  isCurrent={mayDecide && item.position === current}
                  mayDecide={mayDecide}
                  onDecide={(decision) => {
                    go(item.position)
                    decide([item.position], decision)
                  }}
                />
              ))}
            </ul>
          </section>
        )
      })}
    </div>
  )
}

/** What is decided along, as the server will say, too: no key has to be pressed for it. */
function withTied(
  items: readonly ReviewItem[],
  { position, partnershipId, right }: ReviewItem,
  decision: 'keep' | 'drop',
): readonly number[] {
  if (right === null) return [position]
  const own = items.filter((item) => item.partnershipId === partnershipId)
  const tied = alongWith(
    right,
    decision,
    own.flatMap((item) => item.right ?? []),
  )
  return positions(own.filter((item) => item.right !== null && tied.includes(item.right)))
}

const positions = (items: readonly ReviewItem[]): number[] => items.map(({ position }) => position)

type Acting = {
  readonly items: readonly ReviewItem[]
  readonly current: number
  readonly go: (position: number) => void
  readonly decide: (positions: readonly number[], decision: Decision) => void
}

/** True when the key meant something here. */
function act(key: string, { items, current, go, decide }: Acting): boolean {
  const at = items.findIndex(({ position }) => position === current)
  const item = items[at]
  if (!item) return false
  const step = (by: number) => go(items[Math.min(items.length - 1, Math.max(0, at + by))]?.position ?? current)
  const decided = { k: 'keep', d: 'drop' } as const
  if (key === 'ArrowDown' || key === 'j') step(1)
  else if (key === 'ArrowUp') step(-1)
  else if (key === 'k' || key === 'd') {
    const meant = withTied(items, item, decided[key])
    decide(meant, decided[key])
    const next = items.find(({ position, decision }) => position > current && decision === null && !meant.includes(position))
    go(next?.position ?? current)
  } else if (key === 'u') decide([current], null)
  else if (key === 'a') {
    const rest = items.filter(({ partnershipId, decision }) => partnershipId === item.partnershipId && decision === null)
    decide(positions(rest), 'keep')
    const next = items.find(
      ({ position, decision, partnershipId }) => position > current && decision === null && partnershipId !== item.partnershipId,
    )
    if (next) go(next.position)
  } else return false
  return true
}

/** Not while somebody types, and never with a modifier: those keys belong to the browser. */
function useKeys(isOn: boolean, press: (key: string) => boolean): void {
  const pressNow = useSameFunction(press)
  useEffect(() => {
    if (!isOn) return
    const listen = (event: KeyboardEvent) => {
      if (isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return
      if (pressNow(event.key)) event.preventDefault()
    }
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [isOn, pressNow])
}
