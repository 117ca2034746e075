// Who at the partner can enter, by name; and the choice to let in only people one knows.
import { useState } from 'react'
import { admitPeople } from '../../server/partners/change-contract.ts'
import { api } from '../api.ts'
import { useFormats } from '../formats.ts'
import { useTexts } from '../texts.tsx'
import { Avatar } from '../ui/avatar.tsx'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { SectionCard } from '../ui/section-card.tsx'
import { Badge } from '../ui/status.tsx'
import { Switch } from '../ui/switch.tsx'
import { useCommand } from '../use-command.ts'
import { LookAsPartner } from './look-as-partner.tsx'
import { isLiving, may, type Of, type PartnershipShown } from './partners-data.ts'

export function PeopleCard({ of, data }: { of: Of; data: PartnershipShown }) {
  const t = useTexts()
  const { people, partner, namedPeopleOnly } = data
  const admitted = people.filter(({ isAdmitted }) => isAdmitted).map(({ id }) => id)
  const mayAdmit = may(data, 'admit_people') && isLiving(data.state)
  return (
    <SectionCard title={t('partners.people', { partner: partner.name })} description={t('partners.people.what', { partner: partner.name })}>
      {people.length > 0 && (
        <div className="pb-4">
          <LookAsPartner of={of} partner={partner.name} rights={null} />
        </div>
      )}
      {mayAdmit ? (
        <Admitting key={`${namedPeopleOnly} ${admitted.join(' ')}`} of={of} data={data} admitted={admitted} />
      ) : (
        <div className="flex flex-col gap-3">
          <People people={people.filter(({ isAdmitted }) => !namedPeopleOnly || isAdmitted)} />
          {namedPeopleOnly && <p className="text-sm text-muted">{t('partners.people.named_only')}</p>}
        </div>
      )}
    </SectionCard>
  )
}

function People({ people }: { people: PartnershipShown['people'] }) {
  const t = useTexts()
  if (people.length === 0) return <p className="text-muted">{t('partners.people.none')}</p>
  return (
    <ul className="flex flex-col gap-3">
      {people.map((person) => (
        <li key={person.id} className="flex items-center gap-3">
          <Avatar name={person.name} size="small" />
          <Named person={person} />
        </li>
      ))}
    </ul>
  )
}

function Named({ person }: { person: PartnershipShown['people'][number] }) {
  const t = useTexts()
  const formats = useFormats()
  const service = [
    ...(person.teams.length > 0 ? [t('partners.people.teams', { teams: formats.list(person.teams) })] : []),
    ...(person.since === null ? [] : [t('partners.people.since', { date: formats.date(person.since) })]),
    person.lastVisitAt === null ? t('partners.people.never') : t('partners.people.last_visit', { date: formats.date(person.lastVisitAt) }),
  ]
  return (
    <span className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1">
      <span>{person.name}</span>
      <span className="text-sm text-muted">{t(`roles.${person.role}`)}</span>
      {person.isAssigned && <Badge>{t('partners.people.assigned')}</Badge>}
      <span className="basis-full text-xs text-muted">{service.join(' · ')}</span>
    </span>
  )
}

function Admitting({ of, data, admitted }: { of: Of; data: PartnershipShown; admitted: readonly string[] }) {
  const t = useTexts()
  const { people, namedPeopleOnly } = data
  const [isNamed, setNamed] = useState(namedPeopleOnly)
  const [chosen, choose] = useState<readonly string[]>(namedPeopleOnly ? admitted : people.map(({ id }) => id))
  const isChanged = isNamed !== namedPeopleOnly || (isNamed && !isSame(chosen, admitted))
  const save = useCommand({
    run: () =>
      api.put(admitPeople, '/api/o/{organisation}/partnerships/{partnership}/people', {
        params: of,
        body: { namedPeopleOnly: isNamed, people: isNamed ? [...chosen] : [...admitted] },
      }),
    done: () => t('partners.people.saved'),
  })
  const toggle = (id: string, on: boolean) => choose(on ? [...chosen, id] : chosen.filter((one) => one !== id))
  return (
    <div className="flex flex-col gap-5">
      <Switch
        label={t('partners.people.named_only')}
        hint={t('partners.people.named_only.what')}
        side="start"
        checked={isNamed}
        onChange={setNamed}
      />
      {isNamed ? (
        <div className="flex flex-col gap-2.5">
          {people.map((person) => (
            <Checkbox
              key={person.id}
              label={<Named person={person} />}
              checked={chosen.includes(person.id)}
              onChange={(on) => toggle(person.id, on)}
            />
          ))}
          {chosen.length === 0 && <p className="text-sm text-warning-ink">{t('partners.people.nobody')}</p>}
        </div>
      ) : (
        <People people={people} />
      )}
      {isChanged && (
        <div>
          <Button busy={save.isPending} onClick={() => save.mutate(undefined)}>
            {t(isNamed ? 'partners.people.save_named' : 'partners.people.save_all', { count: chosen.length })}
          </Button>
        </div>
      )}
    </div>
  )
}

const isSame = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === others.length && some.every((one) => others.includes(one))
