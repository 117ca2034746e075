// Changes the address of the organisation and how to reach it.
import { useState } from 'react'
import { changeOrganisation } from '../../server/organisation/contract.ts'
import { api } from '../api.ts'
import { usePlace } from '../place.ts'
import { useFault } from '../products/fault.ts'
import { FormDialog } from '../products/form-dialog.tsx'
import { useTexts } from '../texts.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { useCommand } from '../use-command.ts'
import type { Organisation } from './organisation-screen.tsx'

export function ContactDialog({ organisation, onClose }: { organisation: Organisation; onClose: () => void }) {
  const t = useTexts()
  const place = usePlace()
  const { street, postalCode, city, phone, contactEmail, website } = organisation
  const [draft, setDraft] = useState({ street, postalCode, city, phone, contactEmail, website })
  const save = useCommand({
    run: () =>
      api.put(changeOrganisation, '/api/o/{organisation}/organisation', {
        params: { organisation: place.id },
        body: { ...draft, website: addressOf(draft.website) },
      }),
    done: () => t('organisation.saved'),
    refreshes: place.api,
    problems: 'inline',
    after: onClose,
  })
  const { at, whole } = useFault(save.error)
  const field = (name: keyof typeof draft) => ({
    value: draft[name],
    onChange: (value: string) => setDraft({ ...draft, [name]: value }),
    error: at(name),
  })
  return (
    <FormDialog
      title={t('organisation.contact')}
      submit={t('organisation.save')}
      busy={save.isPending}
      problem={whole}
      onSubmit={() => save.mutate(undefined)}
      onClose={onClose}
    >
      <TextInput label={t('organisation.street')} maxLength={120} autoComplete="street-address" {...field('street')} />
      <div className="grid grid-cols-[7rem_1fr] gap-4">
        <TextInput label={t('organisation.postal_code')} maxLength={20} autoComplete="postal-code" {...field('postalCode')} />
        <TextInput label={t('organisation.city')} maxLength={80} autoComplete="address-level2" {...field('city')} />
      </div>
      <TextInput label={t('organisation.phone')} type="tel" autoComplete="tel" optional {...field('phone')} />
      <TextInput label={t('common.email')} type="email" autoComplete="email" inputMode="email" optional {...field('contactEmail')} />
      <TextInput label={t('organisation.website')} type="url" inputMode="url" autoComplete="url" optional {...field('website')} />
    </FormDialog>
  )
}

/** People write an address without its beginning. */
function addressOf(written: string): string {
  const text = written.trim()
  return text === '' || /^[a-z]+:/i.test(text) ? text : `https://${text}`
}
