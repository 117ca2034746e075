// The snapshots of a server: taken by whoever looks after it, restored by whoever has full control, deleted by whoever may delete.
import { Camera, History, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { deleteSnapshot, restoreSnapshot } from '../../server/products/server-contract.ts'
import { api } from '../api.ts'
import { useFormats } from '../formats.ts'
import { usePlace } from '../place.ts'
import { useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { MenuItem, MoreMenu } from '../ui/menu.tsx'
import { type Column, Table } from '../ui/table.tsx'
import { useCommand } from '../use-command.ts'
import { Gate, useMay } from './may.tsx'
import { Megabytes } from './megabytes.tsx'
import { PartHeader } from './part-header.tsx'
import type { Server, ServerHere } from './server-page.tsx'
import { SnapshotDialog } from './snapshot-dialog.tsx'

type Snapshot = Server['snapshots'][number]

export function SnapshotsSection(here: ServerHere) {
  const { server, active } = here
  const t = useTexts()
  const acting = usePlace().kind === 'acting'
  const [taking, setTaking] = useState(false)
  const columns = useColumns()
  const mayAct = acting || server.may.includes('server.content') || server.may.includes('product.delete')
  const take = (
    <Gate rights={server} right="server.manage">
      {(disabled) => (
        <Button icon={<Camera aria-hidden="true" />} disabled={disabled || !active} onClick={() => setTaking(true)}>
          {t('servers.snapshot.take')}
        </Button>
      )}
    </Gate>
  )
  return (
    <section aria-labelledby="snapshots" className="flex flex-col gap-3">
      <PartHeader id="snapshots" title={t('servers.snapshots.title')} what={t('servers.snapshots.what')} action={take} />
      {server.snapshots.length === 0 ? (
        <p className="text-muted">{t('servers.snapshots.none')}</p>
      ) : (
        <Table
          density="compact"
          caption={t('servers.snapshots.title')}
          rows={server.snapshots}
          columns={columns}
          keyOf={({ id }) => id}
          nameOf={({ name }) => name}
          {...(active && mayAct && { actions: (snapshot: Snapshot) => <SnapshotActions {...here} snapshot={snapshot} /> })}
        />
      )}
      {taking && <SnapshotDialog {...here} onClose={() => setTaking(false)} />}
    </section>
  )
}

function useColumns(): readonly Column<Snapshot>[] {
  const t = useTexts()
  const formats = useFormats()
  const unknown = <span className="text-muted">{t('servers.snapshot.size.unknown')}</span>
  return [
    { id: 'name', header: t('servers.snapshot'), main: true, cell: ({ name }) => <span className="wrap-anywhere">{name}</span> },
    { id: 'taken', header: t('servers.snapshot.taken_at'), cell: ({ takenAt }) => formats.dateTime(takenAt) },
    {
      id: 'size',
      header: t('servers.snapshot.size'),
      align: 'end',
      cell: ({ sizeGb }) => (sizeGb === null ? unknown : <Megabytes value={sizeGb * 1000} />),
    },
  ]
}

const acts = [
  { act: 'restore', right: 'server.content', icon: <History aria-hidden="true" /> },
  { act: 'delete', right: 'product.delete', icon: <Trash2 aria-hidden="true" /> },
] as const

function SnapshotActions({ server, product, snapshot }: ServerHere & { snapshot: Snapshot }) {
  const t = useTexts()
  const formats = useFormats()
  const place = usePlace()
  const may = useMay(server)
  const [act, setAct] = useState<'restore' | 'delete'>('restore')
  const [open, setOpen] = useState(false)
  const { id: item, name, takenAt } = snapshot
  const params = { product, item }
  const carryOut = useCommand({
    run: () =>
      act === 'restore'
        ? api.post(restoreSnapshot, `${place.api}/products/{product}/snapshots/{item}/restore`, { params })
        : api.delete(deleteSnapshot, `${place.api}/products/{product}/snapshots/{item}`, { params }),
    done: () => t(act === 'restore' ? 'servers.snapshot.restored' : 'servers.snapshot.deleted', { name }),
    refreshes: `${place.api}/products`,
    after: () => setOpen(false),
  })
  return (
    <>
      <MoreMenu label={t('products.actions_for', { name })}>
        {acts
          .filter(({ right }) => may.shows(right))
          .map(({ act: one, right, icon }) => (
            <MenuItem
              key={one}
              icon={icon}
              danger
              disabled={!may.allows(right)}
              hint={may.whyInShort(right)}
              onSelect={() => {
                setAct(one)
                setOpen(true)
              }}
            >
              {t(`servers.snapshot.do.${one}`)}
            </MenuItem>
          ))}
      </MoreMenu>
      <ConfirmDialog
        open={open}
        onOpenChange={setOpen}
        title={t(`servers.snapshot.${act}.title`, { name })}
        confirm={t(`servers.snapshot.do.${act}`)}
        busy={carryOut.isPending}
        onConfirm={() => carryOut.mutate(undefined)}
      >
        <p>{t(`servers.snapshot.${act}.what`, { when: formats.dateTime(takenAt) })}</p>
        {place.kind === 'acting' && <p className="mt-2">{t('products.told_at_once')}</p>}
      </ConfirmDialog>
    </>
  )
}
