// Who: an address or a customer number, the language of the mail, and what the partner keeps for itself.
import { languages } from '../../../domain/language.ts'
import { listNameMax, referenceMax } from '../../../server/requests/contract.ts'
import { useTexts } from '../../texts.tsx'
import { SegmentedControl } from '../../ui/segmented-control.tsx'
import { Select } from '../../ui/select.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import type { Draft } from './draft.ts'
import { PlanFields } from './plan-fields.tsx'
import type { Field, Wrong } from './request-body.ts'
import { RequestCodeField } from './request-code-field.tsx'

export type StepProps = { draft: Draft; onChange: (draft: Draft) => void; wrong: Wrong }

export function WhoStep({ organisation, draft, onChange, wrong }: StepProps & { organisation: string }) {
  const t = useTexts()
  const error = (field: Field) => (wrong[field] === undefined ? undefined : t(wrong[field]))
  return (
    <>
      <SegmentedControl
        label={t('add-customer.by')}
        value={draft.by}
        onChange={(by) => onChange({ ...draft, by })}
        options={[
          { value: 'email', label: t('common.email') },
          { value: 'number', label: t('common.customer_number') },
        ]}
      />
      <div className="max-w-xl">
        {draft.by === 'email' ? (
          <TextInput
            key="email"
            label={t('common.email')}
            hint={t('add-customer.email.hint')}
            name="recipient"
            inputMode="email"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={254}
            value={draft.email}
            onChange={(email) => onChange({ ...draft, email })}
            error={error('email')}
          />
        ) : (
          <TextInput
            key="number"
            label={t('common.customer_number')}
            hint={t('add-customer.number.hint')}
            name="recipient-number"
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            maxLength={20}
            value={draft.customerNumber}
            onChange={(customerNumber) => onChange({ ...draft, customerNumber })}
            error={error('customerNumber')}
          />
        )}
      </div>
      <RequestCodeField
        value={draft.requestCode}
        onChange={(requestCode) => onChange({ ...draft, requestCode })}
        error={error('requestCode')}
      />
      <div className="max-w-60">
        <Select
          label={t('add-customer.language')}
          options={languages.map((value) => ({ value, label: t(`common.language.${value}`) }))}
          value={draft.language}
          onChange={(language) => onChange({ ...draft, language })}
        />
      </div>
      <fieldset className="grid gap-x-6 gap-y-5 border-t border-line pt-6 sm:grid-cols-2">
        <legend className="sr-only">{t('add-customer.for_you')}</legend>
        <TextInput
          label={t('add-customer.reference')}
          hint={t('add-customer.reference.hint')}
          optional
          name="own-reference"
          autoComplete="off"
          maxLength={referenceMax}
          value={draft.ownReference}
          onChange={(ownReference) => onChange({ ...draft, ownReference })}
          error={error('ownReference')}
        />
        <TextInput
          label={t('add-customer.list_name')}
          hint={t('add-customer.list_name.hint')}
          optional
          name="list-name"
          autoComplete="off"
          maxLength={listNameMax}
          value={draft.listName}
          onChange={(listName) => onChange({ ...draft, listName })}
          error={error('listName')}
        />
      </fieldset>
      <PlanFields {...{ organisation, draft, onChange, wrong }} />
    </>
  )
}
