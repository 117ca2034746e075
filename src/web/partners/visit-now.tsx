// Somebody of a partner is in the account at this moment: who, since when, and the two ways to put an end to it.
import { Eye } from 'lucide-react'
import { endVisit } from '../../server/partners/change-contract.ts'
import { api } from '../api.ts'
import { useFormats } from '../formats.ts'
import { useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { useCommand } from '../use-command.ts'
import { StopButton } from './gate-buttons.tsx'
import type { Inside } from './inside-now.ts'
import type { Of } from './partners-data.ts'

export type VisitNowProps = { of: Of; partner: string; visit: Inside; mayStop: boolean; mayEndVisit: boolean }

export function VisitNow({ of, partner, visit, mayStop, mayEndVisit }: VisitNowProps) {
  const t = useTexts()
  const formats = useFormats()
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-3 rounded-lg border border-accent-line bg-accent-soft px-4 py-3">
      <div className="flex min-w-0 grow basis-60 items-start gap-3">
        <span className="flex size-8 shrink-0 items-center justify-center rounded-full bg-surface text-accent-ink">
          <Eye aria-hidden="true" className="size-4" />
        </span>
        <div className="min-w-0">
          <p className="font-medium">{t('partners.now.inside', { person: visit.person, partner })}</p>
          <p className="text-sm text-muted">{t('partners.now.since', { time: formats.dateTime(visit.startedAt), places: visit.places })}</p>
        </div>
      </div>
      <div className="flex flex-wrap gap-2">
        {mayEndVisit && <EndVisitButton of={of} visit={visit} everywhere />}
        {mayStop && <StopButton of={of} partner={partner} />}
      </div>
    </div>
  )
}

type EndVisitProps = {
  of: Of
  visit: Pick<Inside, 'id' | 'person'>
  small?: boolean
  /** In whichever browsers the person is. */
  everywhere?: boolean
}

export function EndVisitButton({ of, visit, small = false, everywhere = false }: EndVisitProps) {
  const t = useTexts()
  const end = useCommand({
    run: () =>
      api.delete(endVisit, '/api/o/{organisation}/partnerships/{partnership}/visits/{visit}', {
        params: { ...of, visit: visit.id },
        query: everywhere ? { everywhere: 'true' } : {},
      }),
    done: () => t('partners.end_visit.done', { person: visit.person }),
  })
  return (
    <Button size={small ? 'small' : 'medium'} busy={end.isPending} onClick={() => end.mutate(undefined)}>
      {t('common.end_visit')}
    </Button>
  )
}
