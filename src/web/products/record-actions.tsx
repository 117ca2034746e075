// What one may do about a DNS record: change it, or remove it, which can be taken back.
import { Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { addRecord, removeRecord } from '../../server/products/contract.ts'
import { api } from '../api.ts'
import { usePlace } from '../place.ts'
import { useTexts } from '../texts.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { MenuItem, MoreMenu } from '../ui/menu.tsx'
import { useCommand } from '../use-command.ts'
import type { ZoneHere, ZoneRecord } from './domain-page.tsx'
import { RecordDialog } from './record-dialog.tsx'

export function RecordActions({ record, ...here }: ZoneHere & { record: ZoneRecord }) {
  const t = useTexts()
  const place = usePlace()
  const { product } = here
  const [open, setOpen] = useState<'change' | 'remove'>()
  const close = () => setOpen(undefined)
  const name = `${record.name} ${record.type}`
  const { id: item, changedAt: _changedAt, ...fields } = record
  const remove = useCommand({
    run: () => api.delete(removeRecord, `${place.api}/products/{product}/records/{item}`, { params: { product, item } }),
    done: () => t('products.record.removed', { name }),
    undo: () => api.post(addRecord, `${place.api}/products/{product}/records`, { params: { product }, body: fields }),
    refreshes: `${place.api}/products`,
    after: close,
  })
  return (
    <>
      <MoreMenu label={t('products.actions_for', { name })}>
        <MenuItem icon={<Pencil aria-hidden="true" />} onSelect={() => setOpen('change')}>
          {t('common.change')}
        </MenuItem>
        <MenuItem icon={<Trash2 aria-hidden="true" />} danger onSelect={() => setOpen('remove')}>
          {t('common.remove')}
        </MenuItem>
      </MoreMenu>
      {open === 'change' && <RecordDialog {...here} record={record} onClose={close} />}
      <ConfirmDialog
        open={open === 'remove'}
        onOpenChange={(next) => !next && close()}
        title={t('products.record.remove.title', { name })}
        confirm={t('products.record.remove')}
        busy={remove.isPending}
        onConfirm={() => remove.mutate(undefined)}
      >
        <p className="font-mono text-xs wrap-anywhere">{record.value}</p>
        <p className="mt-2">{t('products.record.remove.what')}</p>
      </ConfirmDialog>
    </>
  )
}
