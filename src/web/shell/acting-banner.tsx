// The banner that never goes away while acting: for whom, as whom, with which rights, and the way out.
import { useNavigate } from '@tanstack/react-router'
import { Eye } from 'lucide-react'
import { leaveVisit } from '../../server/visits/contract.ts'
import { api } from '../api.ts'
import { forget, refresh } from '../query-client.ts'
import { Text, useTexts } from '../texts.tsx'
import { Popover } from '../ui/popover.tsx'
import { useCommand } from '../use-command.ts'
import type { ActingShellData } from './navigation.ts'
import { RightsList } from './rights-list.tsx'
import { useTimeLeft } from './use-time-left.ts'

export function ActingBanner({ shell }: { shell: ActingShellData }) {
  const t = useTexts()
  const { partnershipId, customer, partner, person, rights, needSecondFactor, visit } = shell
  const navigate = useNavigate()
  const leave = useCommand({
    run: () => api.delete(leaveVisit, '/api/c/{partnership}/visit', { params: { partnership: partnershipId } }),
    refreshes: `/api/o/${partner.id}`,
    after: () => {
      void navigate({ to: '/o/$organisation', params: { organisation: partner.id } }).then(() => forget(`/api/c/${partnershipId}`))
    },
  })
  return (
    <section
      aria-label={t('shell.acting.region')}
      className="sticky top-0 z-30 flex min-h-10 flex-wrap items-center gap-x-3 bg-violet px-4 py-1.5 text-sm text-on-solid sm:px-6 lg:h-10 lg:flex-nowrap forced-colors:border-b-2"
    >
      <Eye aria-hidden="true" className="size-4 shrink-0 max-lg:hidden" />
      <p className="min-w-0 max-lg:basis-full lg:truncate">
        <Text
          id="shell.acting.banner"
          values={{ customer: customer.name, person: person.name, partner: partner.name }}
          components={{ b: <strong className="font-semibold" /> }}
        />
      </p>
      <span className="shrink-0 lg:before:mr-3 lg:before:content-['·']">{t('shell.acting.rights', { count: rights.length })}</span>
      {visit.reason !== null && (
        <span className="min-w-0 max-w-72 truncate lg:before:mr-3 lg:before:content-['·']" title={visit.reason}>
          {t('shell.acting.reason', { reason: visit.reason })}
        </span>
      )}
      <Popover
        title={t('shell.home.title')}
        trigger={
          <button type="button" className={linkClass}>
            {t('shell.acting.what_may_i_do')}
          </button>
        }
      >
        <RightsList rights={rights} needSecondFactor={needSecondFactor} />
        <p className="mt-3 border-t border-line pt-3 text-xs text-muted">{t('shell.acting.recorded')}</p>
      </Popover>
      <Countdown shell={shell} />
      <button
        type="button"
        disabled={leave.isPending}
        onClick={() => leave.mutate(undefined)}
        className="ml-auto min-h-7 shrink-0 rounded-md bg-on-solid px-2.5 text-sm font-medium text-violet pointer-coarse:min-h-10 forced-colors:border"
      >
        {t('shell.acting.leave')}
      </button>
    </section>
  )
}

function Countdown({ shell: { visit, partnershipId } }: { shell: ActingShellData }) {
  const t = useTexts()
  const left = useTimeLeft(partnershipId, visit)
  if (left === undefined) return null
  return (
    <span role="timer" className="flex shrink-0 items-center gap-2 font-medium">
      {t('shell.acting.ends_in', { time: left })}
      <button type="button" onClick={() => void refresh(`/api/c/${partnershipId}`)} className={linkClass}>
        {t('shell.acting.stay')}
      </button>
    </span>
  )
}

const linkClass =
  'min-h-6 shrink-0 rounded-sm underline decoration-on-solid/50 underline-offset-3 hover:decoration-on-solid focus-visible:outline-on-solid pointer-coarse:min-h-10'
