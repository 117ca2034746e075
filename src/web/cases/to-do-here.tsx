// What is open between this customer and a partner at the provider: a dispute that waits, a partnership to confirm.
import { useQuery } from '@tanstack/react-query'
import { confirmPartnership } from '../../server/cases/contract.ts'
import { api } from '../api.ts'
import { useFormats } from '../formats.ts'
import { useTexts } from '../texts.tsx'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { TextLink } from '../ui/text-link.tsx'
import { useCommand } from '../use-command.ts'
import { confirmationsQuery, ownCasesQuery } from './cases-data.ts'

type Here = { organisation: string; partnership: string }

export function ToDoHere({ organisation, partnership, mayConfirm }: Here & { mayConfirm: boolean }) {
  const t = useTexts()
  const formats = useFormats()
  const cases = useQuery(ownCasesQuery(organisation))
  const confirmations = useQuery(confirmationsQuery(organisation))
  const dispute = cases.data?.cases.find((one) => one.partnershipId === partnership && one.state === 'open')
  const waiting = confirmations.data?.confirmations.find((one) => one.partnershipId === partnership)
  return (
    <>
      {dispute && (
        <Banner
          tone="warning"
          title={t('cases.open_case')}
          actions={
            <TextLink to={'/o/$organisation/cases/$case'} params={{ organisation, case: dispute.id }}>
              {t('cases.open_case.show')}
            </TextLink>
          }
        >
          {t('cases.open_case.what')}
        </Banner>
      )}
      {waiting && (
        <Banner tone="warning" actions={mayConfirm && <Confirm organisation={organisation} partnership={partnership} />}>
          {t(`cases.confirm.${waiting.why}`, { date: waiting.dueAt === null ? '' : formats.longDate(waiting.dueAt) })}
        </Banner>
      )}
    </>
  )
}

function Confirm({ organisation, partnership }: Here) {
  const t = useTexts()
  const confirm = useCommand({
    run: () =>
      api.post(confirmPartnership, '/api/o/{organisation}/partnerships/{partnership}/confirm', {
        params: { organisation, partnership },
        body: {},
      }),
    done: () => t('cases.confirm.done'),
  })
  return (
    <Button size="small" busy={confirm.isPending} onClick={() => confirm.mutate(undefined)}>
      {t('cases.confirm')}
    </Button>
  )
}
