// Who asks: the legal name, the domain the operator verified, the register number, the place. The same before and after sign-in.
import { BadgeCheck, CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { useCountryName } from '../granting/country-name.ts'
import { useTexts } from '../texts.tsx'
import { Avatar } from '../ui/avatar.tsx'
import { unbrokenNumber } from '../ui/unbroken.ts'
import type { OpenRequest } from './consent-page.tsx'

export function WhoAsks({ partner, children }: { partner: OpenRequest['partner']; children?: ReactNode }) {
  const t = useTexts()
  const country = useCountryName()
  const { name, domain, registerNumber, city, formerName } = partner
  return (
    <div className="flex items-start gap-4">
      <Avatar name={name} shape="square" size="large" />
      <div className="flex min-w-0 flex-col gap-1">
        <p className="text-lg font-semibold">{name}</p>
        {formerName && <p className="text-sm text-muted">{t('consent.former_name', { name: formerName })}</p>}
        {domain === null ? (
          <p className="flex items-start gap-1.5 text-sm text-warning-ink">
            <CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
            {t('consent.not_verified')}
          </p>
        ) : (
          <p className="flex items-start gap-1.5 text-sm text-success-ink">
            <BadgeCheck aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
            {t('consent.verified', { domain })}
          </p>
        )}
        <p className="text-sm text-muted">
          {[
            registerNumber && t('consent.register_number', { number: unbrokenNumber(registerNumber) }),
            [city, country(partner.country)].filter(Boolean).join(', '),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {children}
      </div>
    </div>
  )
}
