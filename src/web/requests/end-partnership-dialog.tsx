// Ending a partnership: what follows is said first, then it happens at once. The server asks for a fresh authentication.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { z } from 'zod'
import { endPartnership, previewEnding } from '../../server/requests/contract.ts'
import { api } from '../api.ts'
import { useFormats } from '../formats.ts'
import { problemText } from '../problem.ts'
import { useWaysIn } from '../products/ways-in.ts'
import { useTexts } from '../texts.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { SkeletonLines } from '../ui/skeleton.tsx'
import { useCommand } from '../use-command.ts'
import { type CustomerDialogProps, customerParams, ofCustomer, refreshes } from './customer-dialog.ts'
import { ReasonField } from './reason-field.tsx'

export function EndPartnershipDialog({ organisation, customer, onClose }: CustomerDialogProps) {
  const t = useTexts()
  const [reason, setReason] = useState('')
  const params = customerParams({ organisation, customer })
  const ending = useQuery({ ...api.query(previewEnding, `${ofCustomer}/ending`, { params }), staleTime: 0 })
  const end = useCommand({
    run: () => api.post(endPartnership, `${ofCustomer}/end`, { params, body: reason.trim() === '' ? {} : { reason: reason.trim() } }),
    done: () => t('requests.end.done', { customer: customer.name }),
    refreshes: refreshes(organisation),
    after: onClose,
  })
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={t('requests.end.title', { customer: customer.name })}
      confirm={t('common.end_partnership')}
      onConfirm={() => end.mutate()}
      busy={end.isPending}
      disabled={!ending.data}
    >
      <div className="flex flex-col gap-4">
        <p>{t('requests.end.what')}</p>
        {ending.isPending && <SkeletonLines label={t('requests.end.follows')} lines={3} />}
        {ending.isError && <p className="text-danger-ink">{problemText(t, ending.error)}</p>}
        {ending.data && <Consequences ending={ending.data} />}
        <ReasonField value={reason} onChange={setReason} />
      </div>
    </ConfirmDialog>
  )
}

function Consequences({ ending }: { ending: z.output<typeof previewEnding.answer> }) {
  const t = useTexts()
  const formats = useFormats()
  const named = useWaysIn()
  const { waysIn, waysLeft } = ending
  const inside = ending.visitsNow.map(({ person }) => person)
  const firstDay = ending.paid.map((product) => product.customerPaysFrom).toSorted()[0]
  return (
    <section className="rounded-md border border-line px-4 py-3">
      <h3 className="font-medium text-ink">{t('requests.end.follows')}</h3>
      <ul className="mt-1.5 flex list-disc flex-col gap-1 pl-4">
        <li>{t('requests.end.rights', { count: ending.rights })}</li>
        {inside.length > 0 && <li>{t('requests.end.visits', { people: formats.list(inside), count: inside.length })}</li>}
        {ending.people.length > 0 && (
          <li>{t('requests.end.people', { people: formats.list(ending.people), count: ending.people.length })}</li>
        )}
        {waysIn.length > 0 && <li>{t('requests.end.ways_in', { count: waysIn.length, list: named(waysIn) })}</li>}
        {waysLeft.length > 0 && <li>{t('requests.end.ways_left', { count: waysLeft.length, list: named(waysLeft) })}</li>}
        {ending.openProposal && <li>{t('requests.end.proposal')}</li>}
        {firstDay !== undefined && <li>{t('requests.end.paid', { count: ending.paid.length, date: formats.longDate(firstDay) })}</li>}
      </ul>
    </section>
  )
}
