// One passkey: what it is called, since when, when it was last used; to be renamed and removed.
import { KeyRound, Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { removePasskey } from '../../server/account/contract.ts'
import { api } from '../api.ts'
import { useFormats } from '../formats.ts'
import { useTexts } from '../texts.tsx'
import { Breakable } from '../ui/breakable.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { MenuItem, MoreMenu } from '../ui/menu.tsx'
import { useCommand } from '../use-command.ts'
import { RenamePasskey } from './rename-passkey.tsx'
import type { SignIn } from './sign-in-section.tsx'

export type Passkey = SignIn['passkeys'][number]

export function PasskeyItem({ passkey }: { passkey: Passkey }) {
  const t = useTexts()
  const formats = useFormats()
  const { id, name, addedAt, lastUsedAt } = passkey
  const [open, setOpen] = useState<'rename' | 'remove'>()
  const close = () => setOpen(undefined)
  const remove = useCommand({
    run: () => api.delete(removePasskey, '/api/account/passkeys/{passkey}', { params: { passkey: id } }),
    done: () => t('account.passkeys.removed'),
    after: close,
  })
  return (
    <li className="flex items-center gap-3 px-4 py-2 sm:px-6">
      <KeyRound aria-hidden="true" className="size-5 shrink-0 text-faint" />
      <div className="min-w-0 grow">
        <p className="font-medium">
          <Breakable>{name}</Breakable>
        </p>
        <p className="flex flex-wrap gap-x-1.5 text-muted">
          <span>{t('account.passkeys.since', { date: formats.longDate(addedAt) })} ·</span>
          <span>
            {lastUsedAt === null ? t('account.passkeys.unused') : t('account.passkeys.used', { when: formats.relative(lastUsedAt) })}
          </span>
        </p>
      </div>
      <MoreMenu label={t('account.passkeys.actions', { name })}>
        <MenuItem icon={<Pencil aria-hidden="true" />} onSelect={() => setOpen('rename')}>
          {t('account.passkeys.rename')}
        </MenuItem>
        <MenuItem icon={<Trash2 aria-hidden="true" />} danger onSelect={() => setOpen('remove')}>
          {t('common.remove')}
        </MenuItem>
      </MoreMenu>
      {open === 'rename' && <RenamePasskey passkey={passkey} onClose={close} />}
      <ConfirmDialog
        open={open === 'remove'}
        onOpenChange={(next) => next || close()}
        title={t('account.passkeys.remove.question', { name })}
        confirm={t('account.passkeys.remove')}
        busy={remove.isPending}
        onConfirm={() => remove.mutate(undefined)}
      >
        {t('account.passkeys.remove.what')}
      </ConfirmDialog>
    </li>
  )
}
