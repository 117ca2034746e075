// Creates a mailbox, or changes its settings: name, storage, spam filter, automatic reply.
import { useState } from 'react'
import { quotaMbMax, quotaMbMin, replyTextMax, type SpamFilter, spamFilters } from '../../domain/products/mailbox.ts'
import { changeMailbox, createMailbox } from '../../server/products/mail-contract.ts'
import { api } from '../api.ts'
import { usePlace } from '../place.ts'
import { useTexts } from '../texts.tsx'
import { DateInput } from '../ui/date-input.tsx'
import { Select } from '../ui/select.tsx'
import { Switch } from '../ui/switch.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { Textarea } from '../ui/textarea.tsx'
import { useCommand } from '../use-command.ts'
import { useDraftOf } from '../use-draft-of.ts'
import { AddressField } from './address-field.tsx'
import { useFault } from './fault.ts'
import { FormDialog } from './form-dialog.tsx'
import type { Mailbox, MailHere } from './mail-page.tsx'

const inAWeek = () => new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10)
const today = () => new Date().toISOString().slice(0, 10)

export function MailboxDialog({ mail, product, mailbox, onClose }: MailHere & { mailbox?: Mailbox; onClose: () => void }) {
  const t = useTexts()
  const place = usePlace()
  const [address, setAddress] = useState('')
  const { draft, change, isChangedByOthers, unsaid } = useDraftOf(draftOf(mailbox), mailbox?.changedAt ?? null)
  const { displayName, gigabytes, spamFilter, reply, away } = draft
  const save = useCommand({
    run: () => {
      const quotaMb = Math.round(Number(gigabytes.replace(',', '.')) * 1000)
      const settings = { displayName, quotaMb: Number.isFinite(quotaMb) ? quotaMb : 0, spamFilter, autoReply: away ? reply : null }
      if (!mailbox)
        return api.post(createMailbox, `${place.api}/products/{product}/mailboxes`, { params: { product }, body: { address, ...settings } })
      const params = { product, item: mailbox.id }
      return api.put(changeMailbox, `${place.api}/products/{product}/mailboxes/{item}`, {
        params,
        body: { ...settings, changedAt: mailbox.changedAt },
      })
    },
    done: (saved) => t(mailbox ? 'products.mailbox.changed' : 'products.mailbox.created', { address: saved.address }),
    refreshes: `${place.api}/products`,
    problems: 'inline',
    after: onClose,
  })
  const { at, whole } = useFault(unsaid(save.error))
  return (
    <FormDialog
      title={mailbox ? mailbox.address : t('products.mailboxes.create')}
      submit={t(mailbox ? 'products.mailbox.save' : 'products.mailboxes.create')}
      busy={save.isPending}
      problem={whole}
      isChangedByOthers={isChangedByOthers}
      disabled={!mailbox && address.trim() === ''}
      onSubmit={() => save.mutate(undefined)}
      onClose={onClose}
    >
      {!mailbox && <AddressField domain={mail.domain} value={address} onChange={setAddress} error={at('address')} />}
      <TextInput
        label={t('products.mailbox.display_name')}
        hint={t('products.mailbox.display_name.hint')}
        optional
        value={displayName}
        onChange={(displayName) => change({ displayName })}
        maxLength={80}
        error={at('displayName')}
      />
      <TextInput
        label={t('products.mailbox.storage')}
        hint={t('products.mailbox.storage.hint', { min: quotaMbMin / 1000, max: quotaMbMax / 1000 })}
        inputMode="decimal"
        after="GB"
        value={gigabytes}
        onChange={(gigabytes) => change({ gigabytes })}
        error={at('quotaMb')}
      />
      <Select
        label={t('products.mailbox.spam')}
        options={spamFilters.map((value) => ({ value, label: t(`products.spam.${value}`), hint: t(`products.spam.${value}.hint`) }))}
        value={spamFilter}
        onChange={(spamFilter) => change({ spamFilter })}
      />
      <div className="flex flex-col gap-3">
        <Switch
          label={t('products.mailbox.reply')}
          hint={t('products.mailbox.reply.hint')}
          checked={away}
          onChange={(away) => change({ away })}
        />
        {away && (
          <>
            <DateInput
              label={t('products.mailbox.reply.last_day')}
              min={today()}
              value={reply.until}
              onChange={(until) => change({ reply: { ...reply, until } })}
              error={at('autoReply/until')}
            />
            <Textarea
              label={t('products.mailbox.reply.text')}
              maxLength={replyTextMax}
              rows={4}
              value={reply.text}
              onChange={(text) => change({ reply: { ...reply, text } })}
              error={at('autoReply/text')}
            />
          </>
        )}
      </div>
    </FormDialog>
  )
}

type Draft = {
  readonly displayName: string
  readonly gigabytes: string
  readonly spamFilter: SpamFilter
  readonly reply: { readonly until: string; readonly text: string }
  readonly away: boolean
}

function draftOf(mailbox: Mailbox | undefined): Draft {
  const { displayName = '', quotaMb = 5000, spamFilter = 'standard', autoReply = null } = mailbox ?? {}
  return {
    displayName,
    gigabytes: String(quotaMb / 1000),
    spamFilter,
    reply: autoReply ?? { until: inAWeek(), text: '' },
    away: autoReply !== null,
  }
}
