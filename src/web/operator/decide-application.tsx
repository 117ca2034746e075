// The decision on an application: verified for twelve months, or refused with a reason that the organisation reads.
import { useState } from 'react'
import { refusePartner, verifyPartner } from '../../server/verification/contract.ts'
import { api } from '../api.ts'
import { FormDialog } from '../products/form-dialog.tsx'
import { useTexts } from '../texts.tsx'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { SectionCard } from '../ui/section-card.tsx'
import { Textarea } from '../ui/textarea.tsx'
import { useCommand } from '../use-command.ts'
import { applicationPath, type Shown } from './application-data.ts'

export function DecideApplication({ shown: { application, lookAlikes, isNewLegalPerson, cannot } }: { shown: Shown }) {
  const t = useTexts()
  const [isAcknowledged, acknowledge] = useState(false)
  const [isSame, same] = useState(false)
  const [isRefusing, refuse] = useState(false)
  const verify = useCommand({
    run: () =>
      api.post(verifyPartner, `${applicationPath}/verify`, {
        params: { application: application.id },
        body: { acknowledged: isAcknowledged, sameLegalPerson: isSame },
      }),
    done: () => t('operator.verified', { name: application.legalName }),
    refreshes: '/api/operator',
  })
  if (cannot) return <Banner tone="warning">{t(`problems.${cannot}`)}</Banner>
  const isReady = application.proof !== null && (lookAlikes.length === 0 || isAcknowledged)
  return (
    <SectionCard title={t('operator.decide')} description={t('operator.decide.what')}>
      <div className="flex flex-col gap-4">
        {application.proof === null && <p className="text-warning-ink">{t('problems.domain_not_proven')}</p>}
        {lookAlikes.length > 0 && <Checkbox label={t('operator.look_alikes.compared')} checked={isAcknowledged} onChange={acknowledge} />}
        {isNewLegalPerson && (
          <>
            <Banner tone="warning">{t('operator.new_legal_person')}</Banner>
            <Checkbox label={t('operator.same_legal_person')} checked={isSame} onChange={same} />
          </>
        )}
        <div className="flex flex-wrap gap-2">
          <Button kind="primary" busy={verify.isPending} disabled={!isReady} onClick={() => verify.mutate(undefined)}>
            {t('operator.verify')}
          </Button>
          <Button onClick={() => refuse(true)}>{t('operator.refuse')}</Button>
        </div>
      </div>
      {isRefusing && <Refuse id={application.id} name={application.legalName} onClose={() => refuse(false)} />}
    </SectionCard>
  )
}

function Refuse({ id, name, onClose }: { id: string; name: string; onClose: () => void }) {
  const t = useTexts()
  const [reason, write] = useState('')
  const refuse = useCommand({
    run: () => api.post(refusePartner, `${applicationPath}/refuse`, { params: { application: id }, body: { reason: reason.trim() } }),
    done: () => t('operator.refused', { name }),
    refreshes: '/api/operator',
    problems: 'inline',
    after: onClose,
  })
  return (
    <FormDialog
      title={t('operator.refuse.title', { name })}
      description={t('operator.refuse.what')}
      submit={t('operator.refuse')}
      busy={refuse.isPending}
      problem={refuse.error}
      disabled={reason.trim() === ''}
      onSubmit={() => refuse.mutate(undefined)}
      onClose={onClose}
    >
      <Textarea label={t('operator.refuse.reason')} value={reason} onChange={write} maxLength={1000} rows={4} />
    </FormDialog>
  )
}
