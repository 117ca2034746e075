// Somebody without an organisation makes one, and is its legal representative from then on.
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { createOrganisation } from '../../server/account/contract.ts'
import { api } from '../api.ts'
import { countryCodes, likelyCountry } from '../granting/countries.ts'
import { useCountryName } from '../granting/country-name.ts'
import { problemText } from '../problem.ts'
import { useMe } from '../shell/me.ts'
import { usePageTitle } from '../shell/page-title.tsx'
import { PersonMenu } from '../shell/person-menu.tsx'
import { PublicFrame } from '../shell/public-frame.tsx'
import { useLanguage, useTexts } from '../texts.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { Combobox } from '../ui/combobox.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { Step } from './step.tsx'

export function NewOrganisationPage() {
  const t = useTexts()
  const language = useLanguage()
  const countryName = useCountryName()
  const { person } = useMe()
  const [name, type] = useState('')
  const [country, choose] = useState<string | null>(likelyCountry)
  const [mayDecide, confirm] = useState(false)
  const create = useMutation({
    mutationFn: () =>
      api.post(createOrganisation, '/api/organisations', { body: { name, country: country ?? '', language, mayDecide: true } }),
    onSuccess: ({ organisationId }) => location.assign(`/o/${organisationId}`),
  })
  usePageTitle(t('sign-in.organisation.title'))
  return (
    <PublicFrame signedIn end={<PersonMenu name={person.name} email={person.email} />}>
      <div className="flex flex-col gap-6">
        <Step
          title={t('sign-in.organisation.title')}
          lead={t('sign-in.organisation.lead')}
          submit={t('consent.create_organisation')}
          onSubmit={() => create.mutate()}
          busy={create.isPending}
          disabled={name.trim() === '' || country === null || !mayDecide}
          others={<p className="text-sm text-muted">{t('sign-in.organisation.invited')}</p>}
        >
          <TextInput
            label={t('consent.organisation_name')}
            hint={t('consent.organisation_name.hint')}
            autoComplete="organization"
            maxLength={80}
            value={name}
            onChange={type}
            error={create.isError ? problemText(t, create.error) : undefined}
          />
          <Combobox
            label={t('common.country')}
            options={countryCodes.map((code) => ({ value: code, label: countryName(code) }))}
            value={country}
            onChange={choose}
          />
          <Checkbox label={t('consent.may_decide')} hint={t('consent.may_decide.hint')} checked={mayDecide} onChange={confirm} />
        </Step>
      </div>
    </PublicFrame>
  )
}
