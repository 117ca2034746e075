// Partners whose requests do not reach this organisation. Shown once there are any.
import { useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import { blockPartner, listBlockedPartners, unblockPartner } from '../../server/blocked-partners/contract.ts'
import { api } from '../api.ts'
import { useFormats } from '../formats.ts'
import { useTexts } from '../texts.tsx'
import { Avatar } from '../ui/avatar.tsx'
import { Button } from '../ui/button.tsx'
import { SectionCard } from '../ui/section-card.tsx'
import { useCommand } from '../use-command.ts'

type Blocked = z.output<typeof listBlockedPartners.answer>['blocked'][number]
const path = '/api/o/{organisation}/blocked-partners'
const blockedQuery = (organisation: string) => api.query(listBlockedPartners, path, { params: { organisation } })

export function BlockedPartners({ organisation }: { organisation: string }) {
  const t = useTexts()
  const { data } = useQuery(blockedQuery(organisation))
  if (!data || data.blocked.length === 0) return null
  return (
    <SectionCard title={t('partners.blocked')} description={t('partners.blocked.what')} flush>
      <ul className="flex flex-col">
        {data.blocked.map((blocked) => (
          <Row key={blocked.id} organisation={organisation} blocked={blocked} />
        ))}
      </ul>
    </SectionCard>
  )
}

function Row({ organisation, blocked: { id, partner, of, by, at, mayLift } }: { organisation: string; blocked: Blocked }) {
  const t = useTexts()
  const formats = useFormats()
  const date = formats.date(at)
  const lift = useCommand({
    run: () => api.delete(unblockPartner, `${path}/{block}`, { params: { organisation, block: id } }),
    done: () => t('partners.blocked.lifted', { partner: partner.name }),
    refreshes: `/api/o/${organisation}`,
  })
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 border-t border-line px-4 py-3 first:border-t-0 sm:px-6">
      <Avatar name={partner.name} shape="square" size="small" />
      <span className="min-w-0 grow basis-40">
        <span className="block wrap-anywhere">{partner.name}</span>
        <span className="block text-sm text-muted">
          {of === 'address' ? t('partners.blocked.by_you', { date }) : t('partners.blocked.by', { person: by, date })}
        </span>
      </span>
      {mayLift && (
        <Button size="small" busy={lift.isPending} onClick={() => lift.mutate(undefined)}>
          {t('partners.blocked.lift')}
        </Button>
      )}
    </li>
  )
}

/** Beside an earlier partner: no more of it. Nothing where it is blocked already. */
export function BlockButton({
  organisation,
  partnership,
  partner,
}: {
  organisation: string
  partnership: string
  partner: Blocked['partner']
}) {
  const t = useTexts()
  const { data } = useQuery(blockedQuery(organisation))
  const block = useCommand({
    run: () => api.post(blockPartner, path, { params: { organisation }, body: { partnershipId: partnership } }),
    done: () => t('partners.blocked.added', { partner: partner.name }),
    refreshes: `/api/o/${organisation}`,
  })
  if (!data || data.blocked.some((one) => one.of === 'organisation' && one.partner.id === partner.id)) return null
  return (
    <Button size="small" kind="quiet" busy={block.isPending} onClick={() => block.mutate(undefined)}>
      {t('partners.blocked.add')}
    </Button>
  )
}
