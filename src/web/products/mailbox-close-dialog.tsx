// Closing a mailbox: nobody signs in until a new password is set; its messages stay and arrive.
import { useState } from 'react'
import { closeMailbox } from '../../server/products/mail-contract.ts'
import { api } from '../api.ts'
import { usePlace } from '../place.ts'
import { useTexts } from '../texts.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { useCommand } from '../use-command.ts'
import type { Mailbox } from './mail-page.tsx'

type CloseDialogProps = { product: string; mailbox: Mailbox; open: boolean; onClose: () => void }

export function CloseDialog({ product, mailbox, open, onClose }: CloseDialogProps) {
  const t = useTexts()
  const { address, passwordSetAt } = mailbox
  const [meant, mean] = useState({ open, passwordSetAt })
  // As it was opened: a password that somebody sets meanwhile is not closed unseen.
  if (meant.open !== open) mean({ open, passwordSetAt })
  const close = useCloseMailbox({ product, mailbox: { ...mailbox, passwordSetAt: meant.passwordSetAt } }, onClose)
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={(next) => !next && onClose()}
      title={t('products.mailbox.close.title', { address })}
      confirm={t('products.mailbox.do.close')}
      busy={close.isPending}
      onConfirm={() => close.mutate(undefined)}
    >
      <p>{t('products.mailbox.close.what')}</p>
    </ConfirmDialog>
  )
}

type Closing = { product: string; mailbox: Pick<Mailbox, 'id' | 'address' | 'passwordSetAt'> }

/** Where somebody set another password meanwhile, the page shows whose it is, and closing it is asked for anew. */
export function useCloseMailbox({ product, mailbox: { id: item, address, passwordSetAt } }: Closing, after?: () => void) {
  const t = useTexts()
  const place = usePlace()
  return useCommand({
    run: () =>
      api.delete(closeMailbox, `${place.api}/products/{product}/mailboxes/{item}/password`, {
        params: { product, item },
        query: { setAt: passwordSetAt ?? '' },
      }),
    done: () => t('products.mailbox.closed', { address }),
    refreshes: `${place.api}/products`,
    ...(after && { after, overtaken: after }),
  })
}
