// A search field that reports a letter at once where nothing reported is still on its way, otherwise once the person pauses; and empties with one press.
import { Search, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTexts } from '../texts.tsx'
import { useSameFunction } from '../unchanged.ts'
import { afterPaint } from './after-paint.ts'
import { classNames } from './class-names.ts'
import { controlClass } from './field.tsx'
import { headingOf, heard, reported, typingFrom } from './typing.ts'

export type SearchInputProps = {
  label: string
  value: string
  onChange: (value: string) => void
  pauseMs?: number | undefined
  /** Nothing reported is still on its way: then the next letter is reported at once, too, however soon it comes. */
  isAnswered?: boolean | undefined
  placeholder?: string | undefined
  /** Hears of what will be reported before it is painted, to ask for it meanwhile. Draws nothing. */
  ahead?: ((text: string) => void) | undefined
}

export function SearchInput({ label, value, onChange, pauseMs = 200, isAnswered, placeholder = label, ahead }: SearchInputProps) {
  const t = useTexts()
  const { typed, isWaiting, type, empty } = useTyped({ value, onChange, pauseMs, isAnswered: isAnswered ?? false, ahead })
  const isBusy = isAnswered !== undefined && (isWaiting || !isAnswered)
  return (
    <search aria-busy={isBusy || undefined} className="relative flex min-w-0 items-center">
      <Search aria-hidden="true" className="pointer-events-none absolute left-2.5 size-4 text-muted" />
      <input
        type="text"
        inputMode="search"
        aria-label={label}
        placeholder={placeholder}
        value={typed}
        onChange={(event) => type(event.target.value, event.timeStamp)}
        className={classNames(controlClass, 'pr-8 pl-8.5 placeholder-shown:pr-2')}
      />
      {typed && (
        <button
          type="button"
          aria-label={t('ui.clear_search')}
          onClick={empty}
          className="absolute right-1 flex size-6 items-center justify-center rounded-sm text-muted hover:text-ink"
        >
          <X aria-hidden="true" className="size-4" />
        </button>
      )}
    </search>
  )
}

/** What is not heard back after so long never will be. */
const settledMs = 1_000

type Typed = Pick<SearchInputProps, 'value' | 'onChange' | 'ahead'> & { readonly pauseMs: number; readonly isAnswered: boolean }

function useTyped({ value, onChange, pauseMs, isAnswered, ahead }: Typed) {
  const [typing, setTyping] = useState(() => typingFrom(value))
  const lastKeyAt = useRef(Number.NEGATIVE_INFINITY)
  if (value !== typing.known) setTyping(heard(typing, value))
  const { typed } = typing
  const heading = headingOf(typing)
  const report = useSameFunction((text: string) => {
    setTyping((before) => reported(before, text))
    onChange(text)
  })
  useEffect(() => {
    if (typed === heading) return
    const pause = setTimeout(() => report(typed), pauseMs)
    return () => clearTimeout(pause)
  }, [typed, heading, pauseMs, report])
  const isWaiting = typing.pending.length > 0
  useEffect(() => {
    if (!isWaiting || typed !== value) return
    const settled = setTimeout(() => setTyping(typingFrom(value)), settledMs)
    return () => clearTimeout(settled)
  }, [isWaiting, typed, value])
  const put = (text: string) => setTyping((before) => ({ ...before, typed: text }))
  /** The first letter is painted before anybody hears of it. */
  const unsaid = useRef(() => {})
  useEffect(() => () => unsaid.current(), [])
  const type = (text: string, at: number) => {
    const isFirst = (isAnswered && !isWaiting) || at - lastKeyAt.current > pauseMs
    lastKeyAt.current = at
    put(text)
    unsaid.current()
    if (!isFirst || text === heading) return
    ahead?.(text)
    unsaid.current = afterPaint(() => report(text))
  }
  const empty = () => {
    unsaid.current()
    put('')
    if (heading !== '') report('')
  }
  return { typed, isWaiting, type, empty }
}
