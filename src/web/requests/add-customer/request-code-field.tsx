// The code that some customers demand of whoever asks. Nobody learns whether this one does: who has a code types it, the others never see the field.
import { useState } from 'react'
import { useTexts } from '../../texts.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { TextInput } from '../../ui/text-input.tsx'

export type RequestCodeFieldProps = { value: string; onChange: (code: string) => void; error?: string | undefined }

export function RequestCodeField({ value, onChange, error }: RequestCodeFieldProps) {
  const t = useTexts()
  const [startsOpen] = useState(value !== '' || error !== undefined)
  return (
    <Disclosure summary={t('add-customer.request_code.have')} open={startsOpen}>
      <div className="max-w-60">
        <TextInput
          label={t('strictness.code')}
          hint={t('add-customer.request_code.hint')}
          name="request-code"
          inputMode="numeric"
          autoComplete="off"
          maxLength={20}
          value={value}
          onChange={onChange}
          error={error}
        />
      </div>
    </Disclosure>
  )
}

/** As a request carries it: with none typed, the one from before counts. */
export const codeIn = (typed: string): { readonly requestCode?: string } => (typed.trim() === '' ? {} : { requestCode: typed.trim() })

/** Eight digits, however they were grouped; or none at all. */
export const isRequestCode = (typed: string): boolean => typed.trim() === '' || typed.replaceAll(/\D/g, '').length === 8
