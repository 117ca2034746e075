// The mailboxes of a domain: how full they are, how they are looked after, and what may be done about them.
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useFormats } from '../formats.ts'
import { usePlace } from '../place.ts'
import { useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Badge } from '../ui/status.tsx'
import { type Column, Table } from '../ui/table.tsx'
import { DomainText } from './domain-text.tsx'
import { KnownPasswords } from './known-passwords.tsx'
import { useMaker } from './made-by.ts'
import type { Mailbox, MailHere } from './mail-page.tsx'
import { MailboxActions } from './mailbox-actions.tsx'
import { MailboxDialog } from './mailbox-dialog.tsx'
import { Gate, WhyNot } from './may.tsx'
import { StorageUse } from './storage-use.tsx'

export function MailboxesSection(here: MailHere) {
  const { mail, active } = here
  const t = useTexts()
  const acting = usePlace().kind === 'acting'
  const [adding, setAdding] = useState(false)
  const columns = useColumns()
  const create = (kind: 'primary' | 'secondary') => (
    <Gate rights={mail} right="mail.manage">
      {(disabled) => (
        <Button kind={kind} icon={<Plus aria-hidden="true" />} disabled={disabled || !active} onClick={() => setAdding(true)}>
          {t('products.mailboxes.create')}
        </Button>
      )}
    </Gate>
  )
  return (
    <section aria-labelledby="mailboxes" className="flex flex-col gap-3">
      <header className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h2 id="mailboxes" className="text-base font-semibold">
          {t('products.mailboxes.title')}
        </h2>
        {mail.mailboxes.length > 0 && create('primary')}
      </header>
      <WhyNot rights={mail} wanted={['mail.manage']} />
      {!acting && <KnownPasswords {...here} />}
      {mail.mailboxes.length === 0 ? (
        <EmptyState title={t('products.mailboxes.none')} level={3} action={create('primary')}>
          {t('products.mailboxes.none.hint')}
        </EmptyState>
      ) : (
        <Table
          caption={t('products.mailboxes.title')}
          rows={mail.mailboxes}
          columns={columns}
          keyOf={({ id }) => id}
          nameOf={({ address }) => address}
          {...(active &&
            (acting || mail.may.length > 1) && { actions: (mailbox: Mailbox) => <MailboxActions {...here} mailbox={mailbox} /> })}
        />
      )}
      {adding && <MailboxDialog {...here} onClose={() => setAdding(false)} />}
    </section>
  )
}

function useColumns(): readonly Column<Mailbox>[] {
  const t = useTexts()
  const formats = useFormats()
  return [
    {
      id: 'address',
      header: t('products.mailbox.address'),
      main: true,
      cell: ({ address, displayName }) => (
        <span className="min-w-0 @4xl/wide-table:whitespace-nowrap @4xl/wide-table:[&_wbr]:hidden">
          <DomainText>{address}</DomainText>
          {displayName && <span className="block font-normal text-muted">{displayName}</span>}
        </span>
      ),
    },
    {
      id: 'storage',
      header: t('products.mailbox.storage'),
      cell: ({ usedMb, quotaMb }) => <StorageUse usedMb={usedMb} quotaMb={quotaMb} />,
    },
    { id: 'spam', header: t('products.mailbox.spam'), wideOnly: true, cell: ({ spamFilter }) => t(`products.spam.${spamFilter}`) },
    {
      id: 'forwarding',
      header: t('products.mailbox.forwarding'),
      cell: ({ forwardings }) => (forwardings.length === 0 ? <Nothing /> : <ForwardedTo forwardings={forwardings} />),
    },
    {
      id: 'reply',
      header: t('products.mailbox.reply'),
      cell: ({ autoReply }) =>
        autoReply ? <Badge tone="info">{t('products.mailbox.reply.until', { date: formats.date(autoReply.until) })}</Badge> : <Nothing />,
    },
    {
      id: 'password',
      header: t('products.mailbox.password'),
      wideOnly: true,
      cell: ({ passwordSetAt, passwordClosedAt }) =>
        passwordSetAt ? (
          t('products.mailbox.password.since', { date: formats.date(passwordSetAt) })
        ) : passwordClosedAt ? (
          <Badge tone="warning">{t('products.mailbox.password.closed', { date: formats.date(passwordClosedAt) })}</Badge>
        ) : (
          <span className="text-muted">{t('products.mailbox.password.none')}</span>
        ),
    },
  ]
}

/** Whose forwarding it is stands beside it where a partner's people made it. */
function ForwardedTo({ forwardings }: Pick<Mailbox, 'forwardings'>) {
  const t = useTexts()
  const maker = useMaker()
  return (
    <ul className="flex flex-col gap-1.5 @4xl/wide-table:min-w-48">
      {forwardings.map(({ id, address, madeBy }) => (
        <li key={id}>
          <DomainText>{address}</DomainText>
          {madeBy?.side === 'partner' && (
            <span className="block text-muted">{t('products.made_by.line', { who: maker(madeBy) ?? '' })}</span>
          )}
        </li>
      ))}
    </ul>
  )
}

const Nothing = () => <span className="text-faint">–</span>
