// Somebody new says for whom they answer: name, country, and that they may decide.
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { createOrganisation } from '../../server/account/contract.ts'
import { api } from '../api.ts'
import { countryCodes, likelyCountry } from '../granting/countries.ts'
import { useCountryName } from '../granting/country-name.ts'
import { fieldProblem, problemText } from '../problem.ts'
import { useLanguage, useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { NativeSelect } from '../ui/native-select.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { DeclineButton } from './decline-button.tsx'
import { Neutral, type NeutralProps } from './neutral.tsx'

export type NewOrganisationProps = {
  onCreated: (id: string) => void
  onBack: (() => void) | undefined
  onDeclined: () => void
  neutral: Omit<NeutralProps, 'organisation'>
}

export function NewOrganisation({ onCreated, onBack, onDeclined, neutral }: NewOrganisationProps) {
  const t = useTexts()
  const language = useLanguage()
  const countryName = useCountryName()
  const [name, type] = useState('')
  const [country, choose] = useState<string>(likelyCountry)
  const [mayDecide, confirm] = useState(false)
  const create = useMutation({
    mutationFn: () => api.post(createOrganisation, '/api/organisations', { body: { name, country, language, mayDecide: true } }),
    onSuccess: ({ organisationId }) => onCreated(organisationId),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    create.mutate()
  }
  const named = fieldProblem(t, create.error, 'name') ?? (create.isError ? problemText(t, create.error) : undefined)
  return (
    <div data-roomy className="mx-auto flex max-w-md flex-col gap-8">
      <div className="flex flex-col gap-2">
        <h1 className="text-xl font-semibold">{t('consent.first_organisation')}</h1>
        <p className="text-muted">{t('consent.first_organisation.why')}</p>
      </div>
      <form className="flex flex-col gap-5" onSubmit={submit}>
        <TextInput
          label={t('consent.organisation_name')}
          hint={t('consent.organisation_name.hint')}
          autoComplete="organization"
          maxLength={80}
          value={name}
          onChange={type}
          error={named}
        />
        <NativeSelect
          label={t('common.country')}
          options={countryCodes.map((code) => ({ value: code, label: countryName(code) }))}
          value={country}
          onChange={choose}
        />
        <Checkbox label={t('consent.may_decide')} hint={t('consent.may_decide.hint')} checked={mayDecide} onChange={confirm} />
        <Button type="submit" kind="primary" size="large" wide busy={create.isPending} disabled={name.trim() === '' || !mayDecide}>
          {t('consent.create_organisation')}
        </Button>
        {onBack ? (
          <Button wide kind="quiet" onClick={onBack}>
            {t('common.back')}
          </Button>
        ) : (
          <DeclineButton token={neutral.token} organisationId={null} partner={neutral.consent.partner.name} onDeclined={onDeclined} quiet />
        )}
      </form>
      <Neutral {...neutral} organisation={null} />
    </div>
  )
}
