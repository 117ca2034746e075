// Passwords that somebody of a partner set whose access has ended: they still work, until a new one is set or the mailbox is closed.
import { KeyRound, Lock } from 'lucide-react'
import { useState } from 'react'
import { useTexts } from '../texts.tsx'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { useMaker } from './made-by.ts'
import type { Mailbox, MailHere } from './mail-page.tsx'
import { useCloseMailbox } from './mailbox-close-dialog.tsx'
import { useMay } from './may.tsx'
import { PasswordDialog } from './password-dialog.tsx'

export function KnownPasswords(here: MailHere) {
  const t = useTexts()
  const known = here.mail.mailboxes.filter(({ passwordKnown }) => passwordKnown?.isRightOver)
  // What is locked works for nobody until it is in use again.
  if (known.length === 0 || !here.active) return null
  return (
    <Banner tone="warning" title={t('products.mailbox.known.title', { count: known.length })}>
      <ul className="mt-1 flex flex-col gap-2">
        {known.map((mailbox) => (
          <Known key={mailbox.id} {...here} mailbox={mailbox} />
        ))}
      </ul>
    </Banner>
  )
}

function Known({ mailbox, ...here }: MailHere & { mailbox: Mailbox }) {
  const t = useTexts()
  const may = useMay(here.mail)
  const maker = useMaker()
  const [setting, set] = useState(false)
  const close = useCloseMailbox({ product: here.product, mailbox })
  const { address, passwordKnown } = mailbox
  return (
    <li className="flex flex-col items-start gap-1.5">
      <p className="wrap-anywhere">{t('products.mailbox.known.line', { address, who: maker(passwordKnown?.by ?? null) ?? '' })}</p>
      {may.allows('mail.content') && (
        <p className="flex flex-wrap gap-2">
          <Button
            size="small"
            icon={<KeyRound aria-hidden="true" />}
            aria-label={`${t('products.mailbox.do.password')}: ${address}`}
            onClick={() => set(true)}
          >
            {t('products.mailbox.do.password')}
          </Button>
          <Button
            size="small"
            icon={<Lock aria-hidden="true" />}
            busy={close.isPending}
            aria-label={`${t('products.mailbox.do.close')}: ${address}`}
            onClick={() => close.mutate(undefined)}
          >
            {t('products.mailbox.do.close')}
          </Button>
        </p>
      )}
      {setting && <PasswordDialog {...here} mailbox={mailbox} onClose={() => set(false)} />}
    </li>
  )
}
