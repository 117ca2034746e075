// Rules that assign: customers with a tag get a person or a team, now and later. Each can be stopped.
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { z } from 'zod'
import { listRules, stopRule } from '../../server/managed-customers/saved-contract.ts'
import { api } from '../api.ts'
import { useFormats } from '../formats.ts'
import type { Members } from '../members/members-screen.tsx'
import { useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { SectionCard } from '../ui/section-card.tsx'
import { useCommand } from '../use-command.ts'
import { RuleDialog } from './rule-dialog.tsx'
import type { Team } from './teams-section.tsx'

type Rule = z.output<typeof listRules.answer>['rules'][number]

export function RulesSection({
  organisation,
  members,
  teams,
}: {
  organisation: string
  members: Members['members']
  teams: readonly Team[]
}) {
  const t = useTexts()
  const [isMaking, setMaking] = useState(false)
  const { data } = useSuspenseQuery(api.query(listRules, '/api/o/{organisation}/assignment-rules', { params: { organisation } }))
  return (
    <SectionCard
      title={t('people.rules')}
      description={t('people.rules.what')}
      actions={
        <Button size="small" onClick={() => setMaking(true)}>
          {t('people.rules.make')}
        </Button>
      }
    >
      {data.rules.length === 0 ? (
        <p className="text-muted">{t('people.rules.none')}</p>
      ) : (
        <ul className="flex flex-col divide-y divide-line">
          {data.rules.map((rule) => (
            <li key={rule.id} className="py-3 first:pt-0 last:pb-0">
              <RuleRow organisation={organisation} rule={rule} />
            </li>
          ))}
        </ul>
      )}
      {isMaking && <RuleDialog organisation={organisation} members={members} teams={teams} onClose={() => setMaking(false)} />}
    </SectionCard>
  )
}

function RuleRow({ organisation, rule }: { organisation: string; rule: Rule }) {
  const t = useTexts()
  const formats = useFormats()
  const stop = useCommand({
    run: () => api.delete(stopRule, '/api/o/{organisation}/assignment-rules/{rule}', { params: { organisation, rule: rule.id } }),
    done: () => t('people.rules.stopped', { name: rule.name }),
  })
  const { tags = [], payer = [], access = [] } = rule.filter
  const finds = [
    ...tags,
    ...payer.map((one) => t(one === 'none' ? 'managed-customers.filter.payer.none' : `common.payer.${one}`)),
    ...access.map((one) => t(`presets.${one}`)),
  ]
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-3 gap-y-2">
      <div className="min-w-[min(100%,13rem)] grow basis-0">
        <p className="wrap-anywhere font-medium">{rule.name}</p>
        <p className="wrap-anywhere text-sm">{t('people.rules.line', { filter: formats.list(finds, 'disjunction'), to: rule.to.name })}</p>
        <p className="text-sm text-muted">
          {t('people.rules.made', { person: rule.madeBy, date: formats.date(rule.madeAt), count: rule.customers })}
        </p>
      </div>
      <Button size="small" busy={stop.isPending} onClick={() => stop.mutate(undefined)}>
        {t('people.rules.stop')}
      </Button>
    </div>
  )
}
