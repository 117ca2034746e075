// On documents, somebody else is to represent an organisation: opened by one operator, appointed by another.
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { type RepresentationReason, representationReasons } from '../../domain/case.ts'
import { askForRepresentative } from '../../server/cases/contract.ts'
import { api } from '../api.ts'
import { useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { RadioGroup } from '../ui/radio-group.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { Textarea } from '../ui/textarea.tsx'
import { useCommand } from '../use-command.ts'

export function RepresentationButton({ organisation }: { organisation: string }) {
  const t = useTexts()
  const [isOpen, open] = useState(false)
  return (
    <>
      <Button onClick={() => open(true)}>{t('cases.representation')}</Button>
      {isOpen && <RepresentationDialog organisation={organisation} onClose={() => open(false)} />}
    </>
  )
}

function RepresentationDialog({ organisation, onClose }: { organisation: string; onClose: () => void }) {
  const t = useTexts()
  const navigate = useNavigate()
  const [why, choose] = useState<RepresentationReason | null>(null)
  const [email, address] = useState('')
  const [documents, write] = useState('')
  const send = useCommand({
    run: (reason: RepresentationReason) =>
      api.post(askForRepresentative, '/api/operator/organisations/{organisation}/representation', {
        params: { organisation },
        body: { why: reason, email, documents },
      }),
    done: () => t('cases.representation.done'),
    after: ({ id }) => {
      onClose()
      void navigate({ to: '/operator/cases/$case', params: { case: id } })
    },
  })
  return (
    <Dialog
      open
      onOpenChange={(isStill) => !isStill && onClose()}
      title={t('cases.representation')}
      description={t('cases.representation.what')}
      actions={
        <Button
          kind="primary"
          busy={send.isPending}
          disabled={why === null || email === '' || documents.trim() === ''}
          onClick={() => why !== null && send.mutate(why)}
        >
          {t('cases.representation.send')}
        </Button>
      }
    >
      <RadioGroup
        label={t('cases.representation.why')}
        options={representationReasons.map((value) => ({ value, label: t(`cases.representation.why.${value}`) }))}
        value={why}
        onChange={choose}
      />
      <TextInput label={t('cases.representation.email')} type="email" value={email} onChange={address} />
      <Textarea label={t('cases.representation.documents')} value={documents} onChange={write} maxLength={2000} rows={3} />
    </Dialog>
  )
}
