// The customer disputes what a partner did: what happened, which entries, and access is suspended at once.
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { listActivity } from '../../server/activity/contract.ts'
import { openDispute } from '../../server/cases/contract.ts'
import { useEntrySentence } from '../activity/entry-sentence.ts'
import { api } from '../api.ts'
import { useFormats } from '../formats.ts'
import { useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Textarea } from '../ui/textarea.tsx'
import { useCommand } from '../use-command.ts'

type Disputing = { organisation: string; partnership: string; partner: string }

export function DisputeButton(of: Disputing) {
  const t = useTexts()
  const [isOpen, open] = useState(false)
  return (
    <>
      <Button onClick={() => open(true)}>{t('cases.dispute')}</Button>
      {isOpen && <DisputeDialog of={of} onClose={() => open(false)} />}
    </>
  )
}

function DisputeDialog({ of, onClose }: { of: Disputing; onClose: () => void }) {
  const t = useTexts()
  const navigate = useNavigate()
  const { organisation, partnership, partner } = of
  const [reason, write] = useState('')
  const [entries, choose] = useState<readonly number[]>([])
  const send = useCommand({
    run: () =>
      api.post(openDispute, '/api/o/{organisation}/partnerships/{partnership}/dispute', {
        params: { organisation, partnership },
        body: { reason, entries: [...entries] },
      }),
    done: () => t('cases.dispute.done'),
    after: ({ id }) => {
      onClose()
      void navigate({ to: '/o/$organisation/cases/$case', params: { organisation, case: id } })
    },
  })
  return (
    <Dialog
      open
      onOpenChange={(isStill) => !isStill && onClose()}
      title={t('cases.dispute.title', { partner })}
      description={t('cases.dispute.what')}
      actions={
        <Button kind="danger" busy={send.isPending} disabled={reason.trim() === ''} onClick={() => send.mutate(undefined)}>
          {t('cases.dispute.send')}
        </Button>
      }
    >
      <Textarea label={t('cases.dispute.reason')} value={reason} onChange={write} maxLength={2000} rows={4} />
      <Entries of={of} chosen={entries} onChoose={choose} />
    </Dialog>
  )
}

type EntriesProps = { of: Disputing; chosen: readonly number[]; onChoose: (positions: readonly number[]) => void }

function Entries({ of, chosen, onChoose }: EntriesProps) {
  const t = useTexts()
  const formats = useFormats()
  const sentence = useEntrySentence()
  const { data } = useQuery(
    api.query(listActivity, '/api/o/{organisation}/activity', {
      params: { organisation: of.organisation },
      query: { partnership: of.partnership, limit: 30 },
    }),
  )
  if (!data) return null
  const done = data.entries.filter(({ acting }) => acting).slice(0, 12)
  return (
    <fieldset className="flex flex-col gap-2.5">
      <legend className="pb-2 text-sm font-medium">{t('cases.dispute.entries')}</legend>
      {done.length === 0 && <p className="text-sm text-muted">{t('cases.dispute.entries.none', { partner: of.partner })}</p>}
      {done.map((entry) => (
        <Checkbox
          key={entry.position}
          label={sentence(entry)}
          hint={formats.dateTime(entry.at)}
          checked={chosen.includes(entry.position)}
          onChange={(on) => onChoose(on ? [...chosen, entry.position] : chosen.filter((one) => one !== entry.position))}
        />
      ))}
    </fieldset>
  )
}
