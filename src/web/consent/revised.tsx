// What the partner changed in its request since an earlier version of it: whoever read that one sees at once what is different.
import { WhatChanged } from '../conversation/what-changed.tsx'
import { useFormats } from '../formats.ts'
import { useTexts } from '../texts.tsx'
import type { Consent } from './decision.tsx'

export function Revised({ consent, revised }: { consent: Consent; revised: NonNullable<Consent['revised']> }) {
  const t = useTexts()
  const formats = useFormats()
  const partner = consent.partner.name
  return (
    <section aria-labelledby="revised" className="flex flex-col gap-2 rounded-md border border-line bg-sunken px-4 py-3">
      <h2 id="revised" className="font-medium">
        {t('consent.revised', { partner, date: formats.longDate(revised.at) })}
      </h2>
      <WhatChanged differences={revised.differences} reading={{ side: 'customer', other: partner }} />
      <p className="text-sm text-muted">{t('consent.revised.what')}</p>
    </section>
  )
}
