// What the partner notes of a customer for itself: reference, tags, and a note.
import { type FormEvent, useId, useState } from 'react'
import { noteCustomer, noteMax, tag } from '../../server/customer-notes/contract.ts'
import type { CustomerRow } from '../../server/managed-customers/contract.ts'
import { api } from '../api.ts'
import { problemText } from '../problem.ts'
import { customerParams, ofCustomer, refreshes } from '../requests/customer-dialog.ts'
import { useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { SectionCard } from '../ui/section-card.tsx'
import { Badge } from '../ui/status.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { Textarea } from '../ui/textarea.tsx'
import { useCommand } from '../use-command.ts'
import type { ProfileProps } from './customer-profile.tsx'

export function NotesCard({ organisation, customer }: Pick<ProfileProps, 'organisation' | 'customer'>) {
  const t = useTexts()
  const [open, setOpen] = useState(false)
  const { ownReference, tags, note } = customer
  const isEmpty = ownReference === null && tags.length === 0 && note === null
  return (
    <SectionCard
      title={t('customer-profile.notes.title')}
      description={t('customer-profile.notes.what')}
      actions={
        <Button size="small" onClick={() => setOpen(true)}>
          {t('customer-profile.notes.change')}
        </Button>
      }
    >
      <div className="flex flex-col gap-3">
        {isEmpty && <p className="text-muted">{t('customer-profile.notes.none')}</p>}
        {ownReference && (
          <p className="wrap-anywhere">{t('ui.with_value', { label: t('customer-profile.notes.reference'), value: ownReference })}</p>
        )}
        {tags.length > 0 && (
          <p className="flex flex-wrap gap-1.5">
            {tags.map((one) => (
              <Badge key={one}>{one}</Badge>
            ))}
          </p>
        )}
        {note && <p className="wrap-anywhere whitespace-pre-line">{note}</p>}
      </div>
      {open && <NotesDialog organisation={organisation} customer={customer} onClose={() => setOpen(false)} />}
    </SectionCard>
  )
}

type NotesDialogProps = { organisation: string; customer: CustomerRow; onClose: () => void }

function NotesDialog({ organisation, customer, onClose }: NotesDialogProps) {
  const t = useTexts()
  const id = useId()
  const [reference, refer] = useState(customer.ownReference ?? '')
  const [words, name] = useState(customer.tags.join(', '))
  const [note, write] = useState(customer.note ?? '')
  const mayTag = customer.may.includes('assign') || customer.may.includes('withdraw') || customer.may.includes('end')
  const tags = words
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '')
  const areTags = tags.every((one) => tag.safeParse(one).success)
  const put = (notes: { reference: string | null; note: string | null; tags: readonly string[] }) =>
    api.put(noteCustomer, `${ofCustomer}/notes`, {
      params: customerParams({ organisation, customer }),
      body: { reference: notes.reference, note: notes.note, ...(mayTag ? { tags: [...notes.tags] } : {}) },
    })
  const save = useCommand({
    run: () => put({ reference, note, tags }),
    done: () => t('customer-profile.notes.saved'),
    undo: () => put({ ...customer, reference: customer.ownReference }),
    refreshes: refreshes(organisation),
    problems: 'inline',
    after: onClose,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate(undefined)
  }
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('customer-profile.notes.title')}
      description={t('customer-profile.notes.what')}
      actions={
        <Button type="submit" form={id} kind="primary" busy={save.isPending} disabled={!areTags}>
          {t('customer-profile.notes.save')}
        </Button>
      }
    >
      <form id={id} className="flex flex-col gap-5" onSubmit={submit}>
        <TextInput label={t('customer-profile.notes.reference')} name="reference" maxLength={80} value={reference} onChange={refer} />
        {mayTag && (
          <TextInput
            label={t('customer-profile.notes.tags')}
            hint={t('customer-profile.notes.tags.hint')}
            name="tags"
            value={words}
            onChange={name}
          />
        )}
        <Textarea label={t('customer-profile.notes.note')} name="note" maxLength={noteMax} value={note} onChange={write} />
        {save.error && (
          <p role="alert" className="text-sm text-danger-ink">
            {problemText(t, save.error)}
          </p>
        )}
      </form>
    </Dialog>
  )
}
