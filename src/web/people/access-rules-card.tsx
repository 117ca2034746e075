// How the partner handles what its collaborators ask for.
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { getAccessRules, setAccessRules } from '../../server/access-requests/contract.ts'
import { api } from '../api.ts'
import { useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { SectionCard } from '../ui/section-card.tsx'
import { Select } from '../ui/select.tsx'
import { Switch } from '../ui/switch.tsx'
import { useCommand } from '../use-command.ts'
import { useHowLong } from './how-long.ts'

const path = '/api/o/{organisation}/access-rules'
const lengths = [1, 2, 4, 8, 12, 24, 72, 168]

export function AccessRulesCard({ organisation }: { organisation: string }) {
  const t = useTexts()
  const howLong = useHowLong()
  const { data } = useSuspenseQuery(api.query(getAccessRules, path, { params: { organisation } }))
  const { mayChange, ...kept } = data
  const [rules, change] = useState(kept)
  const isChanged = Object.entries(kept).some(([key, value]) => rules[key as keyof typeof kept] !== value)
  const save = useCommand({
    run: () => api.put(setAccessRules, path, { params: { organisation }, body: rules }),
    done: () => t('people.access.saved'),
  })
  const approvers = (label: string, key: 'approversForCustomers' | 'approversForRights') => (
    <Select
      label={t(label)}
      disabled={!mayChange}
      options={[1, 2].map((count) => ({ value: String(count), label: t('people.access.approvers', { count }) }))}
      value={String(rules[key])}
      onChange={(value) => change({ ...rules, [key]: value === '2' ? 2 : 1 })}
    />
  )
  return (
    <SectionCard title={t('people.access')} description={t(mayChange ? 'people.access.what' : 'people.access.who')}>
      <div className="flex max-w-xl flex-col gap-5">
        <Switch
          label={t('people.access.visible')}
          hint={t('people.access.visible.what')}
          side="start"
          disabled={!mayChange}
          checked={rules.listIsVisible}
          onChange={(listIsVisible) => change({ ...rules, listIsVisible })}
        />
        {approvers('people.access.for_customers', 'approversForCustomers')}
        {approvers('people.access.for_rights', 'approversForRights')}
        <Select
          label={t('people.access.hours')}
          hint={t('people.access.hours.what')}
          disabled={!mayChange}
          options={lengths.map((hours) => ({ value: String(hours), label: howLong(hours) }))}
          value={String(rules.rightsHours)}
          onChange={(hours) => change({ ...rules, rightsHours: Number(hours) })}
        />
        {isChanged && (
          <div>
            <Button busy={save.isPending} onClick={() => save.mutate(undefined)}>
              {t('people.access.save')}
            </Button>
          </div>
        )}
      </div>
    </SectionCard>
  )
}
