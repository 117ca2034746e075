// "For: …": under which organisation's name the answer will stand.
import { useTexts } from '../texts.tsx'
import { Select } from '../ui/select.tsx'
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
  return (
    <div className="flex flex-col gap-6">
      <div className="max-w-md">
        <Select
          label={t('consent.for')}
          value={chosen}
          onChange={(value) => (value === another ? onNew() : onChoose(value))}
          options={[
            ...consent.organisations.map(({ id, name, number }) => ({ value: id, label: name, hint: number })),
            { value: another, label: t('consent.new_organisation') },
          ]}
        />
      </div>
      <h1 className="text-xl font-semibold sm:text-2xl">{t('consent.asks', { partner: consent.partner.name })}</h1>
    </div>
  )
}
