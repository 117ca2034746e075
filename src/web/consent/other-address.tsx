// Signed in, but not with the address the request went to: prove that one too, or go on with another sign-in.
import { Mail } from 'lucide-react'
import { otherSignInAddress } from '../query-client.ts'
import { useTexts } from '../texts.tsx'
import { textLinkClass } from '../ui/text-link.tsx'
import { unbroken } from '../ui/unbroken.ts'
import { CodeSteps } from './code-steps.tsx'
import type { OpenRequest } from './consent-page.tsx'
import { Introduction } from './introduction.tsx'

export function OtherAddress({ token, request, mine }: { token: string; request: OpenRequest; mine: string }) {
  const t = useTexts()
  const [first] = request.addresses
  return (
    <div data-roomy className="flex flex-col gap-8">
      <Introduction request={request} />
      <div className="flex flex-col gap-3 rounded-lg border border-line bg-sunken p-4">
        <h2 className="flex items-start gap-2 font-semibold">
          <Mail aria-hidden="true" className="mt-0.5 size-5 shrink-0 text-muted" />
          {t('consent.other_address.title')}
        </h2>
        <p>
          {first ? t('consent.other_address.who', { address: unbroken(first.hint), mine }) : t('consent.other_address.number', { mine })}
        </p>
        {first && <p className="text-sm text-muted">{t('consent.other_address.what_to_do')}</p>}
      </div>
      {first && <CodeSteps token={token} addresses={request.addresses} />}
      <p className="text-center">
        <a href={otherSignInAddress()} className={textLinkClass}>
          {t('consent.other_address.change')}
        </a>
      </p>
    </div>
  )
}
