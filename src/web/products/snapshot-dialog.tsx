// Takes a snapshot of a server under a name.
import { useState } from 'react'
import { takeSnapshot } from '../../server/products/server-contract.ts'
import { api } from '../api.ts'
import { usePlace } from '../place.ts'
import { useTexts } from '../texts.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { useCommand } from '../use-command.ts'
import { useFault } from './fault.ts'
import { FormDialog } from './form-dialog.tsx'
import type { ServerHere } from './server-page.tsx'

export function SnapshotDialog({ product, onClose }: ServerHere & { onClose: () => void }) {
  const t = useTexts()
  const place = usePlace()
  const [name, setName] = useState('')
  const take = useCommand({
    run: () => api.post(takeSnapshot, `${place.api}/products/{product}/snapshots`, { params: { product }, body: { name } }),
    done: (taken) => t('servers.snapshot.taken', { name: taken.name }),
    refreshes: `${place.api}/products`,
    problems: 'inline',
    after: onClose,
  })
  const { at, whole } = useFault(take.error)
  return (
    <FormDialog
      title={t('servers.snapshot.take')}
      submit={t('servers.snapshot.take')}
      busy={take.isPending}
      problem={whole}
      disabled={name.trim() === ''}
      onSubmit={() => take.mutate(undefined)}
      onClose={onClose}
    >
      <TextInput
        label={t('servers.snapshot.name')}
        hint={t('servers.snapshot.name.hint')}
        value={name}
        onChange={setName}
        maxLength={80}
        error={at('name')}
      />
    </FormDialog>
  )
}
