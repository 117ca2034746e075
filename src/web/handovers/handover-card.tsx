// Handing over to another partner: begun here, shown while it is under way, called off or ended early.
import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { z } from 'zod'
import { callOffHandover, endNow, getHandover } from '../../server/handovers/contract.ts'
import { api } from '../api.ts'
import { useFormats } from '../formats.ts'
import { lastMoment } from '../partners/partner-card.tsx'
import type { Of } from '../partners/partners-data.ts'
import { useTexts } from '../texts.tsx'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { SectionCard } from '../ui/section-card.tsx'
import { useCommand } from '../use-command.ts'
import { BeginHandover } from './begin-handover.tsx'

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
      {isOpen && <BeginHandover of={of} partner={partner} preferred={handOverTo ?? null} onClose={() => open(false)} />}
    </SectionCard>
  )
}
