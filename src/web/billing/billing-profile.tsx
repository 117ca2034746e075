// The address on invoices, the organisation's own reference, and who receives the invoices.
import { useState } from 'react'
import { useCountryName } from '../granting/country-name.ts'
import { Gate, WhyNot } from '../products/may.tsx'
import { useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { DefinitionList } from '../ui/definition-list.tsx'
import { SectionCard } from '../ui/section-card.tsx'
import type { Billing } from './billing-screen.tsx'
import { ProfileDialog } from './profile-dialog.tsx'

export function BillingProfile({ billing }: { billing: Billing }) {
  const t = useTexts()
  const countryName = useCountryName()
  const [open, setOpen] = useState(false)
  const { name, street, postalCode, city, country, reference, recipients } = billing.profile
  const lines = [name, street, `${postalCode} ${city}`.trim(), country && countryName(country)].filter((line) => line !== '')
  const shown = (texts: readonly string[]) =>
    texts.length === 0 ? (
      <span className="text-muted">{t('common.not_set')}</span>
    ) : (
      texts.map((text) => (
        <span key={text} className="block break-words">
          {text}
        </span>
      ))
    )
  return (
    <div className="flex max-w-3xl flex-col gap-4">
      <WhyNot rights={billing} wanted={['billing.manage']} />
      <SectionCard
        title={t('billing.part.profile')}
        actions={
          <Gate rights={billing} right="billing.manage">
            {(disabled) => (
              <Button disabled={disabled} onClick={() => setOpen(true)}>
                {t('common.change')}
              </Button>
            )}
          </Gate>
        }
      >
        <DefinitionList
          items={[
            { term: t('billing.profile.address'), value: shown(lines) },
            { term: t('billing.profile.reference'), value: shown(reference === '' ? [] : [reference]) },
            { term: t('billing.profile.recipients'), value: shown(recipients) },
          ]}
        />
      </SectionCard>
      {open && <ProfileDialog profile={billing.profile} onClose={() => setOpen(false)} />}
    </div>
  )
}
