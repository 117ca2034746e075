// The partner's own words, marked as such: why, and what stops working without it.
import { Unplug } from 'lucide-react'
import { useTexts } from '../texts.tsx'

export function Quotes({ reasons }: { reasons: readonly string[] }) {
  return reasons.map((reason) => (
    <blockquote key={reason} className="border-l-2 border-line pl-3 text-sm text-ink italic">
      {reason}
    </blockquote>
  ))
}

export function WithoutIt({ texts }: { texts: readonly string[] }) {
  const t = useTexts()
  return texts.map((text) => (
    <p key={text} className="flex items-start gap-1.5 text-sm text-muted">
      <Unplug aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
      <span className="min-w-0">
        {t('conversation.without_it.said')} <q className="text-ink italic">{text}</q>
      </span>
    </p>
  ))
}
