// What one legal representative signed and a second one has yet to sign: in the list of what waits.
import { useQuery } from '@tanstack/react-query'
import { PenLine } from 'lucide-react'
import type { z } from 'zod'
import { listSignatures } from '../../server/signatures/contract.ts'
import { api } from '../api.ts'
import { useFormats } from '../formats.ts'
import { useTexts } from '../texts.tsx'
import { ButtonLink } from '../ui/button-link.tsx'

type Signature = z.output<typeof listSignatures.answer>['waiting'][number]

export function useWaitingSignatures(organisation: string): readonly Signature[] {
  const { data } = useQuery(api.query(listSignatures, '/api/o/{organisation}/signatures', { params: { organisation } }))
  return data?.waiting ?? []
}

export function SignatureRow({ organisation, signature }: { organisation: string; signature: Signature }) {
  const t = useTexts()
  const formats = useFormats()
  const { id, act, partner, firstBy, until } = signature
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line px-4 py-3 first:border-t-0 sm:px-6">
      <PenLine aria-hidden="true" className="size-4 shrink-0 text-muted" />
      <div className="min-w-0 grow basis-52">
        <p className="font-medium">{t(`signatures.act.${act}`, { partner: partner ?? '' })}</p>
        <p className="text-sm text-muted">
          {t('signatures.waiting', { person: firstBy })} · {t('consent.open_until', { date: formats.longDate(until) })}
        </p>
      </div>
      <ButtonLink to="/o/$organisation/signatures/$signature" params={{ organisation, signature: id }}>
        {t(signature.may.includes('sign') ? 'signatures.see' : 'signatures.look')}
      </ButtonLink>
    </li>
  )
}
