// Who of the own people gets the customer once it grants, and its tags from now on; closed while nobody needs it.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { listPeople } from '../../../server/managed-customers/look-contract.ts'
import { api } from '../../api.ts'
import { useFormats } from '../../formats.ts'
import { useTexts } from '../../texts.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { MultiCombobox } from '../../ui/multi-combobox.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import type { Draft } from './draft.ts'
import type { StepProps } from './who-step.tsx'

const usePeopleAndTeams = (organisation: string) =>
  useQuery(api.query(listPeople, '/api/o/{organisation}/customers/people', { params: { organisation } })).data

export function PlanFields({ organisation, draft, onChange, wrong }: StepProps & { organisation: string }) {
  const t = useTexts()
  const known = usePeopleAndTeams(organisation)
  const [isOpen] = useState(draft.people.length + draft.teams.length + draft.tags.length > 0 || wrong.tags !== undefined)
  const teams = known?.teams ?? []
  const people = known?.people ?? []
  const choose = (ids: readonly string[]) => {
    const among = (all: readonly { readonly id: string }[]) => ids.filter((id) => all.some((one) => one.id === id))
    onChange({ ...draft, people: among(people), teams: among(teams) })
  }
  return (
    <Disclosure summary={t('add-customer.plan')} open={isOpen || wrong.tags !== undefined}>
      <div className="grid items-start gap-x-6 gap-y-5 sm:grid-cols-2">
        {people.length + teams.length > 1 && (
          <MultiCombobox
            label={t('add-customer.plan.who')}
            hint={t('add-customer.plan.who.hint')}
            optional
            options={[
              ...teams.map(({ id, name }) => ({ value: id, label: name, hint: t('people.team') })),
              ...people.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            values={[...draft.people, ...draft.teams]}
            onChange={choose}
          />
        )}
        <TextInput
          label={t('customer-profile.notes.tags')}
          hint={t('add-customer.plan.tags.hint')}
          optional
          name="tags"
          autoComplete="off"
          value={draft.tags}
          onChange={(tags) => onChange({ ...draft, tags })}
          error={wrong.tags && t(wrong.tags)}
        />
      </div>
    </Disclosure>
  )
}

/** The chosen people and teams by name. */
export function PlannedNames({ organisation, draft: { people, teams } }: { organisation: string; draft: Draft }) {
  const formats = useFormats()
  const known = usePeopleAndTeams(organisation)
  const chosen = [...(known?.teams ?? []), ...(known?.people ?? [])].filter(({ id }) => teams.includes(id) || people.includes(id))
  return formats.list(chosen.map(({ name }) => name))
}
