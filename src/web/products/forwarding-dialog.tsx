// Sets to which addresses a mailbox forwards what it receives.
import { useState } from 'react'
import { setForwarding } from '../../server/products/mail-contract.ts'
import { api } from '../api.ts'
import { usePlace } from '../place.ts'
import { useTexts } from '../texts.tsx'
import { Banner } from '../ui/banner.tsx'
import { Textarea } from '../ui/textarea.tsx'
import { useCommand } from '../use-command.ts'
import { useFault } from './fault.ts'
import { FormDialog } from './form-dialog.tsx'
import { MadeByPartners } from './forwardings-made.tsx'
import type { Mailbox, MailHere } from './mail-page.tsx'

export function ForwardingDialog({ product, mailbox, onClose }: MailHere & { mailbox: Mailbox; onClose: () => void }) {
  const t = useTexts()
  const place = usePlace()
  // As it was opened: an address that closes meanwhile is not made anew by sending the list.
  const [before] = useState(mailbox.forwardTo)
  const [text, setText] = useState(before.join('\n'))
  const { id: item, address } = mailbox
  const forwardTo = text.split(/[\s,;]+/).filter((one) => one !== '')
  const save = useCommand({
    run: () =>
      api.put(setForwarding, `${place.api}/products/{product}/mailboxes/{item}/forwarding`, {
        params: { product, item },
        body: { forwardTo, before },
      }),
    done: (saved) => t(saved.forwardTo.length === 0 ? 'products.forwarding.ended' : 'products.forwarding.set', { address }),
    refreshes: `${place.api}/products`,
    problems: 'inline',
    after: onClose,
  })
  const { at, whole } = useFault(save.error)
  return (
    <FormDialog
      title={t('products.forwarding.title', { address })}
      submit={t(forwardTo.length === 0 ? 'products.forwarding.submit.end' : 'products.forwarding.submit')}
      busy={save.isPending}
      problem={whole}
      disabled={forwardTo.length === 0 && mailbox.forwardTo.length === 0}
      onSubmit={() => save.mutate(undefined)}
      onClose={onClose}
    >
      <Banner tone="warning">
        {t(place.kind === 'acting' ? 'products.forwarding.warning.acting' : 'products.forwarding.warning')}
        {place.kind === 'acting' && ` ${t('products.forwarding.closes.acting')}`}
      </Banner>
      <Textarea
        label={t('products.forwarding.to')}
        hint={t('products.forwarding.hint')}
        rows={3}
        value={text}
        onChange={setText}
        error={at('forwardTo')}
        spellCheck={false}
        autoCapitalize="none"
      />
      {place.kind === 'own' && <MadeByPartners product={product} mailbox={mailbox} />}
    </FormDialog>
  )
}
