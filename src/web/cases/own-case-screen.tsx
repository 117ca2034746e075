// A dispute, for the people of either side: read it, say one's view once, and, for the customer, take it back.
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { stateView, withdrawDispute } from '../../server/cases/contract.ts'
import { api } from '../api.ts'
import { useParam } from '../place.ts'
import { HelpLink } from '../shell/help-link.tsx'
import { usePageTitle } from '../shell/page-title.tsx'
import { useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { SectionCard } from '../ui/section-card.tsx'
import { Status } from '../ui/status.tsx'
import { Textarea } from '../ui/textarea.tsx'
import { useCommand } from '../use-command.ts'
import { CaseBody } from './case-body.tsx'
import { type OwnCase, ownCaseQuery } from './cases-data.ts'

export function OwnCaseScreen() {
  const t = useTexts()
  const organisation = useParam('organisation')
  const { data: of } = useSuspenseQuery(ownCaseQuery(organisation, useParam('case')))
  const other = of.side === 'customer' ? of.partner : of.customer
  usePageTitle(t('cases.kind.dispute'))
  return (
    <div className="flex max-w-4xl flex-col gap-6">
      <PageHeader
        help={<HelpLink />}
        crumbs={
          of.side === 'customer' && of.partnershipId
            ? [
                {
                  label: of.partner?.name ?? '',
                  link: { to: '/o/$organisation/partners/$partnership', params: { organisation, partnership: of.partnershipId } },
                },
              ]
            : []
        }
        title={other ? t('ui.with_value', { label: t(`cases.kind.${of.kind}`), value: other.name }) : t(`cases.kind.${of.kind}`)}
        description={
          <Status tone={of.state === 'open' ? 'warning' : 'neutral'} mark={of.state === 'open' ? 'half' : 'full'}>
            {t(`cases.state.${of.state}`)}
          </Status>
        }
      />
      <CaseBody of={of} />
      {of.mayStateView && <StateView organisation={organisation} of={of} />}
      {of.mayWithdraw && <Withdraw organisation={organisation} of={of} />}
    </div>
  )
}

function StateView({ organisation, of }: { organisation: string; of: OwnCase }) {
  const t = useTexts()
  const [text, write] = useState('')
  const send = useCommand({
    run: () => api.post(stateView, '/api/o/{organisation}/cases/{case}/view', { params: { organisation, case: of.id }, body: { text } }),
    done: () => t('cases.view.done'),
  })
  return (
    <SectionCard title={t('cases.view.state')} description={t('cases.view.once')}>
      <div className="flex flex-col items-start gap-4">
        <div className="w-full">
          <Textarea label={t('cases.view.text')} value={text} onChange={write} maxLength={2000} rows={5} />
        </div>
        <Button busy={send.isPending} disabled={text.trim() === ''} onClick={() => send.mutate(undefined)}>
          {t('cases.view.send')}
        </Button>
      </div>
    </SectionCard>
  )
}

function Withdraw({ organisation, of }: { organisation: string; of: OwnCase }) {
  const t = useTexts()
  const withdraw = useCommand({
    run: () =>
      api.post(withdrawDispute, '/api/o/{organisation}/cases/{case}/withdraw', { params: { organisation, case: of.id }, body: {} }),
    done: () => t('cases.withdraw.done'),
  })
  return (
    <div>
      <Button busy={withdraw.isPending} onClick={() => withdraw.mutate(undefined)}>
        {t('cases.withdraw')}
      </Button>
    </div>
  )
}
