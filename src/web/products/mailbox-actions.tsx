// What one may do about a mailbox. Each thing asks for its own right; what is missing says so where a partner might expect it.
import { Forward, KeyRound, Lock, Settings2, Trash2 } from 'lucide-react'
import { type ReactElement, useState } from 'react'
import type { RightId } from '../../domain/rights/catalogue.ts'
import { deleteMailbox } from '../../server/products/mail-contract.ts'
import { api } from '../api.ts'
import { useFormats } from '../formats.ts'
import { usePlace } from '../place.ts'
import { useTexts } from '../texts.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { MenuItem, MoreMenu } from '../ui/menu.tsx'
import { useCommand } from '../use-command.ts'
import { ForwardingDialog } from './forwarding-dialog.tsx'
import type { Mailbox, MailHere } from './mail-page.tsx'
import { CloseDialog } from './mailbox-close-dialog.tsx'
import { MailboxDialog } from './mailbox-dialog.tsx'
import { useMay } from './may.tsx'
import { PasswordDialog } from './password-dialog.tsx'

type Act = 'settings' | 'password' | 'close' | 'forwarding' | 'delete'
const acts: readonly { readonly act: Act; readonly right: RightId; readonly icon: ReactElement }[] = [
  { act: 'settings', right: 'mail.manage', icon: <Settings2 aria-hidden="true" /> },
  { act: 'password', right: 'mail.content', icon: <KeyRound aria-hidden="true" /> },
  { act: 'close', right: 'mail.content', icon: <Lock aria-hidden="true" /> },
  { act: 'forwarding', right: 'mail.content', icon: <Forward aria-hidden="true" /> },
  { act: 'delete', right: 'product.delete', icon: <Trash2 aria-hidden="true" /> },
]

export function MailboxActions({ mailbox, ...here }: MailHere & { mailbox: Mailbox }) {
  const t = useTexts()
  const may = useMay(here.mail)
  const [open, setOpen] = useState<Act>()
  const close = () => setOpen(undefined)
  const shown = acts.filter(({ act, right }) => may.shows(right) && (act !== 'close' || mailbox.passwordSetAt !== null))
  if (shown.length === 0) return null
  return (
    <>
      <MoreMenu label={t('products.actions_for', { name: mailbox.address })}>
        {shown.map(({ act, right, icon }) => (
          <MenuItem
            key={act}
            icon={icon}
            danger={act === 'delete'}
            disabled={!may.allows(right)}
            hint={may.whyInShort(right)}
            onSelect={() => setOpen(act)}
          >
            {t(`products.mailbox.do.${act}`)}
          </MenuItem>
        ))}
      </MoreMenu>
      {open === 'settings' && <MailboxDialog {...here} mailbox={mailbox} onClose={close} />}
      {open === 'password' && <PasswordDialog {...here} mailbox={mailbox} onClose={close} />}
      {open === 'forwarding' && <ForwardingDialog {...here} mailbox={mailbox} onClose={close} />}
      <CloseDialog product={here.product} mailbox={mailbox} open={open === 'close'} onClose={close} />
      <DeleteDialog {...here} mailbox={mailbox} open={open === 'delete'} onClose={close} />
    </>
  )
}

function DeleteDialog({ mail, product, mailbox, open, onClose }: MailHere & { mailbox: Mailbox; open: boolean; onClose: () => void }) {
  const t = useTexts()
  const formats = useFormats()
  const place = usePlace()
  const { address, id: item } = mailbox
  const aliases = mail.aliases.filter(({ mailboxId }) => mailboxId === item).map((alias) => alias.address)
  const remove = useCommand({
    run: () => api.delete(deleteMailbox, `${place.api}/products/{product}/mailboxes/{item}`, { params: { product, item } }),
    done: () => t('products.mailbox.deleted', { address }),
    refreshes: `${place.api}/products`,
    after: onClose,
  })
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={(next) => !next && onClose()}
      title={t('products.mailbox.delete.title', { address })}
      confirm={t('products.mailbox.do.delete')}
      busy={remove.isPending}
      onConfirm={() => remove.mutate(undefined)}
    >
      <p>{t('products.mailbox.delete.what')}</p>
      {aliases.length > 0 && <p className="mt-2">{t('products.mailbox.delete.aliases', { aliases: formats.list(aliases) })}</p>}
      {place.kind === 'acting' && <p className="mt-2">{t('products.told_at_once')}</p>}
    </ConfirmDialog>
  )
}
