// One case for the operator: everything about it, and the decision.
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { z } from 'zod'
import { closeCase } from '../../server/cases/contract.ts'
import { api } from '../api.ts'
import { CaseBody } from '../cases/case-body.tsx'
import { caseQuery, type OperatorCase } from '../cases/cases-data.ts'
import { useParam } from '../place.ts'
import { HelpLink } from '../shell/help-link.tsx'
import { usePageTitle } from '../shell/page-title.tsx'
import { useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { DefinitionList } from '../ui/definition-list.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { RadioGroup } from '../ui/radio-group.tsx'
import { SectionCard } from '../ui/section-card.tsx'
import { Textarea } from '../ui/textarea.tsx'
import { useCommand } from '../use-command.ts'

type Outcome = z.input<typeof closeCase.body>['outcome']

export function CaseScreen() {
  const t = useTexts()
  const { data: of } = useSuspenseQuery(caseQuery(useParam('case')))
  usePageTitle(t(`cases.kind.${of.kind}`))
  const names = [of.customer?.name, of.partner?.name].filter(Boolean).join(' · ')
  return (
    <div className="flex max-w-4xl flex-col gap-6">
      <PageHeader
        help={<HelpLink />}
        crumbs={[{ label: t('cases.title'), link: { to: '/operator/cases' } }]}
        title={t(`cases.kind.${of.kind}`)}
        description={names}
      />
      {of.representation && (
        <SectionCard title={t('cases.kind.representation')}>
          <DefinitionList
            items={[
              { term: t('cases.representation.why'), value: t(`cases.representation.why.${of.representation.why}`) },
              { term: t('cases.representation.who'), value: `${of.representation.name} (${of.representation.email})` },
            ]}
          />
        </SectionCard>
      )}
      <CaseBody of={of} />
      {of.state === 'open' && <Decide of={of} />}
    </div>
  )
}

function Decide({ of }: { of: OperatorCase }) {
  const t = useTexts()
  const [outcome, choose] = useState<Outcome | null>(null)
  const [text, write] = useState('')
  const send = useCommand({
    run: (chosen: Outcome) =>
      api.post(closeCase, '/api/operator/cases/{case}/close', { params: { case: of.id }, body: { outcome: chosen, text } }),
    done: () => t('cases.decide.done'),
  })
  const isOwn = of.representation?.openedByYou === true
  const options = of.outcomes.flatMap((one) => (one === 'withdrawn' ? [] : [one]))
  return (
    <SectionCard title={t('cases.decide')}>
      <div className="flex flex-col items-start gap-5">
        <RadioGroup
          label={t('cases.decide.outcome')}
          options={options.map((value) => ({
            value,
            label: t(`cases.outcome.${value}`),
            ...(value === 'appointed' && isOwn ? { disabled: true, hint: t('cases.decide.second') } : {}),
          }))}
          value={outcome}
          onChange={choose}
        />
        <div className="w-full">
          <Textarea label={t('cases.decide.text')} value={text} onChange={write} maxLength={2000} rows={4} />
        </div>
        <Button
          kind="primary"
          busy={send.isPending}
          disabled={outcome === null || text.trim() === ''}
          onClick={() => outcome !== null && send.mutate(outcome)}
        >
          {t('cases.decide.send')}
        </Button>
      </div>
    </SectionCard>
  )
}
