// To which partner, with how long an overlap: what a hand-over begins with.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { standardOverlapDays } from '../../domain/partnership/handover.ts'
import { beginHandover } from '../../server/handovers/contract.ts'
import { api } from '../api.ts'
import { type Of, partnersQuery } from '../partners/partners-data.ts'
import { useTexts } from '../texts.tsx'
import { ButtonLink } from '../ui/button-link.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { RadioGroup } from '../ui/radio-group.tsx'
import { Select } from '../ui/select.tsx'
import { useCommand } from '../use-command.ts'

const path = '/api/o/{organisation}/partnerships/{partnership}/handover'
const overlaps = [0, 7, standardOverlapDays, 30, 60, 90]

export type BeginHandoverProps = {
  of: Of
  partner: string /** Chosen where one comes from. */
  preferred: string | null
  onClose: () => void
}

export function BeginHandover({ of, partner, preferred, onClose }: BeginHandoverProps) {
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
        {list && (
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
        )}
        {others.length > 0 && <Overlap days={days} onDays={setDays} namesTold={namesTold} onNames={tell} />}
      </div>
    </ConfirmDialog>
  )
}

type OverlapProps = { days: string; onDays: (days: string) => void; namesTold: boolean; onNames: (told: boolean) => void }

function Overlap({ days, onDays, namesTold, onNames }: OverlapProps) {
  const t = useTexts()
  return (
    <>
      <Select
        label={t('handovers.overlap')}
        hint={t('handovers.overlap.what')}
        value={days}
        onChange={onDays}
        options={overlaps.map((count) => ({ value: String(count), label: t('handovers.days', { count }) }))}
      />
      <Checkbox label={t('handovers.names')} hint={t('handovers.names.what')} checked={namesTold} onChange={onNames} />
    </>
  )
}
