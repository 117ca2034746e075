// Aliases: further addresses that lead to a mailbox.
import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import { createAlias, deleteAlias } from '../../server/products/mail-contract.ts'
import { api } from '../api.ts'
import { usePlace } from '../place.ts'
import { useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { Select } from '../ui/select.tsx'
import { type Column, Table } from '../ui/table.tsx'
import { useCommand } from '../use-command.ts'
import { AddressField } from './address-field.tsx'
import { DomainText } from './domain-text.tsx'
import { useFault } from './fault.ts'
import { FormDialog } from './form-dialog.tsx'
import type { Mail, MailHere } from './mail-page.tsx'
import { Gate } from './may.tsx'

type Alias = Mail['aliases'][number]

export function AliasesSection(here: MailHere) {
  const { mail, active } = here
  const t = useTexts()
  const [adding, setAdding] = useState(false)
  const leadsTo = ({ mailboxId }: Alias) => mail.mailboxes.find(({ id }) => id === mailboxId)?.address ?? ''
  const columns: readonly Column<Alias>[] = [
    {
      id: 'address',
      header: t('products.alias'),
      main: true,
      cell: ({ address }) => (
        <span className="@4xl/wide-table:whitespace-nowrap @4xl/wide-table:[&_wbr]:hidden">
          <DomainText>{address}</DomainText>
        </span>
      ),
    },
    { id: 'mailbox', header: t('products.alias.leads_to'), cell: (alias) => <DomainText>{leadsTo(alias)}</DomainText> },
  ]
  return (
    <section aria-labelledby="aliases" className="flex flex-col gap-3">
      <header className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <div className="min-w-0">
          <h2 id="aliases" className="text-base font-semibold">
            {t('products.aliases.title')}
          </h2>
          <p className="text-muted">{t('products.aliases.what')}</p>
        </div>
        <Gate rights={mail} right="mail.manage">
          {(disabled) => (
            <Button
              icon={<Plus aria-hidden="true" />}
              disabled={disabled || !active || mail.mailboxes.length === 0}
              onClick={() => setAdding(true)}
            >
              {t('products.alias.add')}
            </Button>
          )}
        </Gate>
      </header>
      {mail.aliases.length > 0 ? (
        <Table
          density="compact"
          caption={t('products.aliases.title')}
          rows={mail.aliases}
          columns={columns}
          keyOf={({ id }) => id}
          nameOf={({ address }) => address}
          {...(active && mail.may.includes('mail.manage') && { actions: (alias: Alias) => <RemoveAlias {...here} alias={alias} /> })}
        />
      ) : (
        <p className="text-muted">{t('products.aliases.none')}</p>
      )}
      {adding && <AliasDialog {...here} onClose={() => setAdding(false)} />}
    </section>
  )
}

function RemoveAlias({ product, alias }: MailHere & { alias: Alias }) {
  const t = useTexts()
  const place = usePlace()
  const { id: item, address, mailboxId } = alias
  const remove = useCommand({
    run: () => api.delete(deleteAlias, `${place.api}/products/{product}/aliases/{item}`, { params: { product, item } }),
    done: () => t('products.alias.removed', { address }),
    undo: () => api.post(createAlias, `${place.api}/products/{product}/aliases`, { params: { product }, body: { address, mailboxId } }),
    refreshes: `${place.api}/products`,
  })
  return (
    <IconButton
      size="small"
      label={t('products.alias.remove', { address })}
      icon={<X aria-hidden="true" />}
      disabled={remove.isPending}
      onClick={() => remove.mutate(undefined)}
    />
  )
}

function AliasDialog({ mail, product, onClose }: MailHere & { onClose: () => void }) {
  const t = useTexts()
  const place = usePlace()
  const [address, setAddress] = useState('')
  const [mailboxId, setMailboxId] = useState(mail.mailboxes[0]?.id ?? '')
  const save = useCommand({
    run: () => api.post(createAlias, `${place.api}/products/{product}/aliases`, { params: { product }, body: { address, mailboxId } }),
    done: (saved) => t('products.alias.added', { address: saved.address }),
    refreshes: `${place.api}/products`,
    problems: 'inline',
    after: onClose,
  })
  const { at, whole } = useFault(save.error)
  return (
    <FormDialog
      title={t('products.alias.add')}
      submit={t('products.alias.add')}
      busy={save.isPending}
      problem={whole}
      disabled={address.trim() === ''}
      onSubmit={() => save.mutate(undefined)}
      onClose={onClose}
    >
      <AddressField domain={mail.domain} value={address} onChange={setAddress} error={at('address')} />
      <Select
        label={t('products.alias.leads_to')}
        options={mail.mailboxes.map((mailbox) => ({ value: mailbox.id, label: mailbox.address }))}
        value={mailboxId}
        onChange={setMailboxId}
      />
    </FormDialog>
  )
}
