// A partnership that its customer has yet to confirm: it was taken over, or a former representative agreed to it.
import { useQuery } from '@tanstack/react-query'
import { confirmPartnership } from '../../server/cases/contract.ts'
import { api } from '../api.ts'
import { useFormats } from '../formats.ts'
import { useTexts } from '../texts.tsx'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { useCommand } from '../use-command.ts'
import { confirmationsQuery, type Waiting } from './cases-data.ts'

type Here = { organisation: string; partnership: string }

export function ToDoHere({ organisation, partnership, mayConfirm }: Here & { mayConfirm: boolean }) {
  const t = useTexts()
  const formats = useFormats()
  const confirmations = useQuery(confirmationsQuery(organisation))
  const waiting = confirmations.data?.confirmations.filter((one) => one.partnershipId === partnership) ?? []
  if (waiting.length === 0) return null
  return (
    <Banner tone="warning" actions={mayConfirm && <Confirm organisation={organisation} partnership={partnership} waiting={waiting} />}>
      {waiting.map(({ why, dueAt }) => (
        <p key={why}>{t(`cases.confirm.${why}`, { date: dueAt === null ? '' : formats.longDate(dueAt) })}</p>
      ))}
    </Banner>
  )
}

function Confirm({ organisation, partnership, waiting }: Here & { waiting: readonly Waiting[] }) {
  const t = useTexts()
  const confirm = useCommand({
    run: () =>
      api.post(confirmPartnership, '/api/o/{organisation}/partnerships/{partnership}/confirm', {
        params: { organisation, partnership },
        body: { read: waiting.map(({ why, askedAt }) => ({ why, askedAt })) },
      }),
    done: () => t('cases.confirm.done'),
  })
  return (
    <Button size="small" busy={confirm.isPending} onClick={() => confirm.mutate(undefined)}>
      {t('cases.confirm')}
    </Button>
  )
}
