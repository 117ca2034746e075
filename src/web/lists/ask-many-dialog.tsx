// Asking the selected customers for more rights: which, and whether in waves; the preview comes on the list's page.
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { termsUnchanged } from '../../domain/partnership/terms.ts'
import { rightIds } from '../../domain/rights/catalogue.ts'
import { problemText } from '../problem.ts'
import { type Picking, pickedIn, toRequested } from '../requests/picked-rights.ts'
import { RightsPicker } from '../requests/rights-picker.tsx'
import { useTexts } from '../texts.tsx'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Switch } from '../ui/switch.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { useCommand } from '../use-command.ts'
import { createTargetList } from './create-list.ts'
import type { ListTarget } from './selection-bar.tsx'
import { startWaves, WavesFields, wavesIn } from './waves-fields.tsx'

export function AskManyDialog({ organisation, target, onClose }: { organisation: string; target: ListTarget; onClose: () => void }) {
  const t = useTexts()
  const navigate = useNavigate()
  const [picking, pick] = useState<Picking>({})
  const [isCampaign, campaign] = useState(false)
  const [name, rename] = useState('')
  const [draft, change] = useState(startWaves)
  const waves = wavesIn(draft)
  const isReady = pickedIn(picking).length > 0 && (!isCampaign || (waves !== undefined && name.trim() !== ''))
  const begin = useCommand({
    run: () =>
      createTargetList(organisation, {
        ...{ action: 'ask', chosen: { rights: toRequested(picking), terms: termsUnchanged }, target: target as never },
        ...(isCampaign && waves ? { name, waves } : {}),
      }),
    problems: 'inline',
    after: (bulk) => void navigate({ to: '/o/$organisation/lists/$bulk', params: { organisation, bulk } }),
  })
  return (
    <Dialog
      open
      onOpenChange={onClose}
      size="large"
      title={t('lists.action.ask')}
      description={t('lists.ask.what')}
      actions={
        <Button kind="primary" disabled={!isReady} busy={begin.isPending} onClick={() => begin.mutate(undefined)}>
          {t('templates.propose.preview')}
        </Button>
      }
    >
      <RightsPicker offered={rightIds} has={[]} picking={picking} onChange={pick} />
      <Switch label={t('lists.ask.in_waves')} checked={isCampaign} onChange={campaign} />
      {isCampaign && (
        <>
          <TextInput label={t('lists.ask.name')} maxLength={80} autoComplete="off" value={name} onChange={rename} />
          <WavesFields draft={draft} onChange={change} />
        </>
      )}
      {begin.isError && (
        <Banner tone="danger" urgent>
          {problemText(t, begin.error)}
        </Banner>
      )}
    </Dialog>
  )
}
