// A narrowing of the last day, and the way back for whoever made it by mistake.
import { Undo2 } from 'lucide-react'
import { undoNarrowing } from '../../server/partners/change-contract.ts'
import { api } from '../api.ts'
import { useFormats } from '../formats.ts'
import { useTexts } from '../texts.tsx'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { useCommand } from '../use-command.ts'
import type { Of, PartnershipShown } from './partners-data.ts'

export const takeBack = (of: Of, version: number) =>
  api.post(undoNarrowing, '/api/o/{organisation}/partnerships/{partnership}/undo', { params: of, body: { version } })

export function UndoBanner({ of, data }: { of: Of; data: PartnershipShown }) {
  const t = useTexts()
  const formats = useFormats()
  const { undo, grant } = data
  const back = useCommand({ run: () => takeBack(of, grant?.version ?? 0), done: () => t('conversation.undo.done') })
  if (undo === null || grant === null) return null
  return (
    <Banner
      title={t('conversation.undo.title', { time: formats.dateTime(undo.until) })}
      actions={
        <Button size="small" icon={<Undo2 />} busy={back.isPending} onClick={() => back.mutate(undefined)}>
          {t('conversation.undo.button')}
        </Button>
      }
    >
      {undo.rights.length > 0 &&
        t('conversation.undo.what', { rights: formats.list(undo.rights.map((right) => t(`rights.${right}.name`))) })}{' '}
      {undo.end && t('conversation.undo.end')}
    </Banner>
  )
}
