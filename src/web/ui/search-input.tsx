// A search field that reports what was typed once the person pauses, and empties with one press.
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
  const [typed, setTyped] = useState(value)
  const [known, setKnown] = useState(value)
  if (value !== known) {
    setKnown(value)
    setTyped(value)
  }
  const report = useRef(onChange)
  useEffect(() => {
    report.current = onChange
  })
  useEffect(() => {
    if (typed === value) return
    const pause = setTimeout(() => report.current(typed), pauseMs)
    return () => clearTimeout(pause)
  }, [typed, value, pauseMs])
  return (
    <search className="relative flex min-w-0 items-center">
      <Search aria-hidden="true" className="pointer-events-none absolute left-2.5 size-4 text-muted" />
      <input
        type="text"
        inputMode="search"
        aria-label={label}
        placeholder={placeholder}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        className={classNames(controlClass, 'pr-8 pl-8.5')}
      />
      {typed && (
        <button
          type="button"
          aria-label={t('ui.clear_search')}
          onClick={() => onChange('')}
          className="absolute right-1 flex size-6 items-center justify-center rounded-sm text-muted hover:text-ink"
        >
          <X aria-hidden="true" className="size-4" />
        </button>
      )}
    </search>
  )
}
