// Stop at once, and open again: one press each, without a question in between.
import { CirclePlay, OctagonX } from 'lucide-react'
import { resumeAccess, stopAccess } from '../../server/partners/change-contract.ts'
import { api } from '../api.ts'
import { useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { useCommand } from '../use-command.ts'
import type { Of } from './partners-data.ts'

type GateProps = { of: Of; partner: string }

/** `quiet` on lists, where one red button after the other would shout. */
export function StopButton({ of, partner, quiet = false }: GateProps & { quiet?: boolean | undefined }) {
  const t = useTexts()
  const stop = useCommand({
    run: () => api.post(stopAccess, '/api/o/{organisation}/partnerships/{partnership}/stop', { params: of, body: {} }),
    done: ({ visitsEnded }) => t('partners.stop.done', { partner, count: visitsEnded }),
  })
  return (
    <Button
      kind={quiet ? 'secondary' : 'danger'}
      icon={<OctagonX className={quiet ? 'text-danger' : ''} />}
      busy={stop.isPending}
      onClick={() => stop.mutate(undefined)}
    >
      {t('common.stop_access')}
    </Button>
  )
}

export function ResumeButton({ of, partner }: GateProps) {
  const t = useTexts()
  const resume = useCommand({
    run: () => api.post(resumeAccess, '/api/o/{organisation}/partnerships/{partnership}/resume', { params: of, body: {} }),
    done: () => t('partners.resume.done', { partner }),
  })
  return (
    <Button icon={<CirclePlay />} busy={resume.isPending} onClick={() => resume.mutate(undefined)}>
      {t('common.resume_access')}
    </Button>
  )
}
