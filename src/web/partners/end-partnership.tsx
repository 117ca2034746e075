// The considered end: what would follow is said first, and who confirms proves that it is them.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { endPartnership } from '../../server/partners/change-contract.ts'
import { previewEnding } from '../../server/partners/contract.ts'
import { api } from '../api.ts'
import { useFormats } from '../formats.ts'
import { problemText } from '../problem.ts'
import { useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { SectionCard } from '../ui/section-card.tsx'
import { SkeletonLines } from '../ui/skeleton.tsx'
import { Textarea } from '../ui/textarea.tsx'
import { useCommand } from '../use-command.ts'
import type { Of } from './partners-data.ts'

const path = '/api/o/{organisation}/partnerships/{partnership}'

export function EndPartnership({ of, partner }: { of: Of; partner: string }) {
  const t = useTexts()
  const [isOpen, open] = useState(false)
  const [reason, setReason] = useState('')
  const end = useCommand({
    run: () => api.post(endPartnership, `${path}/end`, { params: of, body: { reason: reason.trim() || null } }),
    done: () => t('partners.end.done', { partner }),
    after: () => open(false),
  })
  return (
    <>
      <SectionCard
        title={t('common.end_partnership')}
        description={t('partners.end.what', { partner })}
        actions={<Button onClick={() => open(true)}>{t('partners.end.begin')}</Button>}
      />
      <ConfirmDialog
        open={isOpen}
        onOpenChange={open}
        title={t('partners.end.title', { partner })}
        confirm={t('common.end_partnership')}
        busy={end.isPending}
        onConfirm={() => end.mutate(undefined)}
      >
        <div className="flex flex-col gap-4">
          {isOpen && <Consequences of={of} partner={partner} />}
          <Textarea
            label={t('partners.end.reason')}
            optional
            hint={t('partners.end.reason.hint', { partner })}
            value={reason}
            onChange={setReason}
            maxLength={500}
            rows={2}
          />
        </div>
      </ConfirmDialog>
    </>
  )
}

function Consequences({ of, partner }: { of: Of; partner: string }) {
  const t = useTexts()
  const formats = useFormats()
  const preview = useQuery({ ...api.query(previewEnding, `${path}/ending`, { params: of }), staleTime: 0 })
  if (preview.isPending) return <SkeletonLines label={t('ui.loading')} lines={3} />
  if (preview.isError) return <p className="text-danger-ink">{problemText(t, preview.error)}</p>
  const { rights, people, visitsNow, openProposal, paidByPartner } = preview.data
  const said = [
    t('partners.end.rights', { partner, count: rights }),
    t('partners.end.people', { count: people }),
    ...(visitsNow.length > 0 ? [t('partners.end.visits', { people: formats.list([...new Set(visitsNow)]), count: visitsNow.length })] : []),
    ...(openProposal ? [t('partners.end.proposal')] : []),
    ...(paidByPartner > 0 ? [t('partners.end.paid', { partner, count: paidByPartner })] : []),
    t('partners.end.again'),
  ]
  return (
    <ul className="flex list-disc flex-col gap-1.5 pl-5 text-ink">
      {said.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}
