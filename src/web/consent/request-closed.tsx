// Nothing left to decide: answered, withdrawn, expired, asked by another legal person, or a link that leads nowhere. What it means, and what one can do.
import type { ReactNode } from 'react'
import { useTexts } from '../texts.tsx'
import { ButtonLink } from '../ui/button-link.tsx'
import type { OpenRequest } from './consent-page.tsx'
import { useArrival } from './use-arrival.ts'

type Closed = Exclude<OpenRequest['state'], 'open'> | 'other_legal_person'

export function RequestClosed({ state, partner }: { state: Closed; partner: string }) {
  const t = useTexts()
  return (
    <Calm title={t(`consent.closed.${state}.title`, { partner })} what={t(`consent.closed.${state}.what`, { partner })}>
      {state === 'answered' && <ButtonLink to="/go/manager">{t('consent.closed.answered.go')}</ButtonLink>}
    </Calm>
  )
}

export function RequestUnknown() {
  const t = useTexts()
  return <Calm title={t('consent.unknown.title')} what={t('consent.unknown.what')} />
}

/** One thing to know, and perhaps one thing to do. */
export function Calm({ title, what, children }: { title: string; what: string; children?: ReactNode }) {
  const arrival = useArrival()
  return (
    <div className="flex flex-col items-start gap-4">
      <h1 ref={arrival} tabIndex={-1} className="text-xl font-semibold outline-none">
        {title}
      </h1>
      <p className="text-muted">{what}</p>
      {children}
    </div>
  )
}
