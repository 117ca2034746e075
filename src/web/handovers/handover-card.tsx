// Handing over to another partner: begun here, shown while it is under way, called off or ended early.
import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { z } from 'zod'
import { standardOverlapDays } from '../../domain/partnership/handover.ts'
import { beginHandover, callOffHandover, endNow, getHandover } from '../../server/handovers/contract.ts'
import { api } from '../api.ts'
import { useFormats } from '../formats.ts'
import { lastMoment } from '../partners/partner-card.tsx'
import { type Of, partnersQuery } from '../partners/partners-data.ts'
import { useTexts } from '../texts.tsx'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { ButtonLink } from '../ui/button-link.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { RadioGroup } from '../ui/radio-group.tsx'
import { SectionCard } from '../ui/section-card.tsx'
import { Select } from '../ui/select.tsx'
import { useCommand } from '../use-command.ts'

const path = '/api/o/{organisation}/partnerships/{partnership}/handover'
type Handover = NonNullable<z.output<typeof getHandover.answer>['handover']>

export function HandoverCard({ of, partner }: { of: Of; partner: string }) {
  const { data } = useQuery(api.query(getHandover, path, { params: of }))
  if (!data) return null
  return data.handover === null ? <Begin of={of} partner={partner} /> : <UnderWay of={of} partner={partner} handover={data.handover} />
}

function UnderWay({ of, partner, handover }: { of: Of; partner: string; handover: Handover }) {
  const t = useTexts()
  const formats = useFormats()
  const callOff = useCommand({
    run: () => api.post(callOffHandover, `${path}/call-off`, { params: of, body: {} }),
    done: () => t('handovers.called_off'),
  })
  const end = useCommand({
    run: () => api.post(endNow, `${path}/end-now`, { params: of, body: {} }),
    done: () => t('partners.end.done', { partner }),
  })
  const { role, other, endsAt } = handover
  const from = role === 'from' ? partner : other.name
  const to = role === 'from' ? other.name : partner
  return (
    <Banner
      title={
        endsAt === null
          ? t('handovers.asked', { from, to })
          : t('handovers.planned', { from, to, date: formats.longDate(lastMoment(endsAt)) })
      }
      actions={
        <>
          {endsAt !== null && (
            <Button size="small" busy={end.isPending} onClick={() => end.mutate(undefined)}>
              {t('handovers.end_now', { partner: from })}
            </Button>
          )}
          <Button size="small" busy={callOff.isPending} onClick={() => callOff.mutate(undefined)}>
            {t('handovers.call_off')}
          </Button>
        </>
      }
    >
      {t(endsAt === null ? 'handovers.asked.what' : 'handovers.planned.what', { from, to })}
    </Banner>
  )
}

function Begin({ of, partner }: { of: Of; partner: string }) {
  const t = useTexts()
  const { handOverTo } = useSearch({ strict: false }) as { handOverTo?: string }
  const [isOpen, open] = useState(handOverTo !== undefined)
  return (
    <SectionCard
      title={t('handovers.title')}
      description={t('handovers.what', { partner })}
      actions={<Button onClick={() => open(true)}>{t('handovers.begin')}</Button>}
    >
      {isOpen && <Choosing of={of} partner={partner} preferred={handOverTo ?? null} onClose={() => open(false)} />}
    </SectionCard>
  )
}

const overlaps = [0, 7, standardOverlapDays, 30, 60, 90]

type ChoosingProps = { of: Of; partner: string /** Chosen where one comes from. */; preferred: string | null; onClose: () => void }

function Choosing({ of, partner, preferred, onClose }: ChoosingProps) {
  const t = useTexts()
  const { data: list } = useQuery(partnersQuery(of.organisation))
  const [wanted, choose] = useState(preferred)
  const [days, setDays] = useState(String(standardOverlapDays))
  const [namesTold, tell] = useState(false)
  const others = (list?.partnerships ?? []).filter(({ id, state }) => id !== of.partnership && (state === 'active' || state === 'proposed'))
  const to = others.find(({ id }) => id === wanted)?.id ?? null
  const begin = useCommand({
    run: () => api.post(beginHandover, path, { params: of, body: { to: to ?? '', overlapDays: Number(days), namesTold } }),
    done: () => t('handovers.begun'),
    after: onClose,
  })
  return (
    <ConfirmDialog
      open
      onOpenChange={(isOpen) => isOpen || onClose()}
      title={t('handovers.begin.title', { partner })}
      confirm={t('handovers.begin')}
      kind="primary"
      busy={begin.isPending}
      disabled={to === null}
      onConfirm={() => begin.mutate(undefined)}
    >
      <div className="flex flex-col gap-5 text-ink">
        {others.length > 0 && (
          <RadioGroup
            label={t('handovers.to')}
            value={to}
            onChange={choose}
            options={others.map(({ id, partner: { name } }) => ({ value: id, label: name }))}
          />
        )}
        <div className="flex flex-col items-start gap-2 text-sm">
          <p>{t(others.length > 0 ? 'handovers.another' : 'handovers.nobody')}</p>
          <ButtonLink
            size="small"
            to="/o/$organisation/partners/new"
            params={{ organisation: of.organisation }}
            search={{ from: of.partnership }}
          >
            {t('handovers.offer')}
          </ButtonLink>
        </div>
        <Select
          label={t('handovers.overlap')}
          hint={t('handovers.overlap.what')}
          value={days}
          onChange={setDays}
          options={overlaps.map((count) => ({ value: String(count), label: t('handovers.days', { count }) }))}
        />
        <Checkbox label={t('handovers.names')} hint={t('handovers.names.what')} checked={namesTold} onChange={tell} />
      </div>
    </ConfirmDialog>
  )
}
