// Adds an SSH key that opens a server: its public half, on one line.
import { useState } from 'react'
import { addSshKey } from '../../server/products/server-contract.ts'
import { api } from '../api.ts'
import { usePlace } from '../place.ts'
import { useTexts } from '../texts.tsx'
import { Banner } from '../ui/banner.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { Textarea } from '../ui/textarea.tsx'
import { useCommand } from '../use-command.ts'
import { useFault } from './fault.ts'
import { FormDialog } from './form-dialog.tsx'
import type { ServerHere } from './server-page.tsx'

export function KeyDialog({ product, onClose }: ServerHere & { onClose: () => void }) {
  const t = useTexts()
  const place = usePlace()
  const [name, setName] = useState('')
  const [publicKey, setPublicKey] = useState('')
  const add = useCommand({
    run: () => api.post(addSshKey, `${place.api}/products/{product}/ssh-keys`, { params: { product }, body: { name, publicKey } }),
    done: (added) => t('servers.key.added', { name: added.name }),
    refreshes: `${place.api}/products`,
    problems: 'inline',
    after: onClose,
  })
  const { at, whole } = useFault(add.error)
  return (
    <FormDialog
      title={t('servers.key.add')}
      submit={t('servers.key.add')}
      busy={add.isPending}
      problem={whole}
      disabled={publicKey.trim() === ''}
      onSubmit={() => add.mutate(undefined)}
      onClose={onClose}
    >
      {place.kind === 'acting' && <Banner tone="warning">{t('servers.key.warning.acting')}</Banner>}
      <Textarea
        label={t('servers.key.public')}
        hint={t('servers.key.public.hint')}
        rows={4}
        value={publicKey}
        onChange={setPublicKey}
        error={at('publicKey')}
        spellCheck={false}
        autoComplete="off"
      />
      <TextInput
        label={t('servers.key.name')}
        hint={t('servers.key.name.hint')}
        optional
        value={name}
        onChange={setName}
        maxLength={80}
        error={at('name')}
      />
    </FormDialog>
  )
}
