// Another name for a passkey.
import { useId, useState } from 'react'
import { renamePasskey } from '../../server/account/contract.ts'
import { api } from '../api.ts'
import { problemText } from '../problem.ts'
import { useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog, DialogClose } from '../ui/dialog.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { useCommand } from '../use-command.ts'
import type { Passkey } from './passkey-item.tsx'

export function RenamePasskey({ passkey, onClose }: { passkey: Passkey; onClose: () => void }) {
  const t = useTexts()
  const form = useId()
  const [name, type] = useState(passkey.name)
  const save = useCommand({
    run: () => api.patch(renamePasskey, '/api/account/passkeys/{passkey}', { params: { passkey: passkey.id }, body: { name } }),
    done: () => t('account.passkeys.renamed'),
    problems: 'inline',
    after: onClose,
  })
  return (
    <Dialog
      title={t('account.passkeys.rename.title')}
      size="small"
      open
      onOpenChange={(open) => open || onClose()}
      actions={
        <>
          <Button type="submit" form={form} kind="primary" busy={save.isPending} disabled={name.trim() === ''}>
            {t('common.save')}
          </Button>
          <DialogClose render={<Button>{t('ui.cancel')}</Button>} />
        </>
      }
    >
      <form
        id={form}
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate(undefined)
        }}
      >
        <TextInput
          label={t('account.passkeys.name')}
          hint={t('account.passkeys.name.hint')}
          maxLength={80}
          value={name}
          onChange={(typed) => {
            type(typed)
            save.reset()
          }}
          error={save.isError ? problemText(t, save.error) : undefined}
        />
      </form>
    </Dialog>
  )
}
