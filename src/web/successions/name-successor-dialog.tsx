// Naming who shall follow: find a verified partner, read what will happen, and name it.
import { useState } from 'react'
import { nameSuccessor } from '../../server/successions/contract.ts'
import { api } from '../api.ts'
import { FindPartner, type FoundPartner, PartnerIdentity } from '../partners/find-partner.tsx'
import { useTexts } from '../texts.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { useCommand } from '../use-command.ts'
import { successionsPath } from './successions-data.ts'

export function NameSuccessorDialog({ organisation, onClose }: { organisation: string; onClose: () => void }) {
  const t = useTexts()
  const [search, setSearch] = useState('')
  const [chosen, choose] = useState<FoundPartner | null>(null)
  const name = useCommand({
    run: () => api.post(nameSuccessor, successionsPath, { params: { organisation }, body: { successorId: chosen?.id ?? '' } }),
    done: () => t('successions.named', { partner: chosen?.name ?? '' }),
    after: onClose,
  })
  return (
    <ConfirmDialog
      open
      onOpenChange={(isOpen) => isOpen || onClose()}
      title={chosen === null ? t('successions.name.find') : t('successions.name.title', { partner: chosen.name })}
      confirm={t('successions.name')}
      kind="primary"
      busy={name.isPending}
      disabled={chosen === null}
      onConfirm={() => name.mutate(undefined)}
    >
      <div className="flex flex-col gap-5 text-ink">
        {chosen === null ? (
          <FindPartner organisation={organisation} search={search} onSearch={setSearch} onChoose={choose} alsoKnown />
        ) : (
          <>
            <div className="flex">
              <PartnerIdentity partner={chosen} />
            </div>
            <p>{t('successions.name.then', { partner: chosen.name })}</p>
          </>
        )}
      </div>
    </ConfirmDialog>
  )
}
