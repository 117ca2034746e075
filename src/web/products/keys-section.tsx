// Whose keys open a server. A key is full control of it, so adding and removing one is a sensitive right.
import { KeyRound, X } from 'lucide-react'
import { useState } from 'react'
import { removeSshKey } from '../../server/products/server-contract.ts'
import { api } from '../api.ts'
import { useFormats } from '../formats.ts'
import { usePlace } from '../place.ts'
import { useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { type Column, Table } from '../ui/table.tsx'
import { useCommand } from '../use-command.ts'
import { KeyDialog } from './key-dialog.tsx'
import { useMaker } from './made-by.ts'
import { Gate, WhyNot } from './may.tsx'
import { PartHeader } from './part-header.tsx'
import type { Server, ServerHere } from './server-page.tsx'

type Key = Server['keys'][number]

export function KeysSection(here: ServerHere) {
  const { server, active } = here
  const t = useTexts()
  const formats = useFormats()
  const maker = useMaker()
  const [adding, setAdding] = useState(false)
  const columns: readonly Column<Key>[] = [
    { id: 'name', header: t('servers.key'), main: true, cell: ({ name }) => <span className="wrap-anywhere">{name}</span> },
    {
      id: 'fingerprint',
      header: t('servers.key.fingerprint'),
      cell: ({ type, fingerprint }) => (
        <span className="font-mono text-xs wrap-anywhere">
          {type} {fingerprint}
        </span>
      ),
    },
    { id: 'added', header: t('servers.key.added_at'), cell: ({ addedAt }) => formats.date(addedAt) },
    {
      id: 'by',
      header: t('servers.key.made_by'),
      cell: ({ madeBy }) => maker(madeBy) ?? <span className="text-muted">{t('products.made_by.nobody')}</span>,
    },
  ]
  const add = (
    <Gate rights={server} right="server.content">
      {(disabled) => (
        <Button icon={<KeyRound aria-hidden="true" />} disabled={disabled || !active} onClick={() => setAdding(true)}>
          {t('servers.key.add')}
        </Button>
      )}
    </Gate>
  )
  return (
    <section aria-labelledby="keys" className="flex flex-col gap-3">
      <PartHeader id="keys" title={t('servers.keys.title')} what={t('servers.keys.what')} action={add} />
      <WhyNot rights={server} wanted={['server.content']} />
      {server.keys.length === 0 ? (
        <p className="text-muted">{t('servers.keys.none')}</p>
      ) : (
        <Table
          density="compact"
          caption={t('servers.keys.title')}
          rows={server.keys}
          columns={columns}
          keyOf={({ id }) => id}
          nameOf={({ name }) => name}
          {...(active && server.may.includes('server.content') && { actions: (one: Key) => <RemoveKey {...here} sshKey={one} /> })}
        />
      )}
      {adding && <KeyDialog {...here} onClose={() => setAdding(false)} />}
    </section>
  )
}

function RemoveKey({ product, sshKey: { id: item, name } }: ServerHere & { sshKey: Key }) {
  const t = useTexts()
  const place = usePlace()
  const [open, setOpen] = useState(false)
  const remove = useCommand({
    run: () => api.delete(removeSshKey, `${place.api}/products/{product}/ssh-keys/{item}`, { params: { product, item } }),
    done: () => t('servers.key.removed', { name }),
    refreshes: `${place.api}/products`,
    after: () => setOpen(false),
  })
  return (
    <>
      <IconButton size="small" label={t('servers.key.remove', { name })} icon={<X aria-hidden="true" />} onClick={() => setOpen(true)} />
      <ConfirmDialog
        open={open}
        onOpenChange={setOpen}
        title={t('servers.key.remove.title', { name })}
        confirm={t('servers.key.remove.confirm')}
        busy={remove.isPending}
        onConfirm={() => remove.mutate(undefined)}
      >
        <p>{t('servers.key.remove.what')}</p>
      </ConfirmDialog>
    </>
  )
}
