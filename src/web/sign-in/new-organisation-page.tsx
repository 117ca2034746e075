// Somebody without an organisation makes one, and is its legal representative from then on.
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { isLanguage, languages } from '../../domain/language.ts'
import { createOrganisation } from '../../server/account/contract.ts'
import { api } from '../api.ts'
import { countryCodes, likelyCountry } from '../granting/countries.ts'
import { useCountryName } from '../granting/country-name.ts'
import { Problem } from '../problem.ts'
import { useMe } from '../shell/me.ts'
import { usePageTitle } from '../shell/page-title.tsx'
import { PersonMenu } from '../shell/person-menu.tsx'
import { PublicFrame } from '../shell/public-frame.tsx'
import { useLanguage, useTexts } from '../texts.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { Combobox } from '../ui/combobox.tsx'
import { Select } from '../ui/select.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { FormProblem } from './form-problem.tsx'
import { Step } from './step.tsx'
import { useProblemText } from './use-problem-text.ts'

export function NewOrganisationPage() {
  const t = useTexts()
  const { person, isOperator } = useMe()
  usePageTitle(t('sign-in.organisation.title'))
  return (
    <PublicFrame signedIn end={<PersonMenu name={person.name} email={person.email} isOperator={isOperator} />}>
      <div data-roomy className="flex flex-col gap-6">
        <NewOrganisationForm />
      </div>
    </PublicFrame>
  )
}

function NewOrganisationForm() {
  const t = useTexts()
  const problem = useProblemText()
  const countryName = useCountryName()
  const ownLanguage = useLanguage()
  const [name, type] = useState('')
  const [country, choose] = useState<string | null>(likelyCountry)
  const [language = ownLanguage, speak] = useState<string>()
  const [mayDecide, confirm] = useState(false)
  const create = useMutation({
    mutationFn: () =>
      api.post(createOrganisation, '/api/organisations', {
        body: { name, country: country ?? '', language: isLanguage(language) ? language : ownLanguage, mayDecide: true },
      }),
    onSuccess: ({ organisationId }) => location.replace(`/o/${organisationId}`),
  })
  const isName = create.error instanceof Problem && create.error.code === 'invalid_name'
  return (
    <Step
      title={t('sign-in.organisation.title')}
      lead={t('sign-in.organisation.lead')}
      submit={t('sign-in.organisation.create')}
      onSubmit={() => create.mutate()}
      busy={create.isPending || create.isSuccess}
      disabled={name.trim() === '' || country === null || !mayDecide}
      others={<p className="text-sm text-muted">{t('sign-in.organisation.invited')}</p>}
    >
      <TextInput
        label={t('sign-in.organisation.name')}
        hint={t('sign-in.organisation.name.hint')}
        name="organization"
        autoComplete="organization"
        maxLength={80}
        value={name}
        onChange={(value) => {
          type(value)
          create.reset()
        }}
        error={isName ? problem(create.error) : undefined}
      />
      <Combobox
        label={t('common.country')}
        options={countryCodes.map((code) => ({ value: code, label: countryName(code) }))}
        value={country}
        onChange={choose}
      />
      <Select
        label={t('sign-in.organisation.language')}
        hint={t('sign-in.organisation.language.hint')}
        options={languages.map((value) => ({ value, label: t(`common.language.${value}`) }))}
        value={language}
        onChange={speak}
      />
      <Checkbox
        label={t('sign-in.organisation.may_decide')}
        hint={t('sign-in.organisation.may_decide.hint')}
        checked={mayDecide}
        onChange={confirm}
      />
      <FormProblem>{isName ? undefined : problem(create.error)}</FormProblem>
    </Step>
  )
}
