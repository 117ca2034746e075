// The considered end: what would follow is said first, and who confirms proves that it is them.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { z } from 'zod'
import { endPartnership } from '../../server/partners/change-contract.ts'
import { previewEnding } from '../../server/partners/contract.ts'
import { api } from '../api.ts'
import { useFormats } from '../formats.ts'
import { problemText } from '../problem.ts'
import { useWaysIn } from '../products/ways-in.ts'
import { useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { SectionCard } from '../ui/section-card.tsx'
import { SkeletonLines } from '../ui/skeleton.tsx'
import { Textarea } from '../ui/textarea.tsx'
import { useCommand } from '../use-command.ts'
import type { Of } from './partners-data.ts'

const path = '/api/o/{organisation}/partnerships/{partnership}'
type Ending = z.output<typeof previewEnding.answer>

export function EndPartnership({ of, partner }: { of: Of; partner: string }) {
  const t = useTexts()
  const [isOpen, open] = useState(false)
  const [reason, setReason] = useState('')
  const [leaving, choose] = useState<readonly string[]>([])
  const [block, setBlock] = useState(false)
  const preview = useQuery({ ...api.query(previewEnding, `${path}/ending`, { params: of }), staleTime: 0, enabled: isOpen })
  const end = useCommand({
    run: () =>
      api.post(endPartnership, `${path}/end`, { params: of, body: { reason: reason.trim() || null, removeMembers: [...leaving], block } }),
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
        <div className="flex flex-col gap-4 text-ink">
          {preview.isPending && <SkeletonLines label={t('ui.loading')} lines={3} />}
          {preview.isError && <p className="text-danger-ink">{problemText(t, preview.error)}</p>}
          {preview.data && <Consequences ending={preview.data} partner={partner} />}
          {preview.data && preview.data.members.length > 0 && (
            <Invited members={preview.data.members} partner={partner} leaving={leaving} choose={choose} />
          )}
          <Textarea
            label={t('partners.end.reason')}
            optional
            hint={t('partners.end.reason.hint', { partner })}
            value={reason}
            onChange={setReason}
            maxLength={500}
            rows={2}
          />
          <Checkbox
            label={t('partners.end.block', { partner })}
            hint={t('partners.end.block.what', { partner })}
            checked={block}
            onChange={setBlock}
          />
        </div>
      </ConfirmDialog>
    </>
  )
}

function Consequences({ ending, partner }: { ending: Ending; partner: string }) {
  const t = useTexts()
  const formats = useFormats()
  const named = useWaysIn()
  const { rights, people, visitsNow, tokens, waysIn, waysLeft, openProposal, paid } = ending
  const inside = [...new Set(visitsNow.map(({ person }) => person))]
  const said = [
    t('partners.end.rights', { partner, count: rights }),
    t('partners.end.people', { count: people.length }),
    ...(inside.length > 0 ? [t('partners.end.visits', { people: formats.list(inside), count: inside.length })] : []),
    ...(tokens > 0 ? [t('partners.end.tokens', { count: tokens })] : []),
    ...(waysIn.length > 0 ? [t('partners.end.ways_in', { count: waysIn.length, list: named(waysIn) })] : []),
    ...(waysLeft.length > 0 ? [t('partners.end.ways_left', { partner, count: waysLeft.length, list: named(waysLeft) })] : []),
    ...(openProposal ? [t('partners.end.proposal')] : []),
    ...paid.map(({ name, customerPaysFrom }) =>
      t('partners.end.paid', { partner, product: name, date: formats.longDate(customerPaysFrom) }),
    ),
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

type InvitedProps = {
  readonly members: Ending['members']
  readonly partner: string
  readonly leaving: readonly string[]
  readonly choose: (leaving: readonly string[]) => void
}

/** They are people of the customer by now: they stay unless somebody says otherwise. */
function Invited({ members, partner, leaving, choose }: InvitedProps) {
  const t = useTexts()
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 text-sm font-medium text-ink">{t('partners.end.members', { partner })}</legend>
      {members.map(({ id, name }) => (
        <Checkbox
          key={id}
          label={name}
          checked={leaving.includes(id)}
          onChange={(on) => choose(on ? [...leaving, id] : leaving.filter((one) => one !== id))}
        />
      ))}
    </fieldset>
  )
}
