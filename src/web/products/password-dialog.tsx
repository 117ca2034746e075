// Hands a new password of a mailbox to the mail system. It is shown once, to whoever made it, and kept nowhere here.
import { RefreshCw } from 'lucide-react'
import { useState } from 'react'
import { passwordAloneMin } from '../../domain/password/password.ts'
import { setMailboxPassword } from '../../server/products/mail-contract.ts'
import { api } from '../api.ts'
import { usePlace } from '../place.ts'
import { useTexts } from '../texts.tsx'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { CopyButton } from '../ui/copy-button.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { useCommand } from '../use-command.ts'
import { FormDialog } from './form-dialog.tsx'
import type { Mailbox, MailHere } from './mail-page.tsx'

export function PasswordDialog({ product, mailbox, onClose }: MailHere & { mailbox: Mailbox; onClose: () => void }) {
  const t = useTexts()
  const place = usePlace()
  const [password, setPassword] = useState('')
  const [suggested, setSuggested] = useState('')
  const { id: item, address } = mailbox
  const save = useCommand({
    run: () =>
      api.put(setMailboxPassword, `${place.api}/products/{product}/mailboxes/{item}/password`, {
        params: { product, item },
        body: { password },
      }),
    done: () => t('products.password.set', { address }),
    refreshes: `${place.api}/products`,
    problems: 'inline',
    after: onClose,
  })
  const suggest = () => {
    const made = suggestion()
    setSuggested(made)
    setPassword(made)
  }
  return (
    <FormDialog
      title={t('products.password.title', { address })}
      submit={t('products.password.submit')}
      busy={save.isPending}
      problem={save.error}
      disabled={password === ''}
      onSubmit={() => save.mutate(undefined)}
      onClose={onClose}
    >
      <Banner tone="warning">{t(place.kind === 'acting' ? 'products.password.warning.acting' : 'products.password.warning')}</Banner>
      <TextInput
        label={t('products.password.new')}
        hint={t('products.password.hint', { count: passwordAloneMin })}
        type="password"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        value={password}
        onChange={setPassword}
      />
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <Button size="small" icon={<RefreshCw aria-hidden="true" />} onClick={suggest}>
          {t('products.password.suggest')}
        </Button>
        {suggested !== '' && suggested === password && (
          <>
            <code className="font-mono text-sm select-all">{suggested}</code>
            <CopyButton text={suggested} label={t('products.password.copy')} />
          </>
        )}
      </div>
    </FormDialog>
  )
}

const letters = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Five groups of four that are easy to type: 99 bits. */
function suggestion(): string {
  const drawn = [...crypto.getRandomValues(new Uint32Array(20))].map((number) => letters[number % letters.length] ?? 'a')
  return [0, 4, 8, 12, 16].map((at) => drawn.slice(at, at + 4).join('')).join('-')
}
