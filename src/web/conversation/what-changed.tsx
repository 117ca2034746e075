// What a version makes different, as short marked lines.
import { Minus, PenLine, Plus } from 'lucide-react'
import { useFormats } from '../formats.ts'
import { Quotes } from '../granting/quotes.tsx'
import { useTexts } from '../texts.tsx'
import { classNames } from '../ui/class-names.ts'
import { type Difference, differencesInWords, type Line, type Reading } from './in-words.ts'

export function WhatChanged({ differences, reading }: { differences: readonly Difference[]; reading: Reading }) {
  const t = useTexts()
  const formats = useFormats()
  return (
    <ul className="flex flex-col gap-1.5">
      {differencesInWords(t, formats, differences, reading).map((line) => (
        <Changed key={line.id} line={line} />
      ))}
    </ul>
  )
}

const icons = { more: Plus, less: Minus, other: PenLine }
const looks = { more: 'text-success-ink', less: 'text-warning-ink', other: 'text-muted' }

function Changed({ line: { change, text, quote } }: { line: Line }) {
  const Icon = icons[change]
  return (
    <li className="flex items-start gap-2">
      <Icon aria-hidden="true" className={classNames('mt-0.5 size-4 shrink-0', looks[change])} />
      <span className="flex min-w-0 flex-col gap-1">
        <span className="first-letter:uppercase">{text}</span>
        {quote !== undefined && <Quotes reasons={[quote]} />}
      </span>
    </li>
  )
}
