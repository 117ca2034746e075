// Adds a DNS record or changes one: fields and hints by type, faults said beside the field before anything is sent.
import { useState } from 'react'
import { addRecord, changeRecord } from '../../server/products/contract.ts'
import { api } from '../api.ts'
import { usePlace } from '../place.ts'
import { Problem } from '../problem.ts'
import { hasText, type Translate, useTexts } from '../texts.tsx'
import { useCommand } from '../use-command.ts'
import { useDraftOf } from '../use-draft-of.ts'
import type { ZoneHere, ZoneRecord } from './domain-page.tsx'
import { FormDialog } from './form-dialog.tsx'
import { type Draft, draftOf, emptyDraft, faultOfDraft, fieldOf, recordOf } from './record-draft.ts'
import { RecordFields } from './record-fields.tsx'

export function RecordDialog({ zone, product, record, onClose }: ZoneHere & { record?: ZoneRecord; onClose: () => void }) {
  const t = useTexts()
  const place = usePlace()
  const {
    draft,
    change: put,
    isChangedByOthers,
    unsaid,
  } = useDraftOf<Draft>(record ? draftOf(record) : emptyDraft, record?.changedAt ?? null)
  const [checked, setChecked] = useState(false)
  const others = zone.records.filter(({ id }) => id !== record?.id)
  const fault = faultOfDraft(draft, zone.domain, others)
  const save = useCommand({
    run: () => {
      const body = recordOf(draft)
      if (!record) return api.post(addRecord, `${place.api}/products/{product}/records`, { params: { product }, body })
      const params = { product, item: record.id }
      return api.put(changeRecord, `${place.api}/products/{product}/records/{item}`, {
        params,
        body: { ...body, changedAt: record.changedAt },
      })
    },
    done: ({ name, type }) => t(record ? 'products.record.changed' : 'products.record.added', { name: `${name} ${type}` }),
    refreshes: `${place.api}/products`,
    problems: 'inline',
    after: onClose,
  })
  const said = faultShown(t, checked ? fault : null, save.error)
  const submit = () => {
    setChecked(true)
    if (fault === null) save.mutate(undefined)
  }
  const change = (next: Draft) => {
    put(next)
    if (save.isError) save.reset()
  }
  return (
    <FormDialog
      title={t(record ? 'products.record.change.title' : 'products.records.add')}
      submit={t(record ? 'products.record.save' : 'products.records.add')}
      busy={save.isPending}
      problem={said.field ? undefined : unsaid(save.error)}
      isChangedByOthers={isChangedByOthers}
      onSubmit={submit}
      onClose={onClose}
    >
      <RecordFields
        draft={draft}
        domain={zone.domain}
        typeFixed={record !== undefined}
        onChange={change}
        errors={said.field ? { [said.field]: said.text } : {}}
      />
    </FormDialog>
  )
}

function faultShown(t: Translate, ours: string | null, refused: unknown): { readonly field?: string; readonly text?: string } {
  const fault = ours ?? (refused instanceof Problem ? refused.errors[0]?.code : undefined)
  if (!fault || !hasText(`products.record.fault.${fault}`)) return {}
  return { field: fieldOf(fault), text: t(`products.record.fault.${fault}`) }
}
