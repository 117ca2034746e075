// From a changed template to a campaign: the customers who have it are asked for the difference, in waves.
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { TemplateVersionShown } from '../../server/templates/contract.ts'
import { createTargetList } from '../lists/create-list.ts'
import { startWaves, type WavesDraft, WavesFields, wavesIn } from '../lists/waves-fields.tsx'
import { problemText } from '../problem.ts'
import { useTexts } from '../texts.tsx'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { useCommand } from '../use-command.ts'

export type ProposeTemplateProps = { organisation: string; template: string; name: string; versions: readonly TemplateVersionShown[] }

export function ProposeTemplate({ organisation, template, name, versions }: ProposeTemplateProps) {
  const t = useTexts()
  const navigate = useNavigate()
  const [isOpen, open] = useState(false)
  const [draft, change] = useState<WavesDraft>(startWaves)
  const [newest] = versions
  const customers = versions.reduce((sum, version) => sum + version.customers, 0)
  const waves = wavesIn(draft)
  const begin = useCommand({
    run: () =>
      createTargetList(organisation, {
        ...{ action: 'ask', name: t('templates.campaign_of', { name, version: newest?.version ?? 1 }) },
        chosen: { template: { id: template, version: newest?.version }, terms: newest?.terms, validityDays: 30 },
        ...{ target: { template }, ...(waves ? { waves } : {}) },
      }),
    problems: 'inline',
    after: (bulk) => void navigate({ to: '/o/$organisation/campaigns/$bulk', params: { organisation, bulk } }),
  })
  if (!newest || customers === 0) return null
  return (
    <>
      <Button onClick={() => open(true)}>{t('templates.propose', { count: customers })}</Button>
      <Dialog
        open={isOpen}
        onOpenChange={open}
        title={t('templates.propose.title', { version: newest.version })}
        description={t('templates.propose.what')}
        actions={
          <Button kind="primary" busy={begin.isPending} disabled={!waves} onClick={() => begin.mutate(undefined)}>
            {t('templates.propose.preview')}
          </Button>
        }
      >
        <WavesFields draft={draft} onChange={change} />
        {begin.isError && (
          <Banner tone="danger" urgent>
            {problemText(t, begin.error)}
          </Banner>
        )}
      </Dialog>
    </>
  )
}
