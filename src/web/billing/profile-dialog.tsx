// Changes the address on invoices, the reference and the recipients.
import { useState } from 'react'
import { setBillingProfile } from '../../server/billing/contract.ts'
import { api } from '../api.ts'
import { countryCodes } from '../granting/countries.ts'
import { useCountryName } from '../granting/country-name.ts'
import { usePlace } from '../place.ts'
import { useFault } from '../products/fault.ts'
import { FormDialog } from '../products/form-dialog.tsx'
import { useTexts } from '../texts.tsx'
import { Combobox } from '../ui/combobox.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { Textarea } from '../ui/textarea.tsx'
import { useCommand } from '../use-command.ts'
import type { Billing } from './billing-screen.tsx'

type Profile = Billing['profile']

export function ProfileDialog({ profile, onClose }: { profile: Profile; onClose: () => void }) {
  const t = useTexts()
  const place = usePlace()
  const [draft, setDraft] = useState(profile)
  const [recipients, setRecipients] = useState(profile.recipients.join('\n'))
  const set = (part: Partial<Profile>) => setDraft({ ...draft, ...part })
  const save = useCommand({
    run: () => {
      const body = { ...draft, recipients: recipients.split(/[\s,;]+/).filter((address) => address !== '') }
      return api.put(setBillingProfile, `${place.api}/billing/profile`, { params: {}, body })
    },
    done: () => t('billing.profile.saved'),
    refreshes: `${place.api}/billing`,
    problems: 'inline',
    after: onClose,
  })
  const fault = useFault(save.error)
  return (
    <FormDialog
      title={t('billing.part.profile')}
      submit={t('billing.profile.save')}
      busy={save.isPending}
      problem={fault.whole}
      onSubmit={() => save.mutate(undefined)}
      onClose={onClose}
    >
      <AddressFields draft={draft} set={set} at={fault.at} />
      <TextInput
        label={t('billing.profile.reference')}
        hint={t('billing.profile.reference.hint')}
        optional
        maxLength={80}
        value={draft.reference}
        onChange={(reference) => set({ reference })}
        error={fault.at('reference')}
      />
      <Textarea
        label={t('billing.profile.recipients')}
        hint={t('billing.profile.recipients.hint')}
        optional
        rows={2}
        value={recipients}
        onChange={setRecipients}
        error={fault.at('recipients')}
        spellCheck={false}
        autoCapitalize="none"
      />
    </FormDialog>
  )
}

type Part = { draft: Profile; set: (part: Partial<Profile>) => void; at: (field: string) => string | undefined }

function AddressFields({ draft, set, at }: Part) {
  const t = useTexts()
  const countryName = useCountryName()
  const countries = countryCodes.map((value) => ({ value, label: countryName(value) }))
  return (
    <>
      <TextInput label={t('common.name')} maxLength={80} value={draft.name} onChange={(name) => set({ name })} error={at('name')} />
      <TextInput
        label={t('organisation.street')}
        maxLength={120}
        autoComplete="off"
        value={draft.street}
        onChange={(street) => set({ street })}
        error={at('street')}
      />
      <div className="grid grid-cols-[7rem_1fr] gap-4">
        <TextInput
          label={t('organisation.postal_code')}
          maxLength={20}
          autoComplete="off"
          value={draft.postalCode}
          onChange={(postalCode) => set({ postalCode })}
          error={at('postalCode')}
        />
        <TextInput
          label={t('organisation.city')}
          maxLength={80}
          autoComplete="off"
          value={draft.city}
          onChange={(city) => set({ city })}
          error={at('city')}
        />
      </div>
      <Combobox
        label={t('common.country')}
        options={countries}
        value={draft.country === '' ? null : draft.country}
        onChange={(country) => set({ country: country ?? '' })}
        error={at('country')}
      />
    </>
  )
}
