// Sets to which addresses a mailbox forwards what it receives.
import { setForwarding } from '../../server/products/mail-contract.ts'
import { api } from '../api.ts'
import { usePlace } from '../place.ts'
import { useTexts } from '../texts.tsx'
import { Banner } from '../ui/banner.tsx'
import { Textarea } from '../ui/textarea.tsx'
import { useCommand } from '../use-command.ts'
import { carriedOver, useDraftOf } from '../use-draft-of.ts'
import { useFault } from './fault.ts'
import { FormDialog } from './form-dialog.tsx'
import { MadeByPartners } from './forwardings-made.tsx'
import type { Mailbox, MailHere } from './mail-page.tsx'

export function ForwardingDialog({ product, mailbox, onClose }: MailHere & { mailbox: Mailbox; onClose: () => void }) {
  const t = useTexts()
  const place = usePlace()
  const { id: item, address, forwardTo: before } = mailbox
  const { draft, change, isChangedByOthers, unsaid } = useDraftOf({ text: before.join('\n') }, before.join('\n'), carriedAddresses)
  const forwardTo = addressesIn(draft)
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
  const { at, whole } = useFault(unsaid(save.error))
  return (
    <FormDialog
      title={t('products.forwarding.title', { address })}
      submit={t(forwardTo.length === 0 ? 'products.forwarding.submit.end' : 'products.forwarding.submit')}
      busy={save.isPending}
      problem={whole}
      isChangedByOthers={isChangedByOthers}
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
        value={draft.text}
        onChange={(text) => change({ text })}
        error={at('forwardTo')}
        spellCheck={false}
        autoCapitalize="none"
      />
      {place.kind === 'own' && <MadeByPartners product={product} mailbox={mailbox} />}
    </FormDialog>
  )
}

type Draft = { readonly text: string }
const addressesIn = ({ text }: Draft) => text.split(/[\s,;]+/).filter((one) => one !== '')
const asFields = (draft: Draft) => Object.fromEntries(addressesIn(draft).map((address) => [address, true] as const))

/** Address by address: one that closes meanwhile is not made anew by sending the list. */
const carriedAddresses = (draft: Draft, before: Draft, now: Draft): Draft => ({
  text: Object.keys(carriedOver(asFields(draft), asFields(before), asFields(now))).join('\n'),
})
