// What the customer asks of whoever enters for this partner, and who of its own people is told of it.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { z } from 'zod'
import { getVisitRules, setVisitRules } from '../../server/visits/customer-contract.ts'
import { api } from '../api.ts'
import { useFormats } from '../formats.ts'
import { useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { SectionCard } from '../ui/section-card.tsx'
import { Switch } from '../ui/switch.tsx'
import { useCommand } from '../use-command.ts'
import type { Of } from './partners-data.ts'

const path = '/api/o/{organisation}/partnerships/{partnership}/visit-rules'
type Rules = z.output<typeof getVisitRules.answer>

export function VisitRulesCard({ of, partner }: { of: Of; partner: string }) {
  const t = useTexts()
  const { data: rules } = useQuery(api.query(getVisitRules, path, { params: of }))
  if (!rules) return null
  const told = rules.people.filter(({ isTold }) => isTold).map(({ id }) => id)
  return (
    <SectionCard title={t('partners.rules')} description={t('partners.rules.what', { partner })}>
      {rules.mayChange ? (
        <Choosing key={`${rules.reasonNeeded} ${told.join(' ')}`} of={of} rules={rules} before={told} />
      ) : (
        <Chosen rules={rules} />
      )}
    </SectionCard>
  )
}

function Chosen({ rules }: { rules: Rules }) {
  const t = useTexts()
  const formats = useFormats()
  const names = rules.people.filter(({ isTold }) => isTold).map(({ name }) => name)
  return (
    <div className="flex flex-col gap-1">
      <p>{t(rules.reasonNeeded ? 'partners.rules.reason.on' : 'partners.rules.reason.off')}</p>
      <p>{names.length === 0 ? t('partners.rules.told.nobody') : t('partners.rules.told.are', { people: formats.list(names) })}</p>
      <p className="text-sm text-muted">{t('partners.rules.who')}</p>
    </div>
  )
}

function Choosing({ of, rules, before }: { of: Of; rules: Rules; before: readonly string[] }) {
  const t = useTexts()
  const [reasonNeeded, setReasonNeeded] = useState(rules.reasonNeeded)
  const [told, choose] = useState<readonly string[]>(before)
  const isChanged = reasonNeeded !== rules.reasonNeeded || told.length !== before.length || told.some((id) => !before.includes(id))
  const save = useCommand({
    run: () => api.put(setVisitRules, path, { params: of, body: { reasonNeeded, told: [...told] } }),
    done: () => t('partners.people.saved'),
    refreshes: `/api/o/${of.organisation}`,
  })
  return (
    <div className="flex flex-col gap-5">
      <Switch
        label={t('partners.rules.reason')}
        hint={t('partners.rules.reason.what')}
        side="start"
        checked={reasonNeeded}
        onChange={setReasonNeeded}
      />
      <fieldset className="flex flex-col gap-2.5">
        <legend className="mb-1 text-sm font-medium">{t('partners.rules.told')}</legend>
        {rules.people.map(({ id, name, role }) => (
          <Checkbox
            key={id}
            label={
              <span className="flex flex-wrap gap-x-2">
                {name} <span className="text-muted">{t(`roles.${role}`)}</span>
              </span>
            }
            checked={told.includes(id)}
            onChange={(on) => choose(on ? [...told, id] : told.filter((one) => one !== id))}
          />
        ))}
      </fieldset>
      {isChanged && (
        <div>
          <Button busy={save.isPending} onClick={() => save.mutate(undefined)}>
            {t('common.save')}
          </Button>
        </div>
      )}
    </div>
  )
}
