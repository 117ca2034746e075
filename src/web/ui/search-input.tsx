// A search field that reports the first letter at once and what follows when the person pauses, and empties with one press.
import { Search, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTexts } from '../texts.tsx'
import { classNames } from './class-names.ts'
import { controlClass } from './field.tsx'

export type SearchInputProps = {
  label: string
  value: string
  onChange: (value: string) => void
  pauseMs?: number | undefined
  placeholder?: string | undefined
}

export function SearchInput({ label, value, onChange, pauseMs = 200, placeholder = label }: SearchInputProps) {
  const t = useTexts()
  const { typed, type, empty } = useTyped(value, onChange, pauseMs)
  return (
    <search className="relative flex min-w-0 items-center">
      <Search aria-hidden="true" className="pointer-events-none absolute left-2.5 size-4 text-muted" />
      <input
        type="text"
        inputMode="search"
        aria-label={label}
        placeholder={placeholder}
        value={typed}
        onChange={(event) => type(event.target.value)}
        className={classNames(controlClass, 'pr-8 pl-8.5')}
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

/** What stands in the field; what was reported and comes back as `value` never overwrites what was typed since. */
function useTyped(value: string, onChange: (value: string) => void, pauseMs: number) {
  const [typed, setTyped] = useState(value)
  const [known, setKnown] = useState(value)
  const [reported, setReported] = useState<readonly string[]>([])
  const lastKeyAt = useRef(0)
  if (value !== known) {
    setKnown(value)
    if (!reported.includes(value)) setTyped(value)
    if (value === typed || !reported.includes(value)) setReported([])
  }
  const report = (text: string) => {
    setReported((before) => [...before, text])
    onChange(text)
  }
  const latest = useRef(report)
  useEffect(() => {
    latest.current = report
  })
  useEffect(() => {
    if (typed === value || reported.includes(typed)) return
    const pause = setTimeout(() => latest.current(typed), pauseMs)
    return () => clearTimeout(pause)
  }, [typed, value, reported, pauseMs])
  const type = (text: string) => {
    const isFirst = performance.now() - lastKeyAt.current > pauseMs
    lastKeyAt.current = performance.now()
    setTyped(text)
    if (isFirst && text !== value) report(text)
  }
  const empty = () => {
    setTyped('')
    report('')
  }
  return { typed, type, empty }
}
