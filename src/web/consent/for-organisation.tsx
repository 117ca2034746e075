// "For: …": under which organisation's name the answer will stand.
import { CircleAlert } from 'lucide-react'
import { useTexts } from '../texts.tsx'
import { NativeSelect } from '../ui/native-select.tsx'
import { unbrokenNumber } from '../ui/unbroken.ts'
import type { Consent } from './decision.tsx'

const another = 'new'

export function ForOrganisation({
  consent,
  chosen,
  onChoose,
  onNew,
}: {
  consent: Consent
  chosen: string
  onChoose: (organisation: string) => void
  onNew: () => void
}) {
  const t = useTexts()
  const elsewhere = consent.organisation?.addressElsewhere
  return (
    <div className="flex flex-col gap-6">
      <div className="max-w-md">
        <NativeSelect
          whole
          label={t('consent.for')}
          value={chosen}
          onChange={(value) => (value === another ? onNew() : onChoose(value))}
          options={[
            ...consent.organisations.map(({ id, name, number }) => ({ value: id, label: `${name} (${unbrokenNumber(number)})` })),
            { value: another, label: t('consent.new_organisation') },
          ]}
        />
      </div>
      {elsewhere && (
        <p className="flex items-start gap-1.5 text-sm text-warning-ink">
          <CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
          {t('consent.address_elsewhere', { ...elsewhere, organisation: consent.organisation?.name ?? '' })}
        </p>
      )}
      <h1 className="text-xl font-semibold sm:text-2xl">{t('consent.asks', { partner: consent.partner.name })}</h1>
    </div>
  )
}
