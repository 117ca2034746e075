// Stop at once, and open again: one press each, without a question in between.
import { CirclePlay, OctagonX } from 'lucide-react'
import { resumeAccess, stopAccess } from '../../server/partners/change-contract.ts'
import { api } from '../api.ts'
import { useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { useCommand } from '../use-command.ts'
import type { Of } from './partners-data.ts'

type GateProps = { of: Of; partner: string; small?: boolean | undefined }

export function StopButton({ of, partner, small = false }: GateProps) {
  const t = useTexts()
  const stop = useCommand({
    run: () => api.post(stopAccess, '/api/o/{organisation}/partnerships/{partnership}/stop', { params: of, body: {} }),
    done: ({ visitsEnded }) => t('partners.stop.done', { partner, count: visitsEnded }),
  })
  return (
    <Button
      kind="danger"
      size={small ? 'small' : 'medium'}
      icon={<OctagonX />}
      busy={stop.isPending}
      onClick={() => stop.mutate(undefined)}
    >
      {t('common.stop_access')}
    </Button>
  )
}

export function ResumeButton({ of, partner, small = false }: GateProps) {
  const t = useTexts()
  const resume = useCommand({
    run: () => api.post(resumeAccess, '/api/o/{organisation}/partnerships/{partnership}/resume', { params: of, body: {} }),
    done: () => t('partners.resume.done', { partner }),
  })
  return (
    <Button size={small ? 'small' : 'medium'} icon={<CirclePlay />} busy={resume.isPending} onClick={() => resume.mutate(undefined)}>
      {t('common.resume_access')}
    </Button>
  )
}
