// What somebody had typed and could not save: shown as it was, to be copied.
import { X } from 'lucide-react'
import { useState } from 'react'
import { useTexts } from '../texts.tsx'
import { CopyButton } from '../ui/copy-button.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import type { TypedText } from './typed-texts.ts'

/** On a page that goes on: until it is put away. */
export function KeptTexts({ typed }: { typed: readonly TypedText[] }) {
  const t = useTexts()
  const [away, put] = useState<readonly string[]>([])
  const left = typed.filter(({ id }) => !away.includes(id))
  if (left.length === 0) return null
  return (
    <div className="relative mb-6 max-w-2xl rounded-lg border border-line bg-surface p-4">
      <TypedTexts typed={left} />
      <span className="absolute top-2 right-2">
        <IconButton
          size="small"
          label={t('ui.close')}
          icon={<X aria-hidden="true" />}
          onClick={() => put([...away, ...left.map(({ id }) => id)])}
        />
      </span>
    </div>
  )
}

export function TypedTexts({ typed }: { typed: readonly TypedText[] }) {
  const t = useTexts()
  return (
    <section className="flex flex-col gap-4">
      <div>
        <h2 className="font-semibold">{t('shell.ended.unsaved')}</h2>
        <p className="pr-8 text-sm text-muted">{t('shell.ended.unsaved_hint')}</p>
      </div>
      <dl className="flex flex-col gap-3 rounded-lg border border-line bg-sunken p-4 text-sm">
        {typed.map(({ id, label, text }) => (
          <div key={id}>
            <dt className="text-muted">{label}</dt>
            <dd className="wrap-anywhere whitespace-pre-wrap select-text">{text}</dd>
          </div>
        ))}
      </dl>
      <div>
        <CopyButton text={asText(typed)} label={t('shell.ended.copy')} size="medium" />
      </div>
    </section>
  )
}

function asText(typed: readonly TypedText[]): string {
  const [only] = typed
  if (typed.length === 1 && only) return only.text
  return typed.map(({ label, text }) => `${label}\n${text}`).join('\n\n')
}
