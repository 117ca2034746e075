// A draft of something that others change, too: what they change while it is open comes in, what was changed here stays, and the form says so.
import { useState } from 'react'
import { Problem } from './problem.ts'

export type DraftOf<Draft> = {
  readonly draft: Draft
  readonly change: (part: Partial<Draft>) => void
  /** Somebody else changed what is shown here since it was opened. */
  readonly isChangedByOthers: boolean
  /** What the form itself does not say: that somebody was faster is said by `isChangedByOthers`. */
  readonly unsaid: (error: unknown) => unknown
  /** The next state is one's own: what is in the draft now. */
  readonly saved: () => void
}

/** `version`: of the state that `now` is made of; it is sent along, so that nothing is overwritten that was not shown. */
export function useDraftOf<Draft extends object>(
  now: Draft,
  version: string | number | null,
  carry: (draft: Draft, before: Draft, now: Draft) => Draft = carriedOver,
): DraftOf<Draft> {
  const [seen, see] = useState({ now, version })
  const [draft, set] = useState(now)
  const [isChangedByOthers, tell] = useState(false)
  const [own, setOwn] = useState<Draft | null>(null)
  if (seen.version !== version) {
    see({ now, version })
    // Saved as it was kept may differ from what was typed, as by a space at its end: it is one's own all the same.
    set(carry(draft, own ?? seen.now, now))
    if (own === null && !isSame(seen.now, now)) tell(true)
    setOwn(null)
  }
  return {
    draft,
    change: (part) => set((before) => ({ ...before, ...part })),
    isChangedByOthers,
    unsaid: (error) => (isChangedByOthers && error instanceof Problem && error.code === 'changed_meanwhile' ? null : error),
    saved: () => setOwn(ownState(draft, seen.now)),
  }
}

/** What comes as the next state when this is saved; null where nothing is new, and the next state is somebody else's. */
export const ownState = <Draft extends object>(draft: Draft, before: Draft): Draft | null => (isSame(draft, before) ? null : draft)

/** Field by field, and inside of what is made of fields (one of several kinds is whole): what differs from `before` stays as it is in the draft, all else is as it is `now`. */
export function carriedOver<Draft extends object>(draft: Draft, before: Draft, now: Draft): Draft {
  const of = (value: object, name: string): unknown => Reflect.get(value, name)
  const names = new Set([...Object.keys(now), ...Object.keys(draft)])
  const fields = [...names].map((name) => {
    const [here, earlier, there] = [of(draft, name), of(before, name), of(now, name)]
    if (isSame(here, earlier)) return [name, there] as const
    return [name, isFields(here) && isFields(earlier) && isFields(there) ? carriedOver(here, earlier, there) : here] as const
  })
  return Object.fromEntries(fields.filter(([, value]) => value !== undefined)) as Draft
}

const isFields = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !('kind' in value)

function isSame(one: unknown, other: unknown): boolean {
  if (!isFields(one) || !isFields(other)) return JSON.stringify(one) === JSON.stringify(other)
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])]
  return names.every((name) => isSame(Reflect.get(one, name), Reflect.get(other, name)))
}
