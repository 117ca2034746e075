// Who the organisation says it is: legal name, register number, domain. The provider compares it with the register.
import { useState } from 'react'
import { readRegisterNumber } from '../../domain/verification/register-number.ts'
import { isSameFirm } from '../../domain/verification/same-firm.ts'
import { applyForVerification } from '../../server/verification/contract.ts'
import { api } from '../api.ts'
import { countryCodes } from '../granting/countries.ts'
import { useCountryName } from '../granting/country-name.ts'
import { Problem, problemText } from '../problem.ts'
import { useFault } from '../products/fault.ts'
import { FormDialog } from '../products/form-dialog.tsx'
import { useTexts } from '../texts.tsx'
import { Combobox } from '../ui/combobox.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { useCommand } from '../use-command.ts'
import { type Standing, verificationPath } from './verification-data.ts'

/** Which field a refusal is about. */
const fields: Readonly<Record<string, string>> = {
  invalid_name: 'legalName',
  invalid_register_number: 'registerNumber',
  invalid_domain: 'domain',
}

export function ApplyDialog({ organisation, standing, onClose }: { organisation: string; standing: Standing; onClose: () => void }) {
  const t = useTexts()
  const countryName = useCountryName()
  const [draft, setDraft] = useState(standing.draft)
  const apply = useCommand({
    run: () => api.post(applyForVerification, verificationPath, { params: { organisation }, body: draft }),
    done: () => t('verification.sent'),
    refreshes: `/api/o/${organisation}`,
    problems: 'inline',
    after: onClose,
  })
  const { at, whole } = useFault(apply.error)
  const about = apply.error instanceof Problem ? fields[apply.error.code] : undefined
  const field = (name: keyof typeof draft) => ({
    value: draft[name],
    onChange: (value: string) => setDraft({ ...draft, [name]: value }),
    error: about === name ? problemText(t, apply.error) : at(name),
  })
  const numberHint = draft.country === 'CH' || draft.country === 'LI' ? 'ch' : draft.country === 'FR' ? 'fr' : 'other'
  return (
    <FormDialog
      title={t(standing.verified ? 'verification.renew' : 'verification.apply')}
      description={t('verification.apply.what')}
      submit={t('verification.apply.send')}
      busy={apply.isPending}
      problem={about ? undefined : whole}
      disabled={Object.values(draft).some((value) => value.trim() === '')}
      onSubmit={() => apply.mutate(undefined)}
      onClose={onClose}
    >
      <TextInput
        label={t('organisation.legal_name')}
        hint={standing.verified ? t('verification.name.hint', { name: standing.verified.legalName }) : undefined}
        maxLength={80}
        autoComplete="organization"
        {...field('legalName')}
      />
      <Combobox
        label={t('common.country')}
        options={countryCodes.map((code) => ({ value: code, label: countryName(code) }))}
        value={draft.country}
        onChange={(country) => country && setDraft({ ...draft, country })}
      />
      <TextInput
        label={t('organisation.register_number')}
        hint={isNewNumber(standing, draft) ? t('verification.number.new') : t(`verification.number.${numberHint}`)}
        maxLength={60}
        {...field('registerNumber')}
      />
      <TextInput label={t('organisation.city')} maxLength={80} autoComplete="address-level2" {...field('city')} />
      <TextInput
        label={t('verification.domain')}
        hint={t('verification.domain.hint')}
        maxLength={253}
        inputMode="url"
        autoComplete="off"
        {...field('domain')}
      />
      <TextInput
        label={t('verification.contact')}
        hint={t('verification.contact.hint')}
        type="email"
        inputMode="email"
        autoComplete="email"
        {...field('contactEmail')}
      />
    </FormDialog>
  )
}

/** Another number than what is verified, as far as it is one. */
function isNewNumber({ verified }: Standing, { country, registerNumber }: { country: string; registerNumber: string }): boolean {
  if (!verified?.registerNumber) return false
  return readRegisterNumber(country, registerNumber) !== null && !isSameFirm(verified, { country, registerNumber })
}
