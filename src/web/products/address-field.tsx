// The part of an address before the @, with the domain behind it.
import { useTexts } from '../texts.tsx'
import { TextInput } from '../ui/text-input.tsx'

export type AddressFieldProps = { domain: string; value: string; onChange: (value: string) => void; error?: string | undefined }

export function AddressField({ domain, value, onChange, error }: AddressFieldProps) {
  const t = useTexts()
  const written = value.trim() === '' ? '…' : value.trim().toLowerCase()
  return (
    <TextInput
      label={t('products.mailbox.address')}
      hint={t('products.mailbox.address.hint', { full: written.includes('@') ? written : `${written}@${domain}` })}
      error={error}
      value={value}
      onChange={onChange}
      autoComplete="off"
      autoCapitalize="none"
      spellCheck={false}
    />
  )
}
